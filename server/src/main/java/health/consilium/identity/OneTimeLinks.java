package health.consilium.identity;

import health.consilium.kernel.Secret;
import java.time.Instant;

/**
 * Links that let somebody in once, for mails. The token belongs behind the # of an address, so that no server and no proxy
 * on the way writes it down. It is kept only as a hash. Opening its page uses nothing up, because mail scanners open pages
 * too: the person has to act.
 */
public interface OneTimeLinks {
    /**
     * A link for {@code /l#TOKEN}: after a confirmation it signs the patient in for the one appointment that the path names,
     * and goes there. Earlier ones stay good until they are used or over, five at most for a person and appointment: whoever
     * opens yesterday's mail instead of today's comes in as well.
     *
     * @param person a patient; doctors and administrators never sign in by link
     * @param path where to go, within our pages, with the appointment's id in it, for example {@code /call/ID}
     * @param until from then on it is over
     * @throws IllegalArgumentException when the person is no patient or the path names no appointment
     */
    Secret<String> issue(UserId person, String path, Instant until);

    /**
     * A link for {@code /password#TOKEN}: sets a new password. Earlier ones of the person stop working.
     *
     * @param person anybody with an account
     */
    Secret<String> issueForPassword(UserId person, Instant until);
}
