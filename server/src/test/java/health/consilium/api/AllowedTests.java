package health.consilium.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.api.AccessTable.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * S10: a matrix of refusals alone would also hold if a route let nobody in. Each route that lets nobody in as the world of the
 * matrix stands lets somebody in elsewhere: as {@link AuditedWritesTests} ask it, who expect 200, or in a test of its module that is
 * named here.
 */
class AllowedTests {
    /** Who is let in where: the class and method that ask the route and expect it to do what it is for. */
    private static final Map<String, String> PROVEN = Map.ofEntries(
            entry("POST /api/v1/auth/login", "identity.SignInLifeTests#signingInAgain"),
            entry("POST /api/v1/auth/token", "identity.SecondFactorTests#programs"),
            entry("POST /api/v1/auth/demo-login", "demo.DemoSeedTests#everybodyCanSignIn"),
            entry("GET /api/v1/demo/mailbox/{mailId}", "notification.MessagesTests#mailPage"),
            entry("GET /api/v1/demo/mailbox/{mailId}/page", "notification.MessagesTests#mailPage"),
            entry("GET /api/v1/demo/mailbox/{mailId}/files/{number}", "notification.MessagesTests#mailPage"),
            entry("POST /api/v1/auth/links/open", "identity.LinkTests#whatTheLinkSays"),
            entry("POST /api/v1/auth/links/come-in", "identity.LinkTests#onceOnly"),
            entry("POST /api/v1/auth/password/set", "identity.PeopleTests#invited"),
            entry("POST /api/v1/auth/setup", "identity.SetupTests#once"),
            entry("POST /api/v1/auth/password/change", "identity.PeopleTests#changePassword"),
            entry("POST /api/v1/auth/second-factor", "identity.SecondFactorTests#enrolment"),
            entry("POST /api/v1/auth/second-factor/enrolment", "identity.SecondFactorTests#enrolment"),
            entry("POST /api/v1/auth/second-factor/enrolment/confirm", "identity.SecondFactorTests#enrolment"),
            entry("POST /api/v1/auth/second-factor/remove", "identity.SecondFactorTests#patients"),
            entry("POST /api/v1/auth/second-factor/passkey/options", "identity.PasskeyTests#enrolment"),
            entry("POST /api/v1/auth/second-factor/passkey", "identity.PasskeyTests#enrolment"),
            entry("POST /api/v1/auth/passkeys/registration", "identity.PasskeyTests#enrolment"),
            entry("POST /api/v1/auth/passkeys", "identity.PasskeyTests#enrolment"),
            entry("POST /api/v1/auth/passkeys/{passkeyId}/remove", "identity.PasskeyTests#removed"),
            entry("POST /api/v1/auth/passkeys/sign-in", "identity.PasskeyTests#passwordless"),
            entry("DELETE /api/v1/auth/sessions/{sessionId}", "identity.PeopleTests#sessions"),
            entry("DELETE /api/v1/auth/sessions", "identity.PeopleTests#sessions"),
            entry("POST /api/v1/browser-reports", "platform.web.BrowserReportsTests#bothForms"),
            entry("GET /api/v1/account/data-requests/{requestId}/file", "admin.person.PersonalDataTests#copy"),
            entry("GET /api/v1/admin/data-requests/{requestId}/file", "admin.person.DataOfOthersTests#copy"),
            entry("POST /api/v1/admin/data-requests/{requestId}/confirm", "admin.person.DataOfOthersTests#copy"),
            entry("POST /api/v1/admin/data-requests/{requestId}/refuse", "admin.person.DataOfOthersTests#refused"),
            entry("DELETE /api/v1/admin/recordings/{recordingId}", "recording.SegmentTests#erased"),
            entry("POST /api/v1/appointments", "portal.BookingOverHttpTests#theWholeWay"),
            entry("POST /api/v1/appointments/{appointmentId}/reschedule", "portal.BookingOverHttpTests#calendar"),
            entry(
                    "DELETE /api/v1/doctors/{doctorId}/exceptions/{exceptionId}",
                    "portal.BookingOverHttpTests#exceptions"),
            entry(
                    "POST /api/v1/appointments/{appointmentId}/payment/demo-checkout",
                    "portal.BookingOverHttpTests#theWholeWay"),
            entry("POST /api/v1/appointments/{appointmentId}/payment/mark-refunded", "admin.PaymentBookTests#refund"),
            entry("POST /api/v1/conferencing/jitsi/conference", "conferencing.jitsi.ReservationTests#mayBe"),
            entry(
                    "GET /api/v1/conferencing/jitsi/conference/{conferenceId}",
                    "conferencing.jitsi.ReservationTests#again"),
            entry(
                    "DELETE /api/v1/conferencing/jitsi/conference/{conferenceId}",
                    "conferencing.jitsi.ReservationTests#again"),
            entry(
                    "POST /api/v1/conferencing/jitsi/events/room/created",
                    "conferencing.jitsi.EventSyncTests#asProsodySent"),
            entry(
                    "POST /api/v1/conferencing/jitsi/events/room/destroyed",
                    "conferencing.jitsi.EventSyncTests#asProsodySent"),
            entry("POST /api/v1/conferencing/jitsi/events/occupant/joined", "conferencing.jitsi.EventSyncTests#facts"),
            entry("POST /api/v1/conferencing/jitsi/events/occupant/left", "conferencing.jitsi.EventSyncTests#facts"),
            entry("POST /api/v1/conferencing/jaas/webhook", "conferencing.jaas.JaasFactsTests#refused"),
            entry("POST /api/v1/payment/stripe/webhook", "payment.desk.StripeCheckoutTests#paidOnALostPage"),
            entry("POST /api/v1/payment/hook", "payment.hook.HookTests#paidAndRefunded"),
            entry("POST /api/v1/conferencing/daily/webhook", "conferencing.daily.DailyHookTests#facts"));

    /** The patients of the tests' clinic pay on the demo's page; the way to Stripe is proven below the route (StripeCheckoutTests). */
    private static final String AT_STRIPE = "POST /api/v1/appointments/{appointmentId}/payment/checkout";

    private static final Path SOURCES = Path.of("src/test/java/health/consilium");

    @Test
    @DisplayName(
            "S10: each route of the matrix lets somebody in: there, where it is written down, or in a test that is named")
    void everyRouteLetsSomebodyIn() {
        Set<String> asked =
                AuditedWrites.WRITTEN.stream().map(AuditedWrites.Written::route).collect(Collectors.toSet());
        Set<String> open = AccessTable.ROWS.stream()
                .filter(row -> !List.of(row.answers().split(" ")).contains("ok"))
                .map(Row::route)
                .filter(route -> !asked.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open.remove(AT_STRIPE)).isTrue();
        assertThat(PROVEN.keySet()).containsExactlyInAnyOrderElementsOf(open);
    }

    @TestFactory
    @DisplayName("S10: the named tests are there and ask that route")
    Stream<DynamicTest> theNamedTests() {
        return PROVEN.entrySet().stream()
                .map(proof -> DynamicTest.dynamicTest(
                        proof.getKey() + " in " + proof.getValue(), () -> asks(proof.getKey(), proof.getValue())));
    }

    private static void asks(String route, String named) throws ClassNotFoundException {
        String[] parts = named.split("#");
        Class<?> tests = Class.forName("health.consilium." + parts[0]);
        assertThat(Arrays.stream(tests.getDeclaredMethods())
                        .filter(method -> method.getName().equals(parts[1]))
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class)))
                .as(named)
                .hasSize(1);
        String last = route.replaceAll("/\\{[^/]*\\}$", "").replaceAll(".*/", "");
        assertThat(source(tests)).as(named).contains(last);
    }

    /** With what it inherits. */
    private static String source(Class<?> tests) {
        StringBuilder all = new StringBuilder();
        for (Class<?> one = tests; one != Object.class; one = one.getSuperclass()) {
            try {
                all.append(Files.readString(SOURCES.resolve(
                        one.getName().replace("health.consilium.", "").replace('.', '/') + ".java")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }
}
