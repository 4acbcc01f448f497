package health.consilium.audit.chain;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw the patient's data: ids and codes, which prove what happened and stay. */
@Component
class AccessData implements PersonalData {
    private final JdbcClient jdbc;

    AccessData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "accesses";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "accesses",
                jdbc.sql(
                                "select at, role, action, subject from audit_entry where patient = ? and actor is distinct from patient order by number")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql("select count(*) from audit_entry where patient = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
        return Erased.kept(rows, "PROOF");
    }
}
