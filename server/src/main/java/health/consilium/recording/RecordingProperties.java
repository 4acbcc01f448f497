package health.consilium.recording;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Recording.
 *
 * @param enabled whether doctors may ask to record
 * @param capture who records: page (a page of those who are there, so that nothing leaves the clinic) or provider (the service
 *     that carries the call, where it can; its film is fetched and deleted there, and people read so before they agree)
 * @param onWithdrawal what becomes of the earlier part when somebody takes their consent back: keep or delete
 * @param keptDays for how many days a recording is kept; people read it before they agree
 * @param uploadWithin how long after its end the rest of a recording may still arrive
 * @param reserve how much room on the disk recordings leave to the rest of the server; with less, they stop
 * @param awayAfter for how long what keeps recordings may not answer while parts arrive; then they stop, and people are told
 * @param masterKey the number of the key that wraps the keys of recordings; a higher one makes a new key and wraps all anew
 * @param lostSecrets secrets that are gone for good (recordings-1, recording-ledger): without this the program does not start without them
 */
@ConfigurationProperties("consilium.recording")
public record RecordingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("page") Capture capture,
        @DefaultValue("keep") OnWithdrawal onWithdrawal,
        @DefaultValue("3650") int keptDays,
        @DefaultValue("24h") Duration uploadWithin,
        @DefaultValue("1GB") DataSize reserve,
        @DefaultValue("1m") Duration awayAfter,
        @DefaultValue("1") int masterKey,
        @DefaultValue({}) List<String> lostSecrets) {
    public RecordingProperties {
        SettingCheck.atLeast("consilium.recording.kept-days", keptDays, 1);
        SettingCheck.positive("consilium.recording.upload-within", uploadWithin);
        SettingCheck.notNegative("consilium.recording.away-after", awayAfter);
        SettingCheck.atLeast("consilium.recording.master-key", masterKey, 1);
        lostSecrets = List.copyOf(lostSecrets);
        SettingCheck.require(
                !lostSecrets.contains("recordings-" + masterKey),
                "consilium.recording.lost-secrets",
                lostSecrets,
                "it names the master key in use, so raise consilium.recording.master-key");
    }
}
