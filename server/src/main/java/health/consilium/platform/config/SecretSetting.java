package health.consilium.platform.config;

import health.consilium.kernel.Secret;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A setting that is a secret cannot be printed from the moment it was read. */
@Component
@ConfigurationPropertiesBinding
class SecretSetting implements Converter<String, Secret<String>> {
    @Override
    public Secret<String> convert(String value) {
        return Secret.of(value);
    }
}
