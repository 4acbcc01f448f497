package health.consilium.notification.push;

import java.util.Base64;

/**
 * What a browser gave us to encrypt for it (RFC 8291). Prints nothing of it.
 *
 * @param p256dh its public point, 65 bytes
 * @param auth 16 secret bytes
 */
public record BrowserKeys(byte[] p256dh, byte[] auth) {
    private static final int AUTH = 16;

    public BrowserKeys {
        P256.publicKey(p256dh);
        if (auth.length != AUTH) {
            throw new IllegalArgumentException("auth has 16 bytes");
        }
        p256dh = p256dh.clone();
        auth = auth.clone();
    }

    /** @throws IllegalArgumentException when that is no such pair */
    public static BrowserKeys read(String p256dh, String auth) {
        return new BrowserKeys(
                Base64.getUrlDecoder().decode(p256dh), Base64.getUrlDecoder().decode(auth));
    }

    @Override
    public byte[] p256dh() {
        return p256dh.clone();
    }

    @Override
    public byte[] auth() {
        return auth.clone();
    }

    @Override
    public String toString() {
        return "BrowserKeys[secret]";
    }
}
