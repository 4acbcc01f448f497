package health.consilium.identity.factor;

import health.consilium.identity.UserId;
import health.consilium.kernel.SecretStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Secrets of authenticator apps lie in the database sealed (AES-256-GCM) and bound to their account: a copy of it alone makes no codes. */
@Component
class FactorSeal {
    private static final String NAME = "second-factors";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretStore secrets;

    FactorSeal(SecretStore secrets) {
        this.secrets = secrets;
    }

    byte[] seal(UserId account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(UserId account, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return run(Cipher.DECRYPT_MODE, account, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, UserId account, byte[] nonce, byte[] text) {
        try {
            byte[] named = secrets.named(NAME).reveal().getBytes(StandardCharsets.UTF_8);
            byte[] key = MessageDigest.getInstance("SHA-256").digest(named);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A second factor does not open: is secrets/" + NAME + " another one?", e);
        }
    }
}
