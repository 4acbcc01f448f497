package health.consilium.care.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked before care. Where somebody was goes; what they agreed to, and that somebody made sure who they are, proves
 * that they were treated as they wanted.
 */
@Component
class CareData implements PersonalData {
    private static final String TICKS = " from care_identity where appointment = any(?::uuid[])";

    private final JdbcClient jdbc;

    CareData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "before-care";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "consents",
                jdbc.sql("select c.at, c.answer, c.version, c.language, t.text from care_consent c"
                                + " join care_consent_text t on t.sha256 = c.text where c.patient = ? order by c.seq")
                        .param(whose.person())
                        .query()
                        .listOfRows());
        parcel.rows(
                "visits",
                jdbc.sql("select * from care_visit where patient = ? order by stated_at")
                        .param(whose.person())
                        .query()
                        .listOfRows());
        parcel.rows(
                "identity",
                jdbc.sql("select appointment, confirmed_at" + TICKS)
                        .param(whose.visits())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int visits = jdbc.sql("delete from care_visit where patient = ?")
                .param(whose.person())
                .update();
        int consents = jdbc.sql("select count(*) from care_consent where patient = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
        int ticks = jdbc.sql("select count(*)" + TICKS)
                .param(whose.visits())
                .query(Integer.class)
                .single();
        return new Erased(visits, consents + ticks, "PROOF");
    }
}
