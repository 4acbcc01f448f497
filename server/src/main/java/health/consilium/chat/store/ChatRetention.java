package health.consilium.chat.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written. Of a message with a file the words go here; the rest goes with the file. */
@Component
class ChatRetention implements RetentionRule {
    private final JdbcClient jdbc;

    ChatRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "chat";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*) from chat_message where sent_at < ? and (attachment is null or body <> '')")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        int gone = jdbc.sql("delete from chat_message where sent_at < ? and attachment is null")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
        return gone
                + jdbc.sql("update chat_message set body = '' where sent_at < ? and body <> ''")
                        .param(before.atOffset(ZoneOffset.UTC))
                        .update();
    }
}
