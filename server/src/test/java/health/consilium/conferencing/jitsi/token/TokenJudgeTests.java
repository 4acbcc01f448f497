package health.consilium.conferencing.jitsi.token;

import static health.consilium.conferencing.jitsi.token.Forge.OTHER_RSA;
import static health.consilium.conferencing.jitsi.token.Forge.RSA;
import static health.consilium.conferencing.jitsi.token.Forge.SECRET;
import static health.consilium.conferencing.jitsi.token.Forge.with;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row A8: one row for each reason for which Jitsi's server or page turns a token away. The tokens are made by hand. */
class TokenJudgeTests {
    private static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");
    private static final long T = NOW.getEpochSecond();
    private static final String ROOM = "room-00112233445566778899aabbccddeeff00112233";
    private static final String TENANT = "vpaas-magic-cookie-0123456789abcdef";

    private static final Map<String, Object> HS = Map.of("typ", "JWT", "alg", "HS256");
    private static final Map<String, Object> RS = Map.of("typ", "JWT", "alg", "RS256", "kid", "clinic-1");
    private static final Map<String, Object> JAAS = Map.of("typ", "JWT", "alg", "RS256", "kid", TENANT + "/ab12cd");

    private static final Map<String, Object> OWN = Map.of(
            "iss",
            "consilium",
            "aud",
            "jitsi",
            "sub",
            "meet.clinic.example",
            "room",
            ROOM,
            "nbf",
            T - 20,
            "exp",
            T + 600,
            "context",
            Map.of("user", Map.of("id", "1", "name", "A"), "features", Map.of("recording", true)));
    private static final Map<String, Object> HOSTED = with(
            with(with(OWN, "iss", "chat"), "sub", TENANT),
            "context",
            Map.of("user", Map.of("id", "1", "moderator", "true"), "features", Map.of("recording", "true")));

    private static final TokenJudge BY_SECRET = new TokenJudge(
            Signer.hs256(Secret.of(SECRET)), new Claims("consilium", "jitsi", "meet.clinic.example", false, false));
    private static final TokenJudge BY_KEY = new TokenJudge(
            Signer.rs256(RSA, "clinic-1"), new Claims("consilium", "jitsi", "meet.clinic.example", false, false));
    private static final TokenJudge AT_8X8 =
            new TokenJudge(Signer.rs256(RSA, TENANT + "/ab12cd"), new Claims("chat", "jitsi", TENANT, true, true));

    record Row(String path, @Nullable Object value, Refusal... refusals) {}

    static Stream<Row> claims() {
        return Stream.of(
                new Row("exp", T + 1),
                new Row("exp", T, Refusal.EXPIRED),
                new Row("exp", T - 1, Refusal.EXPIRED),
                new Row("exp", null, Refusal.EXP_MISSING),
                new Row("exp", String.valueOf(T + 600), Refusal.EXP_NO_NUMBER),
                new Row("exp", List.of(T + 600), Refusal.EXP_NO_NUMBER),
                new Row("exp", true, Refusal.EXP_NO_NUMBER),
                new Row("exp", -1, Refusal.EXPIRED),
                new Row("exp", 0.5, Refusal.EXPIRED),
                new Row("exp", (T + 600) * 1000),
                new Row("nbf", T - 1),
                new Row("nbf", T),
                new Row("nbf", T + 1, Refusal.NOT_YET),
                new Row("nbf", null),
                new Row("nbf", String.valueOf(T), Refusal.NBF_NO_NUMBER),
                new Row("iss", null, Refusal.ISS_MISSING),
                new Row("iss", "somebody", Refusal.ISS),
                new Row("iss", "Consilium", Refusal.ISS),
                new Row("iss", List.of("consilium"), Refusal.ISS),
                new Row("iss", "*", Refusal.ISS),
                new Row("aud", null, Refusal.AUD_MISSING),
                new Row("aud", "others", Refusal.AUD),
                new Row("aud", "*", Refusal.AUD),
                new Row("aud", "", Refusal.AUD_MISSING),
                new Row("aud", List.of("jitsi"), Refusal.AUD),
                new Row("sub", null, Refusal.SUB_MISSING),
                new Row("sub", "meet.other.example", Refusal.SUB),
                new Row("sub", "*", Refusal.SUB),
                new Row("room", null, Refusal.ROOM_MISSING),
                new Row("room", "", Refusal.ROOM_MISSING, Refusal.ROOM),
                new Row("room", "*", Refusal.ROOM),
                new Row("room", ROOM + "0", Refusal.ROOM),
                new Row("room", List.of(ROOM), Refusal.ROOM_MISSING),
                new Row("context.room", Map.of("regex", true), Refusal.ROOM_PATTERN),
                new Row("context.room", Map.of("regex", "true"), Refusal.ROOM_PATTERN),
                new Row("context.room", Map.of("regex", false)),
                new Row("room", ROOM.toUpperCase(java.util.Locale.ROOT)),
                new Row("context", null, Refusal.CONTEXT_MISSING),
                new Row("context", "all", Refusal.CONTEXT_MISSING),
                new Row("context.features.no-such-thing", true, Refusal.FEATURE_UNKNOWN),
                new Row("context.features.recording", "yes", Refusal.FEATURE_VALUE),
                new Row("context.features.recording", 1, Refusal.FEATURE_VALUE),
                new Row("context.features.recording", "false"));
    }

    @ParameterizedTest
    @MethodSource("claims")
    @DisplayName("A8: what a Jitsi of one's own refuses in what a token says, by secret and by key")
    void ofClaims(Row row) {
        Map<String, Object> claims = with(OWN, row.path(), row.value());
        assertThat(BY_SECRET.refusals(Forge.hs256(HS, claims, SECRET), ROOM, NOW))
                .isEqualTo(of(row.refusals()));
        assertThat(BY_KEY.refusals(Forge.rs256(RS, claims, RSA), ROOM, NOW)).isEqualTo(of(row.refusals()));
    }

    static Stream<Row> hosted() {
        return Stream.of(
                new Row("exp", T + 1),
                new Row("exp", T, Refusal.EXPIRED),
                new Row("exp", null, Refusal.EXP_MISSING),
                new Row("exp", T - 1, Refusal.EXPIRED),
                new Row("exp", String.valueOf(T + 600), Refusal.EXP_NO_NUMBER),
                new Row("nbf", null),
                new Row("nbf", T),
                new Row("nbf", T + 1, Refusal.NOT_YET),
                new Row("iss", null, Refusal.ISS_MISSING),
                new Row("iss", "consilium", Refusal.ISS),
                new Row("aud", null, Refusal.AUD_MISSING),
                new Row("aud", "consilium", Refusal.AUD),
                new Row("aud", List.of("jitsi"), Refusal.AUD),
                new Row("sub", null, Refusal.SUB_MISSING),
                new Row("sub", "vpaas-magic-cookie-of-somebody-else", Refusal.SUB),
                new Row("room", null, Refusal.ROOM_MISSING),
                new Row("room", ROOM + "0", Refusal.ROOM),
                new Row("context", null, Refusal.CONTEXT_MISSING, Refusal.FEATURES_MISSING, Refusal.MODERATOR_VALUE),
                new Row("context.room", Map.of("regex", true), Refusal.ROOM_PATTERN),
                new Row("context.user", null, Refusal.MODERATOR_VALUE),
                new Row("room", "*", Refusal.ROOM),
                new Row("context.features", null, Refusal.FEATURES_MISSING),
                new Row("context.features.recording", true, Refusal.FEATURE_VALUE),
                new Row("context.features.recordings", "true", Refusal.FEATURE_UNKNOWN),
                new Row("context.user.moderator", true, Refusal.MODERATOR_VALUE),
                new Row("context.user.moderator", null, Refusal.MODERATOR_VALUE));
    }

    @ParameterizedTest
    @MethodSource("hosted")
    @DisplayName("A8: what JaaS refuses in what a token says")
    void ofHostedClaims(Row row) {
        Map<String, Object> claims = with(HOSTED, row.path(), row.value());
        assertThat(AT_8X8.refusals(Forge.rs256(JAAS, claims, RSA), ROOM, NOW)).isEqualTo(of(row.refusals()));
    }

    @Test
    @DisplayName("A8: the header says JWT and nothing else, the algorithm that was agreed, and which key")
    void header() {
        assertThat(bySecret(header -> with(header, "typ", null))).containsExactly(Refusal.TYP);
        assertThat(bySecret(header -> with(header, "typ", "jwt"))).containsExactly(Refusal.TYP);
        assertThat(bySecret(header -> with(header, "alg", "none"))).containsExactly(Refusal.ALG, Refusal.SIGNATURE);
        assertThat(bySecret(header -> with(header, "alg", "HS512"))).containsExactly(Refusal.ALG, Refusal.SIGNATURE);
        assertThat(bySecret(header -> with(header, "alg", "RS256"))).containsExactly(Refusal.ALG, Refusal.SIGNATURE);
        assertThat(byKey(header -> with(header, "kid", null))).containsExactly(Refusal.KID_MISSING);
        assertThat(byKey(header -> with(header, "kid", "clinic-2"))).containsExactly(Refusal.KID_MISMATCH);
        assertThat(byKey(header -> with(header, "alg", "HS256"))).containsExactly(Refusal.ALG, Refusal.SIGNATURE);
        Map<String, Object> otherTenant = with(JAAS, "kid", "vpaas-magic-cookie-other/ab12cd");
        assertThat(AT_8X8.refusals(Forge.rs256(otherTenant, HOSTED, RSA), ROOM, NOW))
                .containsExactly(Refusal.KID_MISMATCH);
        Map<String, Object> withoutTenant = with(JAAS, "kid", "ab12cd");
        assertThat(AT_8X8.refusals(Forge.rs256(withoutTenant, HOSTED, RSA), ROOM, NOW))
                .containsExactly(Refusal.KID_MISMATCH);
        assertThat(AT_8X8.refusals(Forge.rs256(with(JAAS, "kid", null), HOSTED, RSA), ROOM, NOW))
                .containsExactly(Refusal.KID_MISSING);
        assertThat(byKey(header -> with(header, "alg", "RS512"))).containsExactly(Refusal.ALG, Refusal.SIGNATURE);
    }

    @Test
    @DisplayName("A8: each reason for which Jitsi turns a token away is one that these tests give")
    void allReasons() {
        Set<Refusal> given = EnumSet.of(
                Refusal.FORM, Refusal.TYP, Refusal.ALG, Refusal.KID_MISSING, Refusal.KID_MISMATCH, Refusal.SIGNATURE);
        Stream.concat(claims(), hosted()).forEach(row -> given.addAll(List.of(row.refusals())));
        assertThat(given).containsExactlyInAnyOrder(Refusal.values());
    }

    @Test
    @DisplayName("A8: another key, a changed word or no signature at all")
    void signature() {
        String good = Forge.hs256(HS, OWN, SECRET);
        String[] parts = good.split("\\.", -1);
        String doctor = Forge.hs256(HS, with(OWN, "context.features.recording", false), SECRET)
                .split("\\.", -1)[1];
        assertThat(BY_SECRET.refusals(good, ROOM, NOW)).isEmpty();
        for (String bad : List.of(
                Forge.hs256(HS, OWN, SECRET + "!"),
                parts[0] + "." + doctor + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(2))) {
            assertThat(BY_SECRET.refusals(bad, ROOM, NOW)).containsExactly(Refusal.SIGNATURE);
        }
        assertThat(BY_KEY.refusals(Forge.rs256(RS, OWN, OTHER_RSA), ROOM, NOW)).containsExactly(Refusal.SIGNATURE);
    }

    @Test
    @DisplayName("A8: what is no token is refused whole, and nothing breaks")
    void form() {
        String good = Forge.hs256(HS, OWN, SECRET);
        String[] parts = good.split("\\.", -1);
        for (String bad : List.of(
                "",
                "a",
                "..",
                parts[0] + "." + parts[1],
                good + ".more",
                "bm8." + parts[1] + "." + parts[2],
                parts[0] + ".WzFd." + parts[2],
                "\u00e9." + parts[1] + "." + parts[2])) {
            assertThat(BY_SECRET.refusals(bad, ROOM, NOW)).as(bad).containsExactly(Refusal.FORM);
        }
    }

    private static Set<Refusal> bySecret(UnaryOperator<Map<String, Object>> change) {
        return BY_SECRET.refusals(Forge.hs256(change.apply(HS), OWN, SECRET), ROOM, NOW);
    }

    private static Set<Refusal> byKey(UnaryOperator<Map<String, Object>> change) {
        return BY_KEY.refusals(Forge.rs256(change.apply(RS), OWN, RSA), ROOM, NOW);
    }

    private static Set<Refusal> of(Refusal... refusals) {
        Set<Refusal> set = EnumSet.noneOf(Refusal.class);
        set.addAll(Arrays.asList(refusals));
        return set;
    }
}
