package health.consilium.readiness;

/** What may spoil the call. The page knows the words and the remedy for each; codes are all that leaves the device. */
public enum Finding {
    INSECURE_PAGE,
    BROWSER_TOO_OLD,
    /** The page was opened inside another app, whose built-in browser keeps camera and microphone to itself. */
    IN_APP_BROWSER,
    CAMERA_NOT_ALLOWED,
    CAMERA_MISSING,
    CAMERA_BUSY,
    CAMERA_DARK,
    CAMERA_FAILED,
    /** The person chose to do without. */
    CAMERA_OFF,
    MICROPHONE_NOT_ALLOWED,
    MICROPHONE_MISSING,
    MICROPHONE_BUSY,
    MICROPHONE_SILENT,
    MICROPHONE_FAILED,
    MICROPHONE_OFF,
    SPEAKER_NOT_HEARD,
    /** Web pages come through, the socket does not. */
    SIGNALLING_BLOCKED,
    /** Neither directly nor through the relay. */
    NO_WAY_OUT,
    RELAY_UNREACHABLE,
    RELAY_NOT_OFFERED,
    LOSS_HIGH,
    DELAY_HIGH,
    JITTER_HIGH,
    BANDWIDTH_LOW,
    BANDWIDTH_TOO_LOW
}
