package health.consilium.conferencing.jitsi.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.spi.Admission;
import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** H5: what we sign is for one person, one room and one time, and comes in everywhere. */
class ClaimsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2030-01-07T10:00:00.900Z");
    private static final Instant ENDS = Instant.parse("2030-01-07T10:20:00Z");
    private static final String ROOM = "room-00112233445566778899aabbccddeeff00112233";
    private static final String TENANT = "vpaas-magic-cookie-0123456789abcdef";

    private static final Claims OWN = new Claims("consilium", "jitsi", "meet.clinic.example", false, false);
    private static final Claims HOSTED = new Claims("chat", "jitsi", TENANT, true, true);
    private static final Signer SECRET = Signer.hs256(Secret.of(Forge.SECRET));

    private record Kind(Claims claims, Signer signer) {
        String token(Admission who) {
            return signer.sign(claims.of(ROOM, who, NOW)).reveal();
        }

        TokenJudge judge() {
            return new TokenJudge(signer, claims);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(OWN, SECRET),
            new Kind(OWN, Signer.rs256(Forge.RSA, "clinic-1")),
            new Kind(HOSTED, Signer.rs256(Forge.RSA, TENANT + "/ab12cd")));

    @Test
    @DisplayName("H5: doctor and patient come in, into this room, until the very second of the end and not in it")
    void times() {
        for (Kind kind : KINDS) {
            for (boolean owner : new boolean[] {true, false}) {
                String token = kind.token(somebody("A", owner));
                TokenJudge judge = kind.judge();
                assertThat(judge.refusals(token, ROOM, NOW)).isEmpty();
                assertThat(judge.refusals(token, ROOM, NOW.minusSeconds(20))).isEmpty();
                assertThat(judge.refusals(token, ROOM, NOW.minusSeconds(21))).containsExactly(Refusal.NOT_YET);
                assertThat(judge.refusals(token, ROOM, ENDS.minusSeconds(1))).isEmpty();
                assertThat(judge.refusals(token, ROOM, ENDS)).containsExactly(Refusal.EXPIRED);
                assertThat(judge.refusals(token, ROOM, ENDS.plusSeconds(1))).containsExactly(Refusal.EXPIRED);
                assertThat(judge.refusals(token, ROOM.replace('0', '1'), NOW)).containsExactly(Refusal.ROOM);
            }
        }
    }

    @Test
    @DisplayName("H5: whoever is let in for later comes in later, and an end within a second is not rounded up")
    void laterAndSooner() {
        Admission later = new Admission(UUID.randomUUID(), "A", false, NOW.plusSeconds(60), ENDS.plusMillis(999));
        String token = KINDS.getFirst().token(later);
        TokenJudge judge = KINDS.getFirst().judge();
        assertThat(judge.refusals(token, ROOM, NOW)).containsExactly(Refusal.NOT_YET);
        assertThat(judge.refusals(token, ROOM, NOW.plusSeconds(40))).isEmpty();
        assertThat(judge.refusals(token, ROOM, ENDS)).containsExactly(Refusal.EXPIRED);
    }

    @Test
    @DisplayName(
            "H5, A8: only the doctor moderates, and records where a service should; both write and show their screen; nothing else is granted")
    void roles() {
        JsonNode doctor =
                payload(KINDS.getFirst().token(somebody("Dr. A", true))).path("context");
        JsonNode patient = payload(KINDS.getFirst().token(somebody("B", false))).path("context");
        assertThat(doctor.path("user").path("affiliation").asString()).isEqualTo("owner");
        assertThat(patient.path("user").path("affiliation").asString()).isEqualTo("member");
        assertThat(doctor.path("features").path("recording").asBoolean(true)).isFalse();
        assertThat(patient.path("features").path("recording").asBoolean(true)).isFalse();
        for (JsonNode context : List.of(doctor, patient)) {
            assertThat(context.path("features").path("screen-sharing").asBoolean())
                    .isTrue();
            assertThat(context.path("features").path("send-groupchat").asBoolean())
                    .isTrue();
            for (String off : List.of("livestreaming", "transcription", "outbound-call", "file-upload")) {
                assertThat(context.path("features").path(off).asBoolean(true))
                        .as(off)
                        .isFalse();
            }
        }
        JsonNode hosted = payload(KINDS.getLast().token(somebody("B", false))).path("context");
        assertThat(hosted.path("user").path("moderator").asString()).isEqualTo("false");
        assertThat(hosted.path("features").path("recording").asString()).isEqualTo("false");
        JsonNode hostedDoctor =
                payload(KINDS.getLast().token(somebody("Dr. A", true))).path("context");
        assertThat(hostedDoctor.path("features").path("recording").asString()).isEqualTo("true");
        Claims notRecorded = new Claims("chat", "jitsi", TENANT, true, false);
        assertThat(payload(SECRET.sign(notRecorded.of(ROOM, somebody("Dr. A", true), NOW))
                                .reveal())
                        .path("context")
                        .path("features")
                        .path("recording")
                        .asString())
                .isEqualTo("false");
    }

    @Test
    @DisplayName("H5: one audience that is a text, the room in small letters, no mail address, the person's own id")
    void form() {
        UUID person = UUID.randomUUID();
        Admission who = new Admission(person, "A", false, NOW, ENDS);
        JsonNode claims = payload(SECRET.sign(OWN.of(ROOM.toUpperCase(java.util.Locale.ROOT), who, NOW))
                .reveal());
        assertThat(claims.path("aud").isString()).isTrue();
        assertThat(claims.path("exp").isIntegralNumber()).isTrue();
        assertThat(claims.path("room").asString()).isEqualTo(ROOM);
        assertThat(claims.path("context").path("user").path("id").asString()).isEqualTo(person.toString());
        assertThat(claims.path("context").path("user").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "affiliation", "moderator");
    }

    @Test
    @DisplayName(
            "A8: whatever somebody is called, their token comes in, and nothing travels that ends an XMPP connection")
    void oddNames() {
        Random random = new Random(20300107);
        for (int i = 0; i < 400; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(120);
            for (int c = 0; c < length; c++) {
                int point = switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(0x20);
                    case 1 -> random.nextInt(0x3000);
                    case 2 -> 0xD800 + random.nextInt(0x800);
                    default -> random.nextInt(Character.MAX_CODE_POINT + 1);
                };
                name.appendCodePoint(point);
            }
            Kind kind = KINDS.get(i % 30 == 0 ? 2 : 0);
            String token = kind.token(somebody(name.toString(), i % 2 == 0));
            assertThat(kind.judge().refusals(token, ROOM, NOW)).isEmpty();
            String shown =
                    payload(token).path("context").path("user").path("name").asString();
            assertThat(shown).isNotBlank();
            assertThat(shown.codePoints().allMatch(ClaimsTests::travels)).isTrue();
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(80);
        }
    }

    @Test
    @DisplayName("A8: a name that is one stays as it is, whatever it is written in")
    void goodNames() {
        for (String name : List.of(
                "Zoë d'Ávila-O’Brien",
                "محمد عبد الله",
                "می\u200cخواهم",
                "王小明",
                "Dr. <Müller> & \"Sohn\"",
                "👩\u200d⚕️ Ada")) {
            assertThat(payload(KINDS.getFirst().token(somebody(name, false)))
                            .path("context")
                            .path("user")
                            .path("name")
                            .asString())
                    .isEqualTo(name);
        }
        assertThat(Names.clean("\u202e\u0000 \n", "Patient")).isEqualTo("Patient");
        assertThat(Names.clean(" a \t\n b ", "Patient")).isEqualTo("a b");
    }

    @Test
    @DisplayName(
            "A8: the trial of the configuration check comes in, with a key that fits and not with claims that do not")
    void trial() {
        assertThat(Trial.isLetIn(SECRET, OWN, NOW)).isTrue();
        for (String subject : List.of("", "*")) {
            assertThat(Trial.isLetIn(SECRET, new Claims("consilium", "jitsi", subject, false, false), NOW))
                    .isFalse();
        }
        assertThat(Trial.isLetIn(SECRET, HOSTED, NOW)).isFalse();
        assertThat(Trial.isLetIn(Signer.rs256(Forge.RSA, "another-tenant/ab12cd"), HOSTED, NOW))
                .isFalse();
    }

    private static boolean travels(int c) {
        return (c >= 0x20 && c < 0x7f || c > 0x9f)
                && !(c >= 0xD800 && c < 0xE000)
                && !(c >= 0x202A && c <= 0x202E)
                && c != 0xFFFE
                && c != 0xFFFF;
    }

    private static Admission somebody(String name, boolean owner) {
        return new Admission(UUID.randomUUID(), name, owner, NOW.minusSeconds(600), ENDS).recording(true);
    }

    private static JsonNode payload(String token) {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}
