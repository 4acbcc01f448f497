package health.consilium.recording.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import health.consilium.kernel.Secret;
import java.security.GeneralSecurityException;

/** AES-256-GCM under one key: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
public final class Cipher256 {
    /** By how much what is sealed is longer. */
    public static final int OVERHEAD = 12 + 16;

    private final Aead aead;

    @AccessesPartialKey
    public Cipher256(Secret<byte[]> key) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .build();
            aead = AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.reveal(), InsecureSecretKeyAccess.get()))
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(byte[] plain, byte[] purpose) {
        try {
            return aead.encrypt(plain, purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it is not what was sealed under this key for that purpose */
    public byte[] open(byte[] sealed, byte[] purpose) throws GeneralSecurityException {
        return aead.decrypt(sealed, purpose);
    }
}
