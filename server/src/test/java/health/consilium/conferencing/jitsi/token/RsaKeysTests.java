package health.consilium.conferencing.jitsi.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RsaKeysTests {
    private static final String KEY = "consilium.conferencing.jaas.private-key";

    @TempDir
    private Path directory;

    @Test
    @DisplayName(
            "A8: a key is read as openssl and as ssh-keygen write it, from a file, a text, or a variable's one line")
    void forms() throws IOException {
        byte[] pkcs8 = Forge.RSA.reveal().getEncoded();
        byte[] pkcs1 = PrivateKeyInfo.getInstance(pkcs8)
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        String first = pem("PRIVATE KEY", pkcs8);
        Path file = Files.writeString(directory.resolve("key.pem"), first);
        for (String given : new String[] {
            first, pem("RSA PRIVATE KEY", pkcs1), file.toString(), first.replace("\n", "\\n"), " " + first + "\n\n"
        }) {
            assertThat(RsaKeys.read(KEY, Secret.of(given)).reveal().getPrivateExponent())
                    .isEqualTo(Forge.RSA.reveal().getPrivateExponent());
        }
    }

    @Test
    @DisplayName(
            "A8: what is no key, half a key, a public key or a short key is refused in words that hold nothing of it")
    void refused() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(1024);
        String weak =
                pem("PRIVATE KEY", ((RSAPrivateCrtKey) keys.generateKeyPair().getPrivate()).getEncoded());
        String good = pem("PRIVATE KEY", Forge.RSA.reveal().getEncoded());
        for (String given : new String[] {
            "/no/such/file.pem",
            "\u0000",
            good.replace("PRIVATE", "PUBLIC"),
            good.replace("PRIVATE", "ENCRYPTED PRIVATE"),
            good.replaceFirst("(?s)\n.{400}", "\n"),
            weak
        }) {
            assertThatThrownBy(() -> RsaKeys.read(KEY, Secret.of(given)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(KEY)
                    .hasMessageNotContaining(given.substring(given.length() / 2));
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----";
    }
}
