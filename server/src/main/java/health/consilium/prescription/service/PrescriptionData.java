package health.consilium.prescription.service;

import health.consilium.document.Letters;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.PersonalData;
import health.consilium.kernel.PublicAddress;
import health.consilium.prescription.seal.Seal;
import health.consilium.prescription.service.PrescriptionFile.Paper;
import health.consilium.prescription.store.PrescriptionStore;
import health.consilium.prescription.store.PrescriptionStore.Version;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prescriptions and allergies. What was signed belongs to the medical record and stays; drafts and allergies do not. */
@Component
class PrescriptionData implements PersonalData {
    private final JdbcClient jdbc;
    private final PrescriptionStore store;
    private final Seal seal;
    private final Users users;
    private final Letters letters;
    private final PublicAddress address;

    PrescriptionData(
            JdbcClient jdbc, PrescriptionStore store, Seal seal, Users users, Letters letters, PublicAddress address) {
        this.jdbc = jdbc;
        this.store = store;
        this.seal = seal;
        this.users = users;
        this.letters = letters;
        this.address = address;
    }

    @Override
    public String section() {
        return "prescriptions";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "prescriptions",
                jdbc.sql("select v.prescription, v.number, v.signed_at, v.code, v.content from prescription_version v"
                                + " join prescription_prescription p on p.id = v.prescription where p.patient = ?"
                                + " order by v.signed_at")
                        .param(whose.person())
                        .query()
                        .listOfRows());
        parcel.rows(
                "allergies",
                jdbc.sql("select * from prescription_allergies where patient = ? order by number")
                        .param(whose.person())
                        .query()
                        .listOfRows());
        UserView patient = users.find(new UserId(whose.person())).orElse(null);
        if (patient != null) {
            papers(patient, parcel);
        }
    }

    /** Each version as it was signed, with what became of it since. */
    private void papers(UserView patient, Parcel parcel) throws IOException {
        List<UUID> all = jdbc.sql("select id from prescription_prescription where patient = ?")
                .param(patient.id().value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        PrescriptionLetter letter = new PrescriptionLetter(patient.locale(), patient.zone());
        String verifyAt = address.page("/verify").toString();
        for (UUID id : all) {
            List<Version> versions = store.versions(id);
            for (Version version : versions) {
                Paper paper = new Paper(
                        seal.read(version.content()), version.number() < versions.size(), store.withdrawal(id));
                byte[] pdf = letters.render(letter.of(paper, verifyAt));
                parcel.file(id + "-v" + version.number() + ".pdf", out -> out.write(pdf));
            }
        }
    }

    @Override
    public Erased erase(Whose whose) {
        int drafts = jdbc.sql("delete from prescription_draft where appointment = any(?::uuid[])")
                .param(whose.visits())
                .update();
        int allergies = jdbc.sql("delete from prescription_allergies where patient = ?")
                .param(whose.person())
                .update();
        int kept = jdbc.sql("select count(*) from prescription_prescription where patient = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
        return new Erased(drafts + allergies, kept, "MEDICAL_RECORD");
    }
}
