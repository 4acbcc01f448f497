package health.consilium.chat.store;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.ServerFrame.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables chat_message and chat_attachment. */
@Repository
public class Messages {
    private static final String SELECT = "select m.*, a.name as file_name, a.type as file_type, a.size as file_size"
            + " from chat_message m left join chat_attachment a on a.id = m.attachment ";

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Message(
            UUID id,
            UUID key,
            UserId sender,
            String text,
            @Nullable Attachment attachment,
            Instant sentAt) {}

    /** @param fresh false: it was there already */
    public record Stored(Message message, boolean fresh) {}

    /** Stores it once: the same key of the same sender gives the message that is there already. */
    public Stored store(
            ConsultationId consultation, UserId sender, UUID key, String text, @Nullable UUID attachment, Instant now) {
        int written = jdbc.sql("insert into chat_message (id, key, consultation, sender, body, attachment, sent_at)"
                        + " values (:id, :key, :consultation, :sender, :body, :attachment::uuid, :now)"
                        + " on conflict (consultation, sender, key) do nothing")
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("consultation", consultation.value())
                .param("sender", sender.value())
                .param("body", text)
                .param("attachment", attachment == null ? null : attachment.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        Message message = jdbc.sql(SELECT + "where m.consultation = ? and m.sender = ? and m.key = ?")
                .params(consultation.value(), sender.value(), key)
                .query(Messages::message)
                .single();
        return new Stored(message, written == 1);
    }

    public List<Message> of(ConsultationId consultation) {
        return jdbc.sql(SELECT + "where m.consultation = ? order by m.number")
                .param(consultation.value())
                .query(Messages::message)
                .list();
    }

    public boolean exists(ConsultationId consultation, UUID message) {
        return jdbc.sql("select 1 from chat_message where consultation = ? and id = ?")
                .params(consultation.value(), message)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void addAttachment(ConsultationId consultation, UserId sender, Attachment file, Instant now) {
        jdbc.sql("insert into chat_attachment values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        consultation.value(),
                        sender.value(),
                        file.name(),
                        file.type(),
                        file.size(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public int attachments(ConsultationId consultation) {
        return jdbc.sql("select count(*) from chat_attachment where consultation = ?")
                .param(consultation.value())
                .query(Integer.class)
                .single();
    }

    public Optional<Attachment> attachment(ConsultationId consultation, UUID id) {
        return jdbc.sql("select * from chat_attachment where consultation = ? and id = ?")
                .params(consultation.value(), id)
                .query((row, n) ->
                        new Attachment(id, row.getString("name"), row.getString("type"), row.getLong("size")))
                .optional();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        UUID file = row.getObject("attachment", UUID.class);
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("key", UUID.class),
                new UserId(row.getObject("sender", UUID.class)),
                row.getString("body"),
                file == null
                        ? null
                        : new Attachment(
                                file, row.getString("file_name"), row.getString("file_type"), row.getLong("file_size")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
