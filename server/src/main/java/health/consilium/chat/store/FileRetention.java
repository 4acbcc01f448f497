package health.consilium.chat.store;

import health.consilium.kernel.AfterCommit;
import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that were sent. A message that said something besides stays until it is old enough itself. */
@Component
class FileRetention implements RetentionRule {
    private final JdbcClient jdbc;
    private final AttachmentFiles files;

    FileRetention(JdbcClient jdbc, AttachmentFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*) from chat_attachment where sent_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        UUID[] old = jdbc.sql("select id from chat_attachment where sent_at < ? for update")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .toArray(UUID[]::new);
        jdbc.sql("delete from chat_message where attachment = any(?) and body = ''")
                .param(old)
                .update();
        jdbc.sql("update chat_message set attachment = null where attachment = any(?)")
                .param(old)
                .update();
        int gone = jdbc.sql("delete from chat_attachment where id = any(?)")
                .param(old)
                .update();
        List<UUID> names = List.of(old);
        AfterCommit.run(() -> names.forEach(files::delete));
        return gone;
    }
}
