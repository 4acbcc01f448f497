package health.consilium.platform.config;

import health.consilium.kernel.CannotStart;
import org.springframework.core.env.ConfigurableEnvironment;

/** What real patients' data may not be served with. */
final class Production {
    private Production() {}

    static void check(ConfigurableEnvironment environment) {
        refuse(
                environment,
                "consilium.clock.offset-file",
                "A rehearsal's clock is set.",
                "Remove consilium.clock.offset-file.");
        refuse(
                environment,
                "consilium.relay.allowed-peers",
                "The relay may reach private addresses.",
                "Remove consilium.relay.allowed-peers.");
        refuse(
                environment,
                "consilium.relay.reaches-itself",
                "The relay may reach this computer's own private address.",
                "Remove consilium.relay.reaches-itself.");
        refuse(
                environment,
                "consilium.relay.offer-self-signed",
                "The relay may offer a certificate that nobody vouches for.",
                "Remove consilium.relay.offer-self-signed.");
        refuse(
                environment,
                "consilium.notification.push-rehearsal",
                "The server may write to a push service at a private address.",
                "Remove consilium.notification.push-rehearsal.");
        refuse(
                environment,
                "consilium.payment.stripe.rehearsal",
                "Payments go to a stand-in of Stripe.",
                "Remove consilium.payment.stripe.rehearsal.");
        refuse(
                environment,
                "consilium.conferencing.daily.rehearsal",
                "Calls go to a stand-in of Daily.",
                "Remove consilium.conferencing.daily.rehearsal.");
        refuse(
                environment,
                "consilium.webhook.rehearsal",
                "The server may write to webhooks at private addresses and without TLS.",
                "Remove consilium.webhook.rehearsal.");
        boolean mails = !environment.getProperty("consilium.mail.host", "").isBlank();
        if (mails && environment.getProperty("consilium.public-url", "").isBlank()) {
            throw new CannotStart(
                    "Mails leave (consilium.mail.host), and nobody said under which address browsers come: every link would"
                            + " lead to the reader's own computer.",
                    "Set consilium.public-url, for example https://video.clinic.example.");
        }
        boolean tls = environment.containsProperty("consilium.tls.certificate");
        boolean proxy = environment.getProperty("consilium.tls.trusted-proxy", Boolean.class, false);
        if (!tls && !proxy) {
            throw new CannotStart(
                    "Browsers give camera and microphone only to pages that came over TLS, and TLS is not set up.",
                    "Set consilium.tls.certificate and consilium.tls.private-key to PEM files, or, with a proxy in front"
                            + " that speaks TLS, consilium.tls.trusted-proxy=true. To try Consilium out, use ./run.");
        }
    }

    private static void refuse(ConfigurableEnvironment environment, String key, String why, String action) {
        if (!environment.getProperty(key, "").isBlank()) {
            throw new CannotStart(why + " In production this is refused.", action);
        }
    }
}
