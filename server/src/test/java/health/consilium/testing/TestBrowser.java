package health.consilium.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import health.consilium.notification.push.BrowserKeys;
import health.consilium.notification.push.Encryption;
import health.consilium.notification.push.P256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's side of Web Push: it subscribes with its keys and reads what was encrypted for it (RFC 8291). */
public final class TestBrowser {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SALT = 16;
    private static final int HEADER = SALT + 4 + 1 + P256.POINT;

    private final KeyPair pair = P256.fresh();
    private final byte[] auth = "sixteen letters!".getBytes(US_ASCII);
    private final String endpoint;

    public TestBrowser(String endpoint) {
        this.endpoint = endpoint;
    }

    public BrowserKeys keys() {
        return new BrowserKeys(point(), auth);
    }

    private byte[] point() {
        return P256.point((ECPublicKey) pair.getPublic());
    }

    /** What its page sends to our server. */
    public String subscription(String language) {
        return "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"%s\",\"language\":\"%s\"}"
                .formatted(endpoint, BASE64.encodeToString(point()), BASE64.encodeToString(auth), language);
    }

    public JsonNode reads(byte[] body) {
        return JSON.readTree(new String(decrypts(body), java.nio.charset.StandardCharsets.UTF_8));
    }

    public byte[] decrypts(byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte[] salt = new byte[SALT];
        buffer.get(salt);
        int recordSize = buffer.getInt();
        byte[] sender = new byte[buffer.get()];
        buffer.get(sender);
        if (body.length - HEADER > recordSize) {
            throw new AssertionError("more than one record");
        }
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(P256.publicKey(sender), true);
            byte[] info = ByteBuffer.allocate(14 + 2 * P256.POINT)
                    .put("WebPush: info\0".getBytes(US_ASCII))
                    .put(point())
                    .put(sender)
                    .array();
            byte[] secret = Encryption.hkdf(auth, agreement.generateSecret(), info, 32);
            byte[] key = Encryption.hkdf(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
            byte[] nonce = Encryption.hkdf(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] plain = cipher.doFinal(body, HEADER, body.length - HEADER);
            int end = plain.length - 1;
            while (plain[end] == 0) {
                end--;
            }
            if (plain[end] != 2) {
                throw new AssertionError("not the last record");
            }
            return Arrays.copyOf(plain, end);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
