package health.consilium.document;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What stands on the clinic's paper beside its name and contact.
 *
 * @param address of the clinic as it stands on prescriptions and receipts; lines are separated by a semicolon, for
 *     example Parkstrasse 5; 10115 Berlin
 * @param registration a number that receipts and prescriptions must carry, in full words, for example VAT DE123456789
 */
@ConfigurationProperties("consilium.clinic")
public record ClinicProperties(
        @Nullable String address, @Nullable String registration) {}
