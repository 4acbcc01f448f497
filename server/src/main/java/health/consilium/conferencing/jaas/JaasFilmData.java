package health.consilium.conferencing.jaas;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Films on their way. They are in a copy once they are among the recordings, and gone with their person before. */
final class JaasFilmData implements PersonalData {
    private final FilmStore films;

    JaasFilmData(FilmStore films) {
        this.films = films;
    }

    @Override
    public String section() {
        return "films-on-their-way";
    }

    @Override
    public void export(Whose whose, Parcel parcel) {}

    @Override
    public Erased erase(Whose whose) {
        try {
            int gone = 0;
            for (UUID call : whose.consultations()) {
                gone += films.deleteOf(call);
            }
            return Erased.all(gone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
