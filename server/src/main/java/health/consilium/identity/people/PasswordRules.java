package health.consilium.identity.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough (NIST SP 800-63B): long, and neither on the lists of what was stolen elsewhere nor made
 * of the person's own name. No rule about signs and digits: they make passwords hard to remember, not hard to guess.
 */
@Component
public class PasswordRules {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;
    private static final int LEAST_SCORE = 2;
    private static final int LEAST_BESIDE_THE_NAME = 6;

    /** Longer ones are judged by their beginning: the estimate takes time that grows with the square. */
    private static final int JUDGED = 60;

    private final Zxcvbn estimate = new Zxcvbn();

    /**
     * @param own what somebody who knows the person would try: name, mail address, the clinic's name
     * @throws Problem PASSWORD_REFUSED with {@code details.why}: TOO_SHORT, TOO_LONG or EASY_TO_GUESS
     */
    public void check(String password, List<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw refused("TOO_SHORT", "This password is too short. Please use " + SHORTEST + " characters or more.");
        }
        if (length > LONGEST) {
            throw refused("TOO_LONG", "This password is too long. Please use " + LONGEST + " characters or fewer.");
        }
        if (guessable(password, own)) {
            throw refused(
                    "EASY_TO_GUESS",
                    "This password is easy to guess or was stolen elsewhere. Three or four words that do not belong"
                            + " together make a good one.");
        }
    }

    private boolean guessable(String password, List<String> own) {
        String judged = password.length() > JUDGED ? password.substring(0, JUDGED) : password;
        List<String> known = own.stream()
                .flatMap(each -> List.of(each.toLowerCase(Locale.ROOT).split("[\\s@.]+")).stream())
                .filter(part -> part.length() > 2)
                .toList();
        String rest = judged.toLowerCase(Locale.ROOT);
        for (String part : known) {
            rest = rest.replace(part, "");
        }
        return rest.length() < LEAST_BESIDE_THE_NAME
                || estimate.measure(judged, known).getScore() < LEAST_SCORE;
    }

    private static Problem refused(String why, String sentence) {
        return new Problem(ErrorCode.PASSWORD_REFUSED, sentence, Map.of("why", why, "shortest", SHORTEST));
    }
}
