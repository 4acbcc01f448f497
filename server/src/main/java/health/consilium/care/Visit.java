package health.consilium.care;

import org.jspecify.annotations.Nullable;

/**
 * Where the patient is today and whom to reach.
 *
 * @param address null: the patient cannot or need not say
 * @param country ISO 3166, two letters
 * @param callBack the number that is called when the connection is cut
 */
public record Visit(
        @Nullable String address,
        @Nullable String country,
        @Nullable String callBack,
        @Nullable String contactName,
        @Nullable String contactPhone) {
    /** It cannot print: an address is nobody's business. */
    @Override
    public String toString() {
        return "[visit]";
    }
}
