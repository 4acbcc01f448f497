package health.consilium.recording.segments;

import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.PersonalData;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Films.Film;
import health.consilium.recording.media.VirtualFile;
import health.consilium.recording.store.RecordingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Recordings: the films go into the copy; erased they are by the destruction of their keys. */
@Component
class RecordingData implements PersonalData {
    private final RecordingStore recordings;
    private final Films films;
    private final Shredding shredding;

    RecordingData(RecordingStore recordings, Films films, Shredding shredding) {
        this.recordings = recordings;
        this.films = films;
        this.shredding = shredding;
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
        for (Recording one : all) {
            try {
                Film film = films.of(one.id());
                VirtualFile file = film.file();
                parcel.file(
                        one.id() + "." + film.reel().type().substring("video/".length()),
                        out -> file.write(film.recorded(), 0, file.size(), out));
            } catch (Problem | UncheckedIOException nothing) {
                // Nothing was kept of it that could be shown.
                continue;
            }
        }
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
