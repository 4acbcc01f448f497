package health.consilium.payment.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.kernel.Secret;
import health.consilium.payment.Money;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Row A2: a payment system that we do not know says what was paid, signed as Standard Webhooks say. */
@ServerTest
class HookTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Payments payments;

    @Autowired
    private Clock clock;

    private Appointment appointment;

    @BeforeEach
    void anUnpaidAppointment() {
        appointment = clinic.now(clinic.somebody(Role.PATIENT), clinic.somebody(Role.DOCTOR), false);
    }

    @Test
    @DisplayName("the example of Standard Webhooks itself holds")
    void theExampleOfTheStandard() {
        Clock then = Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC);
        HookSignature signature = new HookSignature(List.of(Secret.of(ServerTest.HOOK_SECRET)), then);
        String id = signature.check(
                name -> switch (name) {
                    case "webhook-id" -> "msg_p5jXN8AQM9LWM0D4loKWxJek";
                    case "webhook-timestamp" -> "1614265330";
                    default -> "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
                },
                "{\"test\": 2432232314}".getBytes(UTF_8));
        assertThat(id).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
    }

    @Test
    @DisplayName("paid, then refunded: each told twice, each taken once")
    void paidAndRefunded() {
        String reference = UUID.randomUUID().toString();
        String paid = told(4500, "EUR", reference, "paid");
        assertThat(send("one" + reference, 0, paid).status()).isEqualTo(200);
        assertThat(send("one" + reference, 0, paid).status()).isEqualTo(200);
        assertThat(send("two" + reference, 0, paid).status()).isEqualTo(200);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        String back = told(4500, "EUR", reference, "refunded");
        assertThat(send("three" + reference, 0, back).status()).isEqualTo(200);
        assertThat(send("four" + reference, 0, back).status()).isEqualTo(200);
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(kinds()).containsExactly(PaymentEventKind.PAID, PaymentEventKind.REFUNDED);
    }

    @Test
    @DisplayName("what is owed back of it is for the staff: nobody else can be asked to")
    void refundByHand() {
        assertThat(send(UUID.randomUUID().toString(), 0, told(4500, "EUR", "r-" + UUID.randomUUID(), "paid"))
                        .status())
                .isEqualTo(200);
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        assertThat(payments.moneyOf(List.of(appointment.id())).get(appointment.id()))
                .singleElement()
                .matches(Money::byHand);
    }

    @ParameterizedTest
    @CsvSource({"4499,EUR", "4500,USD", "45,EUR"})
    @DisplayName("S13: another amount or currency pays nothing, and is owed back")
    void wrong(long amount, String currency) {
        send(UUID.randomUUID().toString(), 0, told(amount, currency, "w-" + UUID.randomUUID(), "paid"));
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(kinds()).containsExactly(PaymentEventKind.PAID_WRONG, PaymentEventKind.REFUND_DUE);
    }

    @ParameterizedTest
    @CsvSource({"-301,SIGNATURE_REFUSED", "-300,''", "300,''", "301,SIGNATURE_REFUSED"})
    @DisplayName("five minutes old or ahead, and not a second more")
    void theWindow(long seconds, String code) {
        assertThat(send(UUID.randomUUID().toString(), seconds, told(4500, "EUR", "t-" + UUID.randomUUID(), "paid"))
                        .code())
                .isEqualTo(code);
    }

    @Test
    @DisplayName("another id, time, body or secret than was signed: refused, and nothing is paid")
    void forged() {
        String body = told(4500, "EUR", "f", "paid");
        long now = clock.instant().getEpochSecond();
        String good = sign(ServerTest.HOOK_SECRET, "id", now, body);
        String other = sign("whsec_" + Base64.getEncoder().encodeToString(new byte[32]), "id", now, body);
        refused(post("other", now, good, body));
        refused(post("id", now + 1, good, body));
        refused(post("id", now, good, body + " "));
        refused(post("id", now, other, body));
        refused(post("id", now, good.replace("v1,", "v2,"), body));
        refused(post("id", now, "", body));
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(post("id", now, other + " " + good, body).status())
                .as("one of several signatures is enough")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "{'appointment':'x','amountMinor':1,'currency':'EUR','reference':'r','status':'paid'}",
                "{'appointment':'A','amountMinor':-1,'currency':'EUR','reference':'r','status':'paid'}",
                "{'appointment':'A','amountMinor':1.5,'currency':'EUR','reference':'r','status':'paid'}",
                "{'appointment':'A','amountMinor':1,'currency':'eur','reference':'r','status':'paid'}",
                "{'appointment':'A','amountMinor':1,'currency':'EUR','reference':'','status':'paid'}",
                "{'appointment':'A','amountMinor':1,'currency':'EUR','reference':'r','status':'perhaps'}"
            })
    @DisplayName("signed, and not understood: said so, and may be sent again")
    void notUnderstood(String body) {
        String json = body.replace('\'', '"').replace("\"A\"", "\"" + appointment.id() + "\"");
        assertThat(send(UUID.randomUUID().toString(), 0, json).code()).isEqualTo("INVALID_REQUEST");
    }

    private String told(long amount, String currency, String reference, String status) {
        return "{\"appointment\":\"%s\",\"amountMinor\":%d,\"currency\":\"%s\",\"reference\":\"%s\",\"status\":\"%s\"}"
                .formatted(appointment.id(), amount, currency, reference, status);
    }

    private Http.Answer send(String id, long secondsLater, String body) {
        long time = clock.instant().getEpochSecond() + secondsLater;
        return post(id, time, sign(ServerTest.HOOK_SECRET, id, time, body), body);
    }

    private Http.Answer post(String id, long time, String signature, String body) {
        Http http = new Http(port);
        return http.send(http.request("POST", "/api/v1/payment/hook", body)
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(time))
                .header("webhook-signature", signature)
                .build());
    }

    private static void refused(Http.Answer answer) {
        assertThat(answer.code()).isEqualTo("SIGNATURE_REFUSED");
    }

    private static String sign(String secret, String id, long time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder().encodeToString(mac.doFinal((id + "." + time + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PaymentStatus status() {
        return payments.of(appointment.id()).status();
    }

    private List<PaymentEventKind> kinds() {
        return payments.history(appointment.id()).stream()
                .map(PaymentEvent::kind)
                .toList();
    }
}
