package health.consilium.notification.sms;

import health.consilium.notification.SmsProperties;
import health.consilium.notification.spi.SmsSender;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    @Bean
    @ConditionalOnProperty("consilium.sms.url")
    SmsSender smsSender(SmsProperties settings) {
        return new HttpSms(settings);
    }
}
