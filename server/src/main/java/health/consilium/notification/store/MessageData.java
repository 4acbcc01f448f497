package health.consilium.notification.store;

import health.consilium.kernel.PersonalData;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a patient was told, the mails that are kept, and where their browsers are rung: all of it goes. */
@Component
class MessageData implements PersonalData {
    private final JdbcClient jdbc;

    MessageData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "messages",
                jdbc.sql("select * from notification_message where person = ?")
                        .param(whose.person())
                        .query()
                        .listOfRows());
    }

    @Override
    public Erased erase(Whose whose) {
        int rows = 0;
        for (String what : new String[] {
            "notification_mailbox where message in (select id from notification_message where person = ?)",
            "notification_message where person = ?",
            "notification_preference where person = ?",
            "notification_subscription where person = ?"
        }) {
            rows += jdbc.sql("delete from " + what).param(whose.person()).update();
        }
        return Erased.all(rows);
    }
}
