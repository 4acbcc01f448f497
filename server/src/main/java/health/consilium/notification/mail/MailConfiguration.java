package health.consilium.notification.mail;

import health.consilium.notification.MailProperties;
import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Problem;
import health.consilium.notification.store.MailboxStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By a mail server where one is set; else a demo keeps its mails, and anybody else's wait for one to be set. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    MailPost mailPost(
            MailProperties settings, MailboxStore mailbox, @Value("${consilium.mode:production}") String mode) {
        if (settings.host() != null) {
            return new SmtpPost(settings);
        }
        if ("demo".equalsIgnoreCase(mode)) {
            return new MailboxPost(mailbox);
        }
        LOG.warn("mail is off: nobody gets an invitation or a reminder by mail until consilium.mail.host is set");
        return (message, mail) -> new Outcome.Again(Problem.NOT_SET_UP);
    }
}
