package health.consilium.admin.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Encrypts a stream under a passphrase: Tink's AES-256-GCM in pieces, bound to their order and their end, so that nothing can
 * be swapped, taken out or cut off unseen. The key comes from PBKDF2 with HMAC-SHA-256 and a fresh salt for each file.
 */
final class Seal {
    private static final byte[] MAGIC = "CONSILIUM BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int PIECE = 1 << 20;
    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /** To be closed: the last piece says that it is the last. */
    static OutputStream into(OutputStream out, char[] passphrase) throws IOException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        out.write(MAGIC);
        out.write(salt);
        try {
            return cipher(passphrase, salt).newEncryptingStream(out, MAGIC);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** @throws IOException with words for people when it is no backup, the passphrase is wrong, or it was changed */
    static InputStream from(InputStream in, char[] passphrase) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("this file is no backup of Consilium");
        }
        try {
            InputStream open = new BufferedInputStream(
                    cipher(passphrase, in.readNBytes(SALT)).newDecryptingStream(in, MAGIC));
            open.mark(1);
            open.read();
            open.reset();
            return open;
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException("the passphrase is not the one of this backup, or the backup was changed");
        }
    }

    private static AesGcmHkdfStreaming cipher(char[] passphrase, byte[] salt) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ROUNDS, BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        return new AesGcmHkdfStreaming(key, "HmacSha256", BITS / 8, PIECE, 0);
    }
}
