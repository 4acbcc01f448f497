package health.consilium.care.service;

import health.consilium.care.CareProperties;
import health.consilium.care.CareProperties.AddressRule;
import health.consilium.care.store.ConsentTexts;
import health.consilium.care.store.Doorway;
import health.consilium.consultation.spi.EntryGate;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** U6, U8: the patient comes in after agreeing to care by video and saying where they are. One query, for patients only. */
@Component
class CareGate implements EntryGate {
    private final CareProperties settings;
    private final ConsentTexts texts;
    private final Doorway doorway;

    CareGate(CareProperties settings, ConsentTexts texts, Doorway doorway) {
        this.settings = settings;
        this.texts = texts;
        this.doorway = doorway;
    }

    /** Nobody is asked where they are today before it is today. */
    @Override
    public boolean atTheDoor() {
        return true;
    }

    @Override
    public Optional<Problem> refusal(Appointment appointment, UserId who, Instant now) {
        boolean asksAddress = settings.address() != AddressRule.NOT_ASKED;
        if (!who.equals(appointment.patient()) || !(settings.consentRequired() || asksAddress)) {
            return Optional.empty();
        }
        Doorway.Known known = doorway.known(appointment, texts.current());
        if (settings.consentRequired() && !known.agreed()) {
            return Optional.of(new Problem(
                    ErrorCode.CONSENT_NEEDED,
                    "Before your video consultation you have to agree to being treated by video. It takes a minute."));
        }
        if (asksAddress && !known.stated()) {
            return Optional.of(
                    new Problem(
                            ErrorCode.VISIT_NEEDED,
                            "Before you come in, please say where you are right now. Your doctor needs it if you need help there."));
        }
        return Optional.empty();
    }
}
