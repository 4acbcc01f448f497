package health.consilium.scheduling.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appointments. When there was one stays, as invoices name it; why somebody came does not. */
@Component
class AppointmentData implements PersonalData {
    private final JdbcClient jdbc;

    AppointmentData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "appointments";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "appointments",
                jdbc.sql("select * from scheduling_appointment where patient = ? order by starts_at")
                        .param(whose.person())
                        .query()
                        .listOfRows());
        parcel.rows(
                "changes",
                jdbc.sql("select appointment, at, kind, starts_at, reason from scheduling_change"
                                + " where appointment = any(?::uuid[]) order by at")
                        .param(whose.visits())
                        .query()
                        .listOfRows());
        parcel.rows(
                "intake",
                jdbc.sql("select * from scheduling_intake where patient = ?")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = jdbc.sql("update scheduling_appointment set reason = '' where patient = ? and reason <> ''")
                .param(whose.person())
                .update();
        rows += jdbc.sql("update scheduling_change set reason = '' where appointment = any(?::uuid[]) and reason <> ''")
                .param(whose.visits())
                .update();
        rows += jdbc.sql("delete from scheduling_intake where patient = ?")
                .param(whose.person())
                .update();
        return new Erased(rows, whose.appointments().size(), "BOOKKEEPING");
    }
}
