package health.consilium.prescription.domain;

import org.jspecify.annotations.Nullable;

/**
 * One medication of a prescription.
 *
 * @param code its code in the clinic's own list, if it has one there
 * @param system of which code system it is (FHIR Coding.system, a URI); null: the clinic did not say
 * @param route a {@link Route} by name, or the doctor's words
 * @param frequency a {@link Frequency} by name, or the doctor's words
 * @param days for how long; null: until the doctor says otherwise
 */
public record Item(
        String medication,
        @Nullable String code,
        @Nullable String system,
        String dose,
        String route,
        String frequency,
        @Nullable Integer days,
        String notes) {
    /** The same with the code that a list has for it. */
    public Item coded(@Nullable String theirs, @Nullable String ofSystem) {
        return new Item(medication, theirs, ofSystem, dose, route, frequency, days, notes);
    }

    public boolean complete() {
        return !medication.isBlank() && !dose.isBlank() && !frequency.isBlank();
    }
}
