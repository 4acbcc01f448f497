package health.consilium.identity.factor;

import health.consilium.identity.UserId;
import health.consilium.kernel.KeyRing;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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

    private final KeyRing ring;

    FactorSeal(SecretStore secrets) {
        this.ring = new KeyRing(secrets, NAME);
    }

    byte[] seal(UserId account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = run(Cipher.ENCRYPT_MODE, ring.newestFirst().getFirst(), account, nonce, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(UserId account, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] text = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        GeneralSecurityException last = new GeneralSecurityException("no key");
        for (Secret<String> key : ring.newestFirst()) {
            try {
                return run(Cipher.DECRYPT_MODE, key, account, nonce, text);
            } catch (GeneralSecurityException another) {
                last = another;
            }
        }
        throw new IllegalStateException("A second factor does not open: is secrets/" + NAME + " another one?", last);
    }

    /** A new key, under which is sealed from now on. */
    void advance() {
        ring.advance();
    }

    private static byte[] run(int mode, Secret<String> named, UserId account, byte[] nonce, byte[] text)
            throws GeneralSecurityException {
        byte[] key = Sha256.of(named.reveal());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }
}
