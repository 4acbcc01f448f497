package health.consilium.consultation.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of calls. That there was a call stays with the medical record; what somebody wrote beside it does not. */
@Component
class CallData implements PersonalData {
    private final JdbcClient jdbc;

    CallData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "calls";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "calls",
                jdbc.sql(
                                "select * from consultation_log where consultation = any(?::uuid[]) order by consultation, number")
                        .param(whose.calls())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql(
                        "update consultation_log set detail = '' where consultation = any(?::uuid[]) and detail <> ''")
                .param(whose.calls())
                .update();
        return new Erased(rows, whose.consultations().size(), "MEDICAL_RECORD");
    }
}
