package health.consilium.prescription.seal;

import health.consilium.kernel.KeyRotation;
import org.springframework.stereotype.Component;

/** Signs prescriptions with a new key from now on. What is signed already is verified with the key that signed it. */
@Component
class SigningKeyRotation implements KeyRotation {
    private final Seal seal;

    SigningKeyRotation(Seal seal) {
        this.seal = seal;
    }

    @Override
    public String name() {
        return "prescriptions";
    }

    @Override
    public int rotate() {
        seal.advance();
        return 0;
    }
}
