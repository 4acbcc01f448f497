package health.consilium.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.testing.TestBrowser;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EncryptionTests {
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";

    @Test
    @DisplayName("RFC 8291, Appendix A: the message about the watermelon comes out letter by letter")
    void theExampleOfTheStandard() {
        byte[] encrypted = Encryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(UTF_8),
                0,
                BrowserKeys.read(RECEIVER, "BTBZMqHH6r4Tts7J_aSIgg"),
                P256.of(new BigInteger(1, BASE64.decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))),
                BASE64.decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                        + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj"
                        + "_Qulcy4a-fN");
    }

    @Test
    @DisplayName("a pair made of its private number has the point that belongs to it")
    void thePointOfANumber() {
        var pair = P256.of(new BigInteger(1, BASE64.decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        assertThat(P256.point((ECPublicKey) pair.getPublic())).isEqualTo(BASE64.decode(SENDER));
    }

    @Test
    @DisplayName("only its browser reads a message, no two look alike, and none tells by its length what it says")
    void onlyItsBrowserReadsIt() {
        TestBrowser browser = new TestBrowser("https://push.example/a");
        byte[] once = Encryption.encrypt("ring".getBytes(UTF_8), browser.keys());
        byte[] again = Encryption.encrypt("a longer word".getBytes(UTF_8), browser.keys());
        assertThat(browser.decrypts(once)).isEqualTo("ring".getBytes(UTF_8));
        assertThat(browser.decrypts(again)).isEqualTo("a longer word".getBytes(UTF_8));
        assertThat(once).isNotEqualTo(again).hasSameSizeAs(again);
        TestBrowser another = new TestBrowser("https://push.example/b");
        assertThatThrownBy(() -> another.decrypts(once)).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("a point that is not on the curve would betray the key that it meets, so it is no browser's key")
    void falsePoints() {
        byte[] point = BASE64.decode(RECEIVER);
        point[64] ^= 1;
        assertThatThrownBy(() -> new BrowserKeys(point, new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BrowserKeys(new byte[65], new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BrowserKeys(BASE64.decode(RECEIVER), new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("what a browser gave us prints as a secret")
    void keysDoNotPrint() {
        assertThat(BrowserKeys.read(RECEIVER, "BTBZMqHH6r4Tts7J_aSIgg")).hasToString("BrowserKeys[secret]");
    }
}
