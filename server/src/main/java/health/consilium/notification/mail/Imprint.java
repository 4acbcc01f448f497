package health.consilium.notification.mail;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who writes: the clinic's name and how it is reached, for people and for the mail server. */
@Component
public class Imprint {
    private final String name;
    private final @Nullable String phone;
    private final @Nullable String email;
    private final @Nullable String bookingUrl;

    Imprint(
            @Value("${consilium.name:Consilium}") String name,
            @Value("${consilium.contact-phone:#{null}}") @Nullable String phone,
            @Value("${consilium.contact-email:#{null}}") @Nullable String email,
            @Value("${consilium.booking-url:#{null}}") @Nullable String bookingUrl) {
        this.name = name;
        this.phone = phone;
        this.email = email;
        this.bookingUrl = bookingUrl;
    }

    public String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }

    /** Where new appointments are booked when that is not here. */
    @Nullable
    String bookingUrl() {
        return bookingUrl;
    }

    /** Empty when nobody said how. */
    String contact() {
        return Stream.of(phone, email).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
