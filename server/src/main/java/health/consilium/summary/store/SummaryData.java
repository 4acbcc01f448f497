package health.consilium.summary.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed. What the patient was given belongs to the medical record and stays; drafts do not. */
@Component
class SummaryData implements PersonalData {
    private final JdbcClient jdbc;

    SummaryData(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    }

    @Override
    public Erased erase(Whose whose) {
        int drafts = jdbc.sql("delete from summary_draft where appointment = any(?::uuid[])")
                .param(whose.visits())
                .update();
        int kept = jdbc.sql("select count(*) from summary_version where appointment = any(?::uuid[])")
                .param(whose.visits())
                .query(Integer.class)
                .single();
        return new Erased(drafts, kept, "MEDICAL_RECORD");
    }
}
