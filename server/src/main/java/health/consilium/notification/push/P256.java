package health.consilium.notification.push;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** Keys on the curve P-256 as Web Push writes them: an uncompressed point of 65 bytes (SEC 1, 2.3.3). */
public final class P256 {
    public static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final ECParameterSpec CURVE = ((ECPublicKey) fresh().getPublic()).getParams();

    private P256() {}

    public static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The pair of a private number. The JDK cannot compute its point, Bouncy Castle can.
     *
     * @param number from 1 to the curve's order, exclusive
     */
    public static KeyPair of(BigInteger number) {
        byte[] point = CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(number)
                .normalize()
                .getEncoded(false);
        try {
            var key = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, CURVE));
            return new KeyPair(publicKey(point), (ECPrivateKey) key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static BigInteger order() {
        return CURVE.getOrder();
    }

    /** @throws IllegalArgumentException when that is no point of the curve; a false one would betray our private key */
    public static ECPublicKey publicKey(byte[] point) {
        if (point.length != POINT || point[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT));
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(right)) {
            throw new IllegalArgumentException("not a point of the curve");
        }
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] point(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + COORDINATE);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, from, into, at + COORDINATE - (bytes.length - from), bytes.length - from);
    }
}
