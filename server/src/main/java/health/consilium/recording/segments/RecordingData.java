package health.consilium.recording.segments;

import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.PersonalData;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Films.Film;
import health.consilium.recording.media.VirtualFile;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.RecordingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Recordings: the films go into the copy that patients fetch themselves, and into no other; erased they are by the destruction of their keys. */
@Component
class RecordingData implements PersonalData {
    private final RecordingStore recordings;
    private final Films films;
    private final Shredding shredding;
    private final Ledger ledger;

    RecordingData(RecordingStore recordings, Films films, Shredding shredding, Ledger ledger) {
        this.recordings = recordings;
        this.films = films;
        this.shredding = shredding;
        this.ledger = ledger;
    }

    @Override
    public String section() {
        return "recordings";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        List<Recording> all = readable(whose);
        parcel.rows(
                "recordings",
                all.stream()
                        .map(one -> Map.of(
                                "id", one.id(),
                                "consultation", one.consultation().value(),
                                "started_at", String.valueOf(one.startedAt())))
                        .toList());
        parcel.rows("answers", all.stream().flatMap(this::answers).toList());
        if (!parcel.toThePatient()) {
            return;
        }
        for (Recording one : all) {
            try {
                int reels = films.of(one.id()).reels().size();
                for (int number = 1; number <= reels; number++) {
                    film(one.id(), number, parcel);
                }
            } catch (Problem | UncheckedIOException nothing) {
                // Nothing was kept of it that could be shown.
                continue;
            }
        }
    }

    /** The first as in earlier copies; further ones, which could not be joined to it, by their number. */
    private void film(UUID recording, int number, Parcel parcel) throws IOException {
        Film film = films.of(recording, number);
        VirtualFile file = film.file();
        parcel.file(
                recording + (number == 1 ? "" : "-" + number) + "."
                        + film.reel().type().substring("video/".length()),
                out -> file.write(film.recorded(), 0, file.size(), out));
    }

    /** What was asked, answered and done, and when: the ledger, entry by entry. */
    private Stream<Map<String, Object>> answers(Recording one) {
        return ledger.of(one.id()).stream()
                .map(entry -> Map.of(
                        "recording", one.id(),
                        "number", entry.number(),
                        "at", entry.at().toString(),
                        "kind", entry.kind(),
                        "person", String.valueOf(entry.person()),
                        "wording", String.valueOf(entry.wording()),
                        "language", String.valueOf(entry.locale()),
                        "hash", entry.hash()));
    }

    /** What is left in the store is noise by then, and goes with the next sweep. */
    @Override
    public Erased erase(Whose whose) {
        List<Recording> all = readable(whose);
        all.forEach(one -> shredding.shred(one.id(), null));
        return new Erased(all.size(), all.size(), "PROOF");
    }

    private List<Recording> readable(Whose whose) {
        return whose.consultations().stream()
                .map((UUID id) -> recordings.begun(new ConsultationId(id)))
                .flatMap(List::stream)
                .filter(one -> one.phase() != Phase.DELETED)
                .toList();
    }
}
