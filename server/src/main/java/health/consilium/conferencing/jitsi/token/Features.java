package health.consilium.conferencing.jitsi.token;

import java.util.List;
import java.util.Set;

/** The rights that Jitsi's page knows by name; any other is an error there. */
final class Features {
    /** Nobody calls in or out by telephone, nothing is broadcast, and files go with our own chat. */
    static final List<String> NEVER = List.of(
            "livestreaming",
            "transcription",
            "inbound-call",
            "outbound-call",
            "sip-inbound-call",
            "sip-outbound-call",
            "file-upload",
            "list-visitors");

    static final Set<String> KNOWN = Set.of(
            "branding",
            "calendar",
            "create-polls",
            "file-upload",
            "flip",
            "inbound-call",
            "livestreaming",
            "live-translation",
            "lobby",
            "moderation",
            "outbound-call",
            "recording",
            "room",
            "screen-sharing",
            "send-groupchat",
            "list-visitors",
            "sip-inbound-call",
            "sip-outbound-call",
            "transcription");

    private Features() {}
}
