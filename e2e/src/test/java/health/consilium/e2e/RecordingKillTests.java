package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.DESK;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import health.consilium.e2e.browser.Actor;
import health.consilium.e2e.browser.MortalChromium;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * R4, F11: kill −9 of the recording browser at any moment. {@code ./bench recording browser-kills} for more than
 * the usual 12.
 */
class RecordingKillTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private static final int KILLS = Integer.getInteger("consilium.kills", 12);
    private static final int LATEST_MS = 2_500;
    private static final int LOOK_AT_EACH = 10;
    private static final int CUT_OFF_PARTS = 2;
    private static final Duration MOST_LOST = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern SEGMENT = Pattern.compile("takes/(\\d+)/segments/(\\d+)$");

    /** In this run of the browser no part reaches the server. */
    private static final String NO_WAY = "{ const real = window.fetch; window.fetch = (...request) =>"
            + " request[1]?.method === 'PUT' ? Promise.reject(new TypeError('no way')) : real(...request); }";

    /** The takes of the parts that are kept in the browser. */
    private static final String KEPT = "() => new Promise(done => {"
            + " const opened = indexedDB.open('consilium-recording');"
            + " opened.onsuccess = () => { const db = opened.result;"
            + " const keys = db.transaction('segments').objectStore('segments').getAllKeys();"
            + " keys.onsuccess = () => { db.close(); done(keys.result.map(key => key[2])); }; }; })";

    /** One run of the browser, and when it was killed. */
    private record Run(int take, Instant killed) {}

    private final Random random = new Random(4);
    private final Set<List<Integer>> confirmed = new HashSet<>();
    private final List<Run> runs = new ArrayList<>();
    private UUID appointment = new UUID(0, 0);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "what was confirmed plays up to the gap, at most five seconds are lost, the rest is sent when it is back")
    void killed() {
        appointment = clinic.database()
                .paidAppointment(ROSSI, WEBER, clinic.clock().now().minusSeconds(60), Duration.ofHours(2));
        Person patient = clinic.signedIn(ROSSI);
        try (MortalChromium chromium = clinic.browsers().mortalChromium(Actor.DOCTOR, folder.resolve("profile"))) {
            Person.in(chromium.start(), WEBER, clinic.server().address()).signsIn();
            // Only a browser that is closed writes down at once that somebody has signed in.
            chromium.close();
            Person doctor = sitsDown(chromium, 1);
            begins(patient, doctor);
            for (int kill = 1; kill <= KILLS; kill++) {
                runs.add(recordsUntilKilled(chromium, doctor, kill));
                doctor = sitsDown(chromium, kill + 1);
                doctor.opensTheCall(appointment).isInTheCall();
                if (kill % LOOK_AT_EACH == 0) {
                    everythingConfirmedIsThere();
                    plays(patient);
                }
            }
            Person last = doctor;
            Await.until("the last take", SOON, () -> parts(KILLS + 1) >= 2);
            last.presses("recording-end");
            Await.until("everything is sent", SOON, () -> kept(last).isEmpty() && openTakes() == 0);
            everythingConfirmedIsThere();
            littleIsLost();
            theFilmIsWhole(patient);
        }
    }

    private Person sitsDown(MortalChromium chromium, int take) {
        BrowserContext context = chromium.start();
        context.onResponse(answer -> {
            Matcher part = SEGMENT.matcher(answer.url());
            if (answer.status() == 200 && part.find()) {
                confirmed.add(List.of(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2))));
            }
        });
        if (isCutOff(take)) {
            context.addInitScript(NO_WAY);
        }
        return Person.in(context, WEBER, clinic.server().address());
    }

    private void begins(Person patient, Person doctor) {
        doctor.goesTo("/").isShown("sign-out");
        Call.between(clinic, appointment, patient, doctor);
        doctor.presses("more").presses("record").isShown("recording-facts").presses("recording-ask");
        patient.isShown("recording-question").presses("recording-agree");
    }

    private Run recordsUntilKilled(MortalChromium chromium, Person doctor, int take) {
        Await.until("take " + take, SOON, () -> one("select count(*) from recording_take") >= take);
        if (isCutOff(take)) {
            Await.until(
                    "parts that cannot leave the browser",
                    SOON,
                    () -> Collections.frequency(kept(doctor), take) >= CUT_OFF_PARTS);
        }
        Instant moment = clinic.clock().now().plusMillis(random.nextInt(LATEST_MS));
        Await.until("any moment", SOON, () -> clinic.clock().now().isAfter(moment));
        Instant now = clinic.clock().now();
        chromium.kill();
        return new Run(take, now);
    }

    private void everythingConfirmedIsThere() {
        assertThat(confirmed).isNotEmpty();
        for (List<Integer> part : confirmed) {
            assertThat(one("select count(*) from recording_segment where take = ? and index = ?", part.toArray()))
                    .as("part %s", part)
                    .isEqualTo(1);
        }
    }

    private void littleIsLost() {
        long most = 0;
        long sentLater = 0;
        for (Run run : runs) {
            long until = one(
                    "select (extract(epoch from coalesce((select max(to_at) from recording_segment s where s.take = t.take),"
                            + " opened_at)) * 1000)::bigint from recording_take t where take = ?",
                    run.take());
            long lost = run.killed().toEpochMilli() - until;
            assertThat(lost).as("ms lost of take %d", run.take()).isLessThanOrEqualTo(MOST_LOST.toMillis());
            long later = one(
                    "select count(*) from recording_segment where size > 0 and take = ? and stored_at > ?",
                    run.take(),
                    run.killed());
            assertThat(later)
                    .as("parts of take %d sent when the browser was back", run.take())
                    .isGreaterThanOrEqualTo(isCutOff(run.take()) ? CUT_OFF_PARTS : 0);
            most = Math.max(most, lost);
            sentLater += later;
        }
        System.out.printf(
                "%d kills, %d parts confirmed, %d sent when the browser was back, %d ms lost at most%n",
                KILLS, confirmed.size(), sentLater, most);
    }

    private void theFilmIsWhole(Person patient) {
        assertThat(one("select count(*) from recording_take where recorder <> ?", WEBER.id()))
                .as("takes of the patient alone")
                .isZero();
        JsonNode row = recording();
        assertThat(row.path("arriving").asBoolean())
                .as("something may still come")
                .isFalse();
        assertThat(row.path("gaps").findValuesAsString("reason"))
                .hasSizeLessThanOrEqualTo(KILLS)
                .containsOnly("PAUSED");
        JsonNode report = clinic.api()
                .as(DESK)
                .post("/api/v1/admin/recordings/" + row.path("id").asString() + "/verify", Map.of())
                .data();
        assertThat(report.path("findings")).isEmpty();
        double recorded = one("select (sum(extract(epoch from length)) * 1000)::bigint from"
                        + " (select max(to_at) - min(from_at) as length from recording_segment group by take) takes")
                / 1000.0;
        Film film = film(patient, row);
        assertThat(film.faults()).isEmpty();
        // Each take needs a moment before its first picture.
        assertThat(film.seconds()).isBetween(recorded - 1.0 * (KILLS + 1), recorded + 1);
        System.out.printf("recorded %.1f s, film %.1f s%n", recorded, film.seconds());
    }

    private JsonNode recording() {
        String call = Call.recordOf(clinic, appointment, ROSSI)
                .path("summary")
                .path("id")
                .asString();
        return clinic.api()
                .as(ROSSI)
                .get("/api/v1/video-call/" + call + "/recordings")
                .data()
                .get(0);
    }

    private Film film(Person patient, JsonNode row) {
        try {
            String address = URI.create(patient.page().url())
                    .resolve(row.path("url").asString())
                    .toString();
            byte[] bytes = patient.page().request().get(address).body();
            return new Film(Files.write(folder.resolve("film.webm"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part up to the newest gap, in the middle of everything. */
    private void plays(Person patient) {
        Film film = film(patient, recording());
        assertThat(film.faults()).isEmpty();
        assertThat(film.seconds()).isGreaterThan(1);
    }

    /** In every third run nothing reaches the server. */
    private static boolean isCutOff(int take) {
        return take % 3 == 0 && take <= KILLS;
    }

    private static long parts(int take) {
        return one("select count(*) from recording_segment where take = ?", take);
    }

    /** Those whose end the server still waits for. */
    private static long openTakes() {
        return one("select count(*) from recording_take where segments = 0");
    }

    private static long one(String sql, Object... values) {
        return clinic.database().count(sql, values);
    }

    private static List<?> kept(Person doctor) {
        return (List<?>) doctor.page().evaluate(KEPT);
    }
}
