package health.consilium.conferencing.jitsi.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges a token as Jitsi's server (Prosody with its token plugin) and Jitsi's page do, written from their published rules
 * and not from what we sign. Stricter in two points: a token must end, and must name one room and one domain, by their names and
 * not by a pattern; the server would let in one that does not.
 */
public final class TokenJudge {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> WORDS = Set.of("true", "false");

    private final Signer key;
    private final Claims wanted;

    /**
     * @param key what the other side has of it
     * @param wanted iss, aud and sub that the other side accepts
     */
    public TokenJudge(Signer key, Claims wanted) {
        this.key = key;
        this.wanted = wanted;
    }

    /** Everything that is wrong with it. @return empty: whoever carries it comes in */
    public Set<Refusal> refusals(String token, String room, Instant now) {
        String[] parts = token.split("\\.", -1);
        JsonNode header = parts.length == 3 ? object(parts[0]) : null;
        JsonNode claims = parts.length == 3 ? object(parts[1]) : null;
        if (header == null || claims == null) {
            return EnumSet.of(Refusal.FORM);
        }
        Verdicts verdicts = new Verdicts(header, claims, now);
        ofTheHeader(verdicts);
        verdicts.refuse(!isSigned(parts), Refusal.SIGNATURE)
                .times()
                .same("iss", wanted.issuer(), Refusal.ISS_MISSING, Refusal.ISS)
                .same("aud", wanted.audience(), Refusal.AUD_MISSING, Refusal.AUD)
                .same("sub", wanted.subject(), Refusal.SUB_MISSING, Refusal.SUB)
                .refuse(claims.path("room").asString("").isEmpty(), Refusal.ROOM_MISSING)
                .refuse(
                        claims.path("room").isString()
                                && !claims.path("room")
                                        .asString()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(room.toLowerCase(Locale.ROOT)),
                        Refusal.ROOM);
        ofThePage(verdicts);
        return verdicts.found();
    }

    private void ofTheHeader(Verdicts verdicts) {
        String keyId = key.header().getKeyID();
        String said = verdicts.header("kid");
        boolean named = keyId != null || wanted.words();
        boolean ofTenant = !wanted.words() || said.startsWith(wanted.subject() + "/");
        verdicts.refuse(!verdicts.header("typ").equals("JWT"), Refusal.TYP)
                .refuse(
                        !verdicts.header("alg")
                                .equals(key.header().getAlgorithm().getName()),
                        Refusal.ALG)
                .refuse(named && said.isEmpty(), Refusal.KID_MISSING)
                .refuse(named && !said.isEmpty() && !(said.equals(keyId) && ofTenant), Refusal.KID_MISMATCH);
    }

    private void ofThePage(Verdicts verdicts) {
        JsonNode context = verdicts.claims().path("context");
        verdicts.refuse(!context.isObject(), Refusal.CONTEXT_MISSING)
                .refuse(isYes(context.path("room").path("regex")), Refusal.ROOM_PATTERN)
                .refuse(wanted.words() && !context.path("features").isObject(), Refusal.FEATURES_MISSING);
        for (Map.Entry<String, JsonNode> feature : context.path("features").properties()) {
            verdicts.refuse(!Features.KNOWN.contains(feature.getKey()), Refusal.FEATURE_UNKNOWN)
                    .refuse(!isYesOrNo(feature.getValue()), Refusal.FEATURE_VALUE);
        }
        JsonNode moderator = context.path("user").path("moderator");
        verdicts.refuse(wanted.words() && !isWord(moderator), Refusal.MODERATOR_VALUE);
    }

    private boolean isYesOrNo(JsonNode value) {
        return isWord(value) || !wanted.words() && value.isBoolean();
    }

    private static boolean isYes(JsonNode value) {
        return value.isBoolean() && value.asBoolean()
                || value.isString() && value.asString().equals("true");
    }

    private static boolean isWord(JsonNode value) {
        return value.isString() && WORDS.contains(value.asString());
    }

    private boolean isSigned(String[] parts) {
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(parts[0]));
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            return header.getAlgorithm().equals(key.header().getAlgorithm())
                    && key.verifier().verify(header, signed, new Base64URL(parts[2]));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable JsonNode object(String part) {
        try {
            JsonNode node = JSON.readTree(new Base64URL(part).decode());
            return node != null && node.isObject() ? node : null;
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }
}
