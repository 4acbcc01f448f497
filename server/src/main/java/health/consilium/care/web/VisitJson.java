package health.consilium.care.web;

import health.consilium.care.Visit;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where the patient is and whom to reach. What is empty was not said. */
record VisitJson(
        @Nullable @Size(max = 300) String address,
        @Nullable @Pattern(regexp = "([A-Z]{2})?") String country,
        @Nullable @Pattern(regexp = PHONE) String callBack,
        @Nullable @Size(max = 120) String contactName,
        @Nullable @Pattern(regexp = PHONE) String contactPhone) {
    /** As people write numbers down; empty for none. */
    static final String PHONE = "(\\+?[0-9][0-9 ()/.-]{1,28}[0-9])?";

    static VisitJson of(Visit visit) {
        return new VisitJson(
                visit.address(), visit.country(), visit.callBack(), visit.contactName(), visit.contactPhone());
    }

    Visit visit() {
        return new Visit(orNull(address), orNull(country), orNull(callBack), orNull(contactName), orNull(contactPhone));
    }

    private static @Nullable String orNull(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    @Override
    public String toString() {
        return "[visit]";
    }
}
