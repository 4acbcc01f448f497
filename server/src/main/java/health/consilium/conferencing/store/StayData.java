package health.consilium.conferencing.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody was in a provider's room. It says no more than the log of calls, and goes when its person is forgotten. */
@Component
class StayData implements PersonalData {
    private final JdbcClient jdbc;

    StayData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "rooms";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "stays",
                jdbc.sql("select consultation, person, joined_at, left_at from conferencing_stay"
                                + " where consultation = any(?::uuid[]) order by consultation, joined_at")
                        .param(whose.calls())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql("delete from conferencing_stay where consultation = any(?::uuid[])")
                .param(whose.calls())
                .update();
        return Erased.all(rows);
    }
}
