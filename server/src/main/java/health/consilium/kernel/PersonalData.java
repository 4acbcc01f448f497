package health.consilium.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps of a patient. Every module that keeps something has such a bean: with it the patient gets a copy of
 * everything and has it erased (GDPR 15, 17, 20).
 */
public interface PersonalData {
    /** A stable code in lower case, for example {@code chat}; also the folder of its files in the copy. */
    String section();

    /** Puts everything into the parcel, as it is kept. */
    void export(Whose whose, Parcel parcel) throws IOException;

    /**
     * Makes unreadable what need not be kept, in the caller's transaction. Again: nothing more happens.
     *
     * @return what is gone, and what stays and why
     */
    Erased erase(Whose whose);

    /** A patient, and the ids under which modules keep what is theirs. */
    record Whose(UUID person, List<UUID> appointments, List<UUID> consultations) {
        public UUID[] calls() {
            return consultations.toArray(UUID[]::new);
        }

        public UUID[] visits() {
            return appointments.toArray(UUID[]::new);
        }
    }

    /**
     * @param rows that are gone
     * @param kept rows that stay
     * @param because a code for why they stay: {@code NOTHING}, {@code MEDICAL_RECORD}, {@code BOOKKEEPING}, {@code PROOF}
     */
    record Erased(int rows, int kept, String because) {
        public static Erased all(int rows) {
            return new Erased(rows, 0, "NOTHING");
        }

        public static Erased kept(int rows, String because) {
            return new Erased(0, rows, because);
        }
    }

    /** Where a copy goes. */
    interface Parcel {
        /** A table: JSON for programs, and a page that people can read. Nothing when it has no rows. */
        void rows(String name, List<? extends Map<String, ? extends @Nullable Object>> rows) throws IOException;

        /** Whether the patient fetches it themselves. What the clinic fetches for them leaves out what its people may not see. */
        default boolean toThePatient() {
            return true;
        }

        /** A file as it is. */
        void file(String name, Content content) throws IOException;

        default void file(String name, InputStream content) throws IOException {
            file(name, content::transferTo);
        }
    }

    /** Writes a file's bytes. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
