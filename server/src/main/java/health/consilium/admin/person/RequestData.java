package health.consilium.admin.person;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked for and what came of it. It stays: it proves that the clinic did as it was asked. */
@Component
class RequestData implements PersonalData {
    private final JdbcClient jdbc;

    RequestData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "data-requests";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "data-requests",
                jdbc.sql("select kind, state, asked_at, reason, decided_at from admin_data_request"
                                + " where person = ? order by asked_at")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql("select count(*) from admin_data_request where person = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
        return Erased.kept(rows, "PROOF");
    }
}
