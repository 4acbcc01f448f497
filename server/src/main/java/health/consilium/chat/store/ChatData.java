package health.consilium.chat.store;

import health.consilium.kernel.AfterCommit;
import health.consilium.kernel.PersonalData;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages and files of a patient's consultations, of both sides: all of it goes. */
@Component
class ChatData implements PersonalData {
    private final JdbcClient jdbc;
    private final AttachmentFiles files;

    ChatData(JdbcClient jdbc, AttachmentFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String section() {
        return "chat";
    }

    @Override
    public void export(Whose whose, Parcel parcel) throws IOException {
        parcel.rows(
                "messages",
                jdbc.sql(
                                "select m.consultation, m.sent_at, case when m.sender = ? then 'me' else 'doctor' end as sender,"
                                        + " m.body, m.attachment from chat_message m where m.consultation = any(?::uuid[]) order by m.number")
                        .params(whose.person(), whose.calls())
                        .query()
                        .listOfRows());
        for (File file : attachments(whose)) {
            parcel.file(file.id + "-" + file.name, out -> out.write(files.read(file.id)));
        }
    }

    @Override
    public Erased erase(Whose whose) {
        List<UUID> gone = attachments(whose).stream().map(File::id).toList();
        int rows = jdbc.sql("delete from chat_message where consultation = any(?::uuid[])")
                .param(whose.calls())
                .update();
        rows += jdbc.sql("delete from chat_attachment where consultation = any(?::uuid[])")
                .param(whose.calls())
                .update();
        AfterCommit.run(() -> gone.forEach(files::delete));
        return Erased.all(rows);
    }

    private record File(UUID id, String name) {}

    private List<File> attachments(Whose whose) {
        return jdbc.sql("select id, name from chat_attachment where consultation = any(?::uuid[])")
                .param(whose.calls())
                .query((row, n) -> new File(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
