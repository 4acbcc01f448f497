package health.consilium.recording.vault;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.KeyRing;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.KeyWrapping;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * Master keys among the secrets of this installation: {@code secrets/recordings-1}, {@code -2}, … by the setting, and of each
 * {@code recordings-1-2}, {@code -3}, … by {@code rotate-keys}. Only where there is no other {@link KeyWrapping}: a bean of that type,
 * of a key management service, is used instead.
 */
@Component
@Fallback
class LocalKeyWrapping implements KeyWrapping {
    private static final Pattern NAME = Pattern.compile("recordings-[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})?");

    private final SecretStore secrets;
    private final KeyRing ring;
    private final int generation;

    LocalKeyWrapping(SecretStore secrets, RecordingProperties settings) {
        this.secrets = secrets;
        this.generation = settings.masterKey();
        this.ring = new KeyRing(secrets, "recordings-" + generation);
    }

    @Override
    public String current() {
        return ring.newest();
    }

    void advance() {
        ring.advance();
    }

    /**
     * Master keys that were replaced, are still there, and open nothing any more: the oldest first.
     *
     * @param needed under which keys of recordings are wrapped
     */
    List<String> unused(Set<String> needed) {
        String inUse = current();
        return IntStream.rangeClosed(1, generation)
                .mapToObj(setting -> "recordings-" + setting)
                .flatMap(first -> IntStream.rangeClosed(1, secrets.generations(first))
                        .mapToObj(turn -> turn == 1 ? first : first + "-" + turn))
                .filter(name -> !name.equals(inUse) && !needed.contains(name) && secrets.has(name))
                .toList();
    }

    @Override
    public Wrapped wrap(UUID recording, Secret<byte[]> key) {
        String master = current();
        return new Wrapped(master, master(master).seal(key.reveal(), purpose(recording)));
    }

    @Override
    public Secret<byte[]> unwrap(UUID recording, Wrapped wrapped) throws GeneralSecurityException {
        if (!NAME.matcher(wrapped.master()).matches()) {
            throw new GeneralSecurityException("no such master key");
        }
        if (!secrets.has(wrapped.master())) {
            // Asked for by name it would be made anew, and the loss would go unseen.
            throw new GeneralSecurityException("the master key is gone");
        }
        return Secret.of(master(wrapped.master()).open(wrapped.bytes(), purpose(recording)));
    }

    private Cipher256 master(String name) {
        try {
            return new Cipher256(
                    Secret.of(HexFormat.of().parseHex(secrets.named(name).reveal())));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CannotStart(
                    "The file secrets/" + name + " does not hold a key: it was cut or overwritten.",
                    "Put it back from the backup of secrets/.");
        }
    }

    private static byte[] purpose(UUID recording) {
        return ("key of recording " + recording).getBytes(StandardCharsets.UTF_8);
    }
}
