package health.consilium.webhook;

import java.util.UUID;

/**
 * A receiver is not written to any more, and somebody of the clinic should look at it.
 *
 * @param gone it answered that it is gone for good; otherwise it failed too often
 */
public record WebhookSwitchedOff(UUID endpoint, boolean gone) {}
