package health.consilium.conferencing.jitsi.token;

/** How a Jitsi is set up that lets people in by our tokens, whoever runs it. */
public interface TokenSetup {
    /** Whether it is set up at all; without that nothing else is asked. */
    boolean there();

    /** @throws health.consilium.kernel.CannotStart when the key cannot be read */
    Signer signer();

    Claims claims();

    /** Below which its rooms and its script are, with a slash at its end. */
    String base();

    /** Whether its recordings come here. */
    boolean records();
}
