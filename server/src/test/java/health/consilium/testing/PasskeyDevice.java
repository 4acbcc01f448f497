package health.consilium.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A device with one passkey (ES256), and the browser before it, byte by byte as WebAuthn Level 3 has it. What a test sets stays until it
 * sets something else.
 */
public final class PasskeyDevice {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final KeyPair key;
    private final byte[] id = new byte[32];
    private String origin;
    private String handle = "";
    private String saysItIsFor = "";
    private boolean checksItsOwner = true;
    private int count;

    public PasskeyDevice(String origin) {
        this.origin = origin;
        RANDOM.nextBytes(id);
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            key = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The page that asks is another one. */
    public PasskeyDevice on(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Another website, as the device sees it. */
    public PasskeyDevice saysItIsFor(String host) {
        saysItIsFor = host;
        return this;
    }

    public PasskeyDevice doesNotCheckItsOwner() {
        checksItsOwner = false;
        return this;
    }

    /** How often it has signed. */
    public PasskeyDevice counts(int signed) {
        count = signed;
        return this;
    }

    public PasskeyDevice saysItIs(String otherHandle) {
        handle = otherHandle;
        return this;
    }

    public String id() {
        return BASE64.encodeToString(id);
    }

    /** What {@code navigator.credentials.create} answers. */
    public String makes(JsonNode options) {
        handle = options.path("user").path("id").asString();
        byte[] said = authenticatorData(options.path("rp").path("id").asString(), WITH_KEY, attested());
        ByteBuffer object = ByteBuffer.allocate(40 + said.length);
        object.put((byte) 0xa3)
                .put(text("fmt"))
                .put(text("none"))
                .put(text("attStmt"))
                .put((byte) 0xa0);
        object.put(text("authData")).put((byte) 0x58).put((byte) said.length).put(said);
        String response = "{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]}"
                .formatted(
                        BASE64.encodeToString(clientData("webauthn.create", options)),
                        BASE64.encodeToString(Arrays.copyOf(object.array(), object.position())));
        return credential(response);
    }

    /** What {@code navigator.credentials.get} answers. */
    public String signs(JsonNode options) {
        count += count == 0 ? 0 : 1;
        return signsAgain(options);
    }

    /** The same without counting: a copy of the device. */
    public String signsAgain(JsonNode options) {
        byte[] said = authenticatorData(options.path("rpId").asString(), 0, new byte[0]);
        byte[] client = clientData("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(said);
            signature.update(hash(client));
            String response =
                    "{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\"}"
                            .formatted(
                                    BASE64.encodeToString(client),
                                    BASE64.encodeToString(said),
                                    BASE64.encodeToString(signature.sign()),
                                    handle);
            return credential(response);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String credential(String response) {
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":%s}"
                .formatted(id(), id(), response);
    }

    private byte[] clientData(String type, JsonNode options) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, options.path("challenge").asString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String host, int more, byte[] attested) {
        byte[] site = hash((saysItIsFor.isEmpty() ? host : saysItIsFor).getBytes(StandardCharsets.UTF_8));
        int flags = PRESENT | (checksItsOwner ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37 + attested.length)
                .put(site)
                .put((byte) flags)
                .putInt(count)
                .put(attested)
                .array();
    }

    /** No make, the id, and the key as COSE has it. */
    private byte[] attested() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        out.writeBytes(id);
        out.writeBytes(HexFormat.of().parseHex("a5010203262001215820"));
        out.writeBytes(unsigned(open.getW().getAffineX()));
        out.writeBytes(HexFormat.of().parseHex("225820"));
        out.writeBytes(unsigned(open.getW().getAffineY()));
        return out.toByteArray();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
