package health.consilium.care.service;

import health.consilium.audit.Actor;
import health.consilium.care.BeforeCare;
import health.consilium.care.CareRecord;
import health.consilium.care.ConsentAnswer.Kind;
import health.consilium.care.Visit;
import health.consilium.care.store.ConsentStore;
import health.consilium.care.store.ConsentTexts;
import health.consilium.care.store.IdentityStore;
import health.consilium.care.store.VisitStore;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import health.consilium.scheduling.Appointment;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's API over its tables. */
@Service
class CareService implements BeforeCare {
    private final ConsentTexts texts;
    private final ConsentStore consents;
    private final VisitStore visits;
    private final IdentityStore identities;
    private final Users users;

    CareService(ConsentTexts texts, ConsentStore consents, VisitStore visits, IdentityStore identities, Users users) {
        this.texts = texts;
        this.consents = consents;
        this.visits = visits;
        this.identities = identities;
        this.users = users;
    }

    @Override
    public CareRecord of(Appointment appointment) {
        return new CareRecord(
                consents.newest(appointment.patient(), appointment.end()).orElse(null),
                identities.of(appointment.id()).orElse(null));
    }

    @Override
    public Optional<String> licence(UserId doctor) {
        return users.licence(doctor);
    }

    @Override
    @Transactional
    public void recordConsent(UserId patient, String language) {
        boolean answered = consents.of(patient).stream().anyMatch(answer -> answer.version() == texts.current());
        if (!answered) {
            consents.add(patient, texts.in(language), Kind.GIVEN, Actor.SYSTEM);
        }
    }

    @Override
    public void stateVisit(Appointment appointment, Visit visit) {
        visits.save(appointment, visit, Actor.SYSTEM);
    }
}
