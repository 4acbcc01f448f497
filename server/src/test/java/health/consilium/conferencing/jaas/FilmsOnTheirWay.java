package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.Notices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A film of 8x8 that has come as far as our disk; how it comes there is {@link FilmFetchTests}' matter. */
public final class FilmsOnTheirWay {
    private final FilmStore films;

    public FilmsOnTheirWay(ApplicationContext context) {
        this.films = context.getBean(FilmStore.class);
    }

    /** @return its name */
    public String lies(UUID consultation, String session, Instant from, Duration lasts, byte[] film)
            throws IOException {
        String name = FilmStore.name(consultation, Notices.digest(session));
        films.keep(name, from, lasts, new ByteArrayInputStream(film));
        return name;
    }

    public boolean isThere(String name) {
        try {
            films.open(name).bytes().close();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
