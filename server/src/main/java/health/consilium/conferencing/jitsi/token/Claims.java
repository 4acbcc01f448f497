package health.consilium.conferencing.jitsi.token;

import health.consilium.conferencing.spi.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What stands in a token: for one person, one room and one time.
 *
 * @param issuer iss
 * @param audience aud: one, for Jitsi's server refuses a list
 * @param subject sub
 * @param words JaaS wants "true" and "false" as words, a Jitsi of one's own takes them as they are
 * @param records whether the doctor may switch the service's recorder
 */
public record Claims(String issuer, String audience, String subject, boolean words, boolean records) {
    /** Jitsi allows no leeway, and clocks differ. */
    static final Duration EARLIER = Duration.ofSeconds(20);

    public Map<String, Object> of(String room, Admission admission, Instant now) {
        Instant from = admission.notBefore().isAfter(now) ? admission.notBefore() : now;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("sub", subject);
        claims.put("room", room.toLowerCase(Locale.ROOT));
        claims.put("nbf", from.minus(EARLIER).getEpochSecond());
        claims.put("exp", admission.expiresAt().getEpochSecond());
        claims.put("context", Map.of("user", user(admission), "features", features(admission.records())));
        return claims;
    }

    /** No mail address and no picture: the other side knows them, and a video server need not. */
    private Map<String, Object> user(Admission admission) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", admission.person().toString());
        user.put("name", Names.clean(admission.displayName(), admission.owner() ? "Doctor" : "Patient"));
        user.put("affiliation", admission.owner() ? "owner" : "member");
        user.put("moderator", said(admission.owner()));
        return user;
    }

    /** Named one by one: where this list stands, it decides alone. Only the doctor's page may record, and only where it should. */
    private Map<String, Object> features(boolean allowed) {
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("recording", said(allowed && records));
        features.put("screen-sharing", said(true));
        features.put("send-groupchat", said(true));
        for (String off : Features.NEVER) {
            features.put(off, said(false));
        }
        return features;
    }

    private Object said(boolean yes) {
        return words ? (Object) String.valueOf(yes) : (Object) yes;
    }
}
