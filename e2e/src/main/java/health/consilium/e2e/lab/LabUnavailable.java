package health.consilium.e2e.lab;

/** This computer does not let us make a network; the message says why and what to do. */
public final class LabUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabUnavailable(String message) {
        super(message);
    }
}
