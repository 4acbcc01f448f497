package health.consilium.readiness.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What device checks found. */
@Component
class DeviceCheckData implements PersonalData {
    private final JdbcClient jdbc;

    DeviceCheckData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "device-checks";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "device-checks",
                jdbc.sql("select * from readiness_check where person = ?")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        return Erased.all(jdbc.sql("delete from readiness_check where person = ?")
                .param(whose.person())
                .update());
    }
}
