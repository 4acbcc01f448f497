package health.consilium.conferencing;

import java.util.UUID;

/** The provider that should record this consultation's room does not, or not any more. */
public record RoomRecordingBroke(UUID consultation) {}
