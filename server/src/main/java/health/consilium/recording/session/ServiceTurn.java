package health.consilium.recording.session;

import java.util.UUID;

/** A recording that a service makes has begun, paused or stopped. */
public record ServiceTurn(UUID recording) {}
