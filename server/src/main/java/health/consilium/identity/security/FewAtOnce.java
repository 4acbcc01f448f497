package health.consilium.identity.security;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2 takes 16 MB for each password on purpose; a crowd that signs in at once must not take all memory. */
final class FewAtOnce implements PasswordEncoder {
    private final PasswordEncoder encoder;
    private final Semaphore room;

    FewAtOnce(PasswordEncoder encoder, int most) {
        this.encoder = encoder;
        this.room = new Semaphore(most, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        room.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            room.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        room.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            room.release();
        }
    }
}
