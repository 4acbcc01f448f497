package health.consilium.prescription.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prescriptions and allergies. What was signed belongs to the medical record and stays; drafts do not. */
@Component
class PrescriptionData implements PersonalData {
    private final JdbcClient jdbc;

    PrescriptionData(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    }

    @Override
    public Erased erase(Whose whose) {
        int drafts = jdbc.sql("delete from prescription_draft where appointment = any(?::uuid[])")
                .param(whose.visits())
                .update();
        int kept = jdbc.sql("select count(*) from prescription_prescription where patient = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
        return new Erased(drafts, kept, "MEDICAL_RECORD");
    }
}
