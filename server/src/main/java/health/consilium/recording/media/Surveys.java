package health.consilium.recording.media;

import health.consilium.recording.store.FilmStore;
import health.consilium.recording.vault.Cipher256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was found out about a recording that is complete, under its own key: with the key it goes, too. */
@Component
class Surveys {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FilmStore films;
    private final Clock clock;

    Surveys(FilmStore films, Clock clock) {
        this.films = films;
        this.clock = clock;
    }

    void keep(UUID recording, int parts, Survey survey, Cipher256 cipher) {
        byte[] sealed = cipher.seal(JSON.writeValueAsBytes(survey), purpose(recording, parts));
        films.keep(recording, parts, sealed, clock.instant());
    }

    /** Empty when there is none of so many parts, or when it is not what was kept: it can be found out again. */
    Optional<Survey> find(UUID recording, int parts, Cipher256 cipher) {
        return films.find(recording, parts).flatMap(kept -> {
            try {
                return Optional.of(JSON.readValue(cipher.open(kept, purpose(recording, parts)), Survey.class));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        });
    }

    private static byte[] purpose(UUID recording, int parts) {
        return "film of %s from %d parts".formatted(recording, parts).getBytes(StandardCharsets.UTF_8);
    }
}
