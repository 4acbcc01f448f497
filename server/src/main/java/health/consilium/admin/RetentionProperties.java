package health.consilium.admin;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is kept only for a while is kept; 0 keeps it for ever. Why so long: docs/adr/0032-kept-for-a-while.md.
 *
 * @param chat what patients and doctors wrote each other
 * @param files what they sent each other
 * @param callEvents who came, rang and left when, from the end of the consultation on
 * @param qualitySamples the samples of a call; what they amount to stays with the consultation
 * @param messages who was told what; what somebody has not read in the app stays
 * @param mails whole mails, of which only a demo keeps any
 * @param visits where a patient was during a visit, and whom to reach, from the end of the appointment on
 * @param webhooks what other systems were told, with its attempts
 */
@ConfigurationProperties("consilium.retention")
public record RetentionProperties(
        @DefaultValue("3650d") Duration chat,
        @DefaultValue("3650d") Duration files,
        @DefaultValue("1095d") Duration callEvents,
        @DefaultValue("90d") Duration qualitySamples,
        @DefaultValue("180d") Duration messages,
        @DefaultValue("30d") Duration mails,
        @DefaultValue("30d") Duration visits,
        @DefaultValue("30d") Duration webhooks) {
    private static final Duration SHORTEST = Duration.ofDays(1);

    public RetentionProperties {
        check("chat", chat);
        check("files", files);
        check("call-events", callEvents);
        check("quality-samples", qualitySamples);
        check("messages", messages);
        check("mails", mails);
        check("visits", visits);
        check("webhooks", webhooks);
    }

    /** Empty: for ever. @throws IllegalArgumentException when there is no setting for that kind */
    public Optional<Duration> of(String kind) {
        Duration kept = switch (kind) {
            case "chat" -> chat;
            case "files" -> files;
            case "call-events" -> callEvents;
            case "quality-samples" -> qualitySamples;
            case "messages" -> messages;
            case "mails" -> mails;
            case "visits" -> visits;
            case "webhooks" -> webhooks;
            default -> throw new IllegalArgumentException("There is no consilium.retention." + kind + ".");
        };
        return Optional.of(kept).filter(Duration::isPositive);
    }

    private static void check(String kind, Duration kept) {
        SettingCheck.require(
                kept.isZero() || kept.compareTo(SHORTEST) >= 0,
                "consilium.retention." + kind,
                kept,
                "it must be a day or longer, or 0 to keep it for ever: with less, things would go while they are used");
    }
}
