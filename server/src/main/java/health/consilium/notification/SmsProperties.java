package health.consilium.notification;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SettingCheck;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Text messages, for what cannot wait, to people who agreed. Without a URL none leave.
 *
 * @param url where a message is posted as JSON, for example https://sms.example/v1/messages
 * @param token sent as a bearer token
 * @param template the JSON that is posted; {to}, {text} and {id} are filled in
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("consilium.sms")
public record SmsProperties(
        @Nullable URI url,
        @Nullable Secret<String> token,

        @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{id}\"}")
        String template,

        @DefaultValue("15s") Duration timeout) {
    public SmsProperties {
        SettingCheck.positive("consilium.sms.timeout", timeout);
        SettingCheck.require(
                url == null || "https".equals(url.getScheme()) || isHere(url),
                "consilium.sms.url",
                String.valueOf(url),
                "numbers and texts may go unencrypted only to a program on this computer");
        SettingCheck.require(
                template.contains("{to}") && template.contains("{text}"),
                "consilium.sms.template",
                template,
                "it must hold {to} and {text}");
    }

    private static boolean isHere(URI url) {
        return "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
    }
}
