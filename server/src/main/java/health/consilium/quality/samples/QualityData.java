package health.consilium.quality.samples;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How good a patient's side of calls was, and how long they waited: all of it goes. The doctor's side is the doctor's. */
@Component
class QualityData implements PersonalData {
    private final JdbcClient jdbc;

    QualityData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "call-quality";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        rows(
                "summaries",
                "select consultation, made_at, figures::text as figures from quality_summary where person = ? order by made_at",
                whose,
                parcel);
        rows(
                "waits",
                "select consultation, at, what, millis from quality_wait where person = ? order by at",
                whose,
                parcel);
        rows(
                "samples",
                "select consultation, began_at, (to_jsonb(s) - 'consultation' - 'person' - 'began_at')::text as measures"
                        + " from quality_samples s where person = ? order by began_at",
                whose,
                parcel);
    }

    private void rows(String name, String sql, Whose whose, Parcel parcel) throws IOException {
        parcel.rows(name, jdbc.sql(sql).param(whose.person()).query().listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = 0;
        for (String table : new String[] {"quality_summary", "quality_wait", "quality_samples"}) {
            rows += jdbc.sql("delete from " + table + " where person = ?")
                    .param(whose.person())
                    .update();
        }
        return Erased.all(rows);
    }
}
