package health.consilium.recording.web;

import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.domain.Answer;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Reel;
import health.consilium.recording.store.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * H3: one recording as its two people see it.
 *
 * @param poster where its picture is; null: there is none
 * @param phase STOPPED: it may be shown; DELETED: it cannot be read any more
 * @param arriving it is over, and something of it may still be on its way
 * @param durationMs of the film, which leaves pauses out and stands still in what was lost; null while it is not whole,
 *     or when there is nothing to show
 * @param size of the film, in bytes; null like its duration
 * @param gaps what is not in the film; empty while it is not whole
 * @param parts the film, and what could not be joined to it, each to be asked for by its number; empty while it is not whole
 * @param agreement what its reader has answered; null for the doctor, who asked, and for whoever was never asked
 * @param onWithdrawal what becomes of it when they take their agreement back, as they read before they agreed
 * @param answers who said what about being recorded, in the order of time; they stay when it is deleted
 */
record RecordingJson(
        UUID id,
        String url,
        @Nullable String poster,
        Phase phase,
        @Nullable Instant startedAt,
        boolean patientMayDownload,
        boolean arriving,
        @Nullable Instant deletedAt,
        @Nullable Long durationMs,
        @Nullable Long size,
        List<Films.Gap> gaps,
        List<PartJson> parts,
        @Nullable Answer agreement,
        OnWithdrawal onWithdrawal,
        List<SaidJson> answers) {
    /**
     * What one of the two said about being recorded.
     *
     * @param kind ASKED: the doctor asked, and so agreed; AGREED, DECLINED, WITHDRAWN
     */
    record SaidJson(Role who, String kind, Instant at) {}

    /** Of whom an answer is. */
    enum Role {
        DOCTOR,
        PATIENT
    }

    private static final Set<String> ANSWERS = Set.of("ASKED", "AGREED", "DECLINED", "WITHDRAWN");

    static List<SaidJson> answers(Recording r, List<Ledger.Entry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.person() != null && ANSWERS.contains(entry.kind()))
                .map(entry -> new SaidJson(
                        r.doctor().value().equals(entry.person()) ? Role.DOCTOR : Role.PATIENT,
                        entry.kind(),
                        entry.at()))
                .toList();
    }

    /** @param number from 1 up, in the order of time */
    record PartJson(int number, Instant startedAt, long durationMs, long size, String type) {}

    static List<PartJson> parts(Films.Film film) {
        return IntStream.range(0, film.reels().size())
                .mapToObj(i -> part(i + 1, film.reels().get(i)))
                .toList();
    }

    private static PartJson part(int number, Reel reel) {
        return new PartJson(
                number, reel.startedAt(), reel.file().duration(), reel.file().size(), reel.type());
    }
}
