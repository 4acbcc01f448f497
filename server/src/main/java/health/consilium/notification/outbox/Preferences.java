package health.consilium.notification.outbox;

import java.util.EnumSet;
import java.util.Set;

/**
 * By which ways somebody wants to be told.
 *
 * @param patient whether mails about contract and money go out whatever they chose
 * @param sms whether they agreed to text messages
 */
public record Preferences(boolean patient, boolean mail, boolean push, boolean sms) {
    /** Patients get mails until they say otherwise; who works here has the list in the app. Nobody gets text messages unasked. */
    public static Preferences unchosen(boolean patient) {
        return new Preferences(patient, patient, true, false);
    }

    public Set<Channel> channels(Kind kind) {
        Set<Channel> wanted = EnumSet.of(Channel.APP);
        if (mail || kind.always() || patient && kind.needed()) {
            wanted.add(Channel.MAIL);
        }
        if (push) {
            wanted.add(Channel.PUSH);
        }
        if (sms) {
            wanted.add(Channel.SMS);
        }
        wanted.retainAll(kind.channels());
        return wanted;
    }
}
