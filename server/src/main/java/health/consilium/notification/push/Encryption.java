package health.consilium.notification.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Message encryption for Web Push (RFC 8291) in the coding aes128gcm (RFC 8188), one record a message. */
public final class Encryption {
    /** All messages get the same length, so that none tells by its size what it says. */
    static final int PADDED = 256;

    private static final int SALT = 16;
    private static final int RECORD_SIZE = 4096;
    private static final int KEY_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Encryption() {}

    /** Only the browser that subscribed can read it. */
    static byte[] encrypt(byte[] message, BrowserKeys browser) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encrypt(message, PADDED, browser, P256.fresh(), salt);
    }

    /** @param sender a pair that serves for this message only */
    public static byte[] encrypt(byte[] message, int padded, BrowserKeys browser, KeyPair sender, byte[] salt) {
        byte[] receiverPoint = browser.p256dh();
        byte[] senderPoint = P256.point((ECPublicKey) sender.getPublic());
        byte[] plain = Arrays.copyOf(message, Math.max(message.length + 1, padded));
        plain[message.length] = LAST_RECORD;
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(sender.getPrivate());
            agreement.doPhase(P256.publicKey(receiverPoint), true);
            byte[] info = ByteBuffer.allocate(14 + 2 * P256.POINT)
                    .put("WebPush: info\0".getBytes(US_ASCII))
                    .put(receiverPoint)
                    .put(senderPoint)
                    .array();
            byte[] secret = hkdf(browser.auth(), agreement.generateSecret(), info, 32);
            byte[] key = hkdf(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
            byte[] nonce = hkdf(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(KEY_BITS, nonce));
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(SALT + 4 + 1 + P256.POINT + sealed.length)
                    .put(salt)
                    .putInt(RECORD_SIZE)
                    .put((byte) P256.POINT)
                    .put(senderPoint)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF with SHA-256 (RFC 5869), both steps. */
    public static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(secret)
                        .thenExpand(info, length));
    }
}
