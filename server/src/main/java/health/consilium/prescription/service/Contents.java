package health.consilium.prescription.service;

import health.consilium.document.Letterhead;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.prescription.domain.Codes;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.store.PrescriptionStore.Draft;
import health.consilium.prescription.store.PrescriptionStore.Head;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a signature covers, put together at the moment of signing. */
@Component
class Contents {
    private final SecureRandom random = new SecureRandom();
    private final Users users;
    private final Letterhead paper;

    Contents(Users users, Letterhead paper) {
        this.users = users;
        this.paper = paper;
    }

    Content of(Head head, Draft draft, int number, Instant now) {
        UserView doctor = person(head.doctor());
        UserView patient = person(head.patient());
        String licence = users.licence(head.doctor())
                .orElseThrow(() -> new Problem(
                        ErrorCode.LICENCE_MISSING, "Please enter your licence number first; prescriptions carry it."));
        return new Content(
                head.id(),
                number,
                head.appointment().value(),
                now,
                Codes.make(random),
                paper.clinic(),
                new Content.Doctor(head.doctor().value(), doctor.displayName(), doctor.about(), licence),
                new Content.Patient(head.patient().value(), patient.displayName(), patient.dateOfBirth()),
                draft.items(),
                draft.notes());
    }

    private UserView person(UserId id) {
        return users.find(id).orElseThrow();
    }
}
