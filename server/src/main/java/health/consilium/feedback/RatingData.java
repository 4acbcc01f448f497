package health.consilium.feedback;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the patient said of calls: the words go, the stars stay without a name to them. */
@Component
class RatingData implements PersonalData {
    private final JdbcClient jdbc;

    RatingData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "ratings";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "ratings",
                jdbc.sql("select * from feedback_rating where person = ?")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        return Erased.all(jdbc.sql("update feedback_rating set remark = '' where person = ? and remark <> ''")
                .param(whose.person())
                .update());
    }
}
