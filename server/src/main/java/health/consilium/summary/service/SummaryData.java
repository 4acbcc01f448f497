package health.consilium.summary.service;

import health.consilium.document.Letters;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.PersonalData;
import health.consilium.scheduling.AppointmentId;
import health.consilium.summary.store.AgreedStore;
import health.consilium.summary.store.AgreedStore.Version;
import java.io.IOException;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed. What the patient was given belongs to the medical record and stays; drafts and wishes do not. */
@Component
class SummaryData implements PersonalData {
    private final JdbcClient jdbc;
    private final AgreedStore agreed;
    private final Users users;
    private final Letters letters;

    SummaryData(JdbcClient jdbc, AgreedStore agreed, Users users, Letters letters) {
        this.jdbc = jdbc;
        this.agreed = agreed;
        this.users = users;
        this.letters = letters;
    }

    @Override
    public String section() {
        return "summaries";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "summaries",
                jdbc.sql("select * from summary_version where appointment = any(?::uuid[]) order by released_at")
                        .param(whose.visits())
                        .query()
                        .listOfRows());
        parcel.rows(
                "follow-ups",
                jdbc.sql("select * from summary_follow_up where appointment = any(?::uuid[]) order by proposed_at")
                        .param(whose.visits())
                        .query()
                        .listOfRows());
        for (UUID visit : whose.appointments()) {
            for (Version version : agreed.versions(new AppointmentId(visit))) {
                byte[] pdf = pdf(visit, version, new UserId(whose.person()));
                parcel.file(visit + "-v" + version.number() + ".pdf", out -> out.write(pdf));
            }
        }
    }

    private byte[] pdf(UUID visit, Version version, UserId person) {
        UserView patient = users.find(person).orElse(null);
        String doctor = users.find(version.doctor()).map(UserView::displayName).orElse("–");
        SummaryLetter letter = new SummaryLetter(
                patient == null ? "en" : patient.locale(), patient == null ? ZoneId.of("UTC") : patient.zone());
        return letters.render(letter.of(
                version,
                patient == null ? "–" : patient.displayName(),
                doctor,
                visit.toString().substring(0, 8) + " · v" + version.number()));
    }

    @Override
    public Erased erase(Whose whose) {
        int drafts = jdbc.sql("delete from summary_draft where appointment = any(?::uuid[])")
                .param(whose.visits())
                .update();
        drafts += jdbc.sql("delete from summary_follow_up where appointment = any(?::uuid[])")
                .param(whose.visits())
                .update();
        int kept = jdbc.sql("select count(*) from summary_version where appointment = any(?::uuid[])")
                .param(whose.visits())
                .query(Integer.class)
                .single();
        return new Erased(drafts, kept, "MEDICAL_RECORD");
    }
}
