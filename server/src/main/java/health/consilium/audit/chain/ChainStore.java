package health.consilium.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables audit_entry and audit_head. */
@Repository
public class ChainStore {
    private final JdbcClient jdbc;

    ChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain, which nobody else can lengthen until this transaction ends. */
    ChainHead lockedHead() {
        return jdbc.sql("select number, hash from audit_head for update")
                .query(ChainStore::asHead)
                .single();
    }

    public ChainHead head() {
        return jdbc.sql("select number, hash from audit_head")
                .query(ChainStore::asHead)
                .single();
    }

    /** One statement: the entry, and that the chain ends with it. */
    void append(Link link) {
        jdbc.sql("with added as (insert into audit_entry values (:number, :at, :actor::uuid, :role, :action, :subject,"
                        + " :subjectId, :patient::uuid, :details, :hash))"
                        + " update audit_head set number = :number, hash = :hash")
                .param("number", link.number())
                .param("at", link.at().atOffset(ZoneOffset.UTC))
                .param("actor", link.actor())
                .param("role", link.role())
                .param("action", link.action())
                .param("subject", link.subject())
                .param("subjectId", link.subjectId())
                .param("patient", link.patient())
                .param("details", link.details())
                .param("hash", link.hash())
                .update();
    }

    /** Many entries, in the order of their numbers, in one statement: whoever is on a long list must not hold up the chain. */
    void append(List<Link> links) {
        if (links.size() == 1) {
            append(links.getFirst());
            return;
        }
        jdbc.sql("with added as (insert into audit_entry select * from unnest(:numbers::bigint[], :ats::timestamptz[],"
                        + " :actors::uuid[], :roles::text[], :actions::text[], :subjects::text[], :subjectIds::text[],"
                        + " :patients::uuid[], :details::text[], :hashes::text[]))"
                        + " update audit_head set number = :number, hash = :hash")
                .param("numbers", all(links, Link::number))
                .param("ats", all(links, Link::at))
                .param("actors", all(links, Link::actor))
                .param("roles", all(links, Link::role))
                .param("actions", all(links, Link::action))
                .param("subjects", all(links, Link::subject))
                .param("subjectIds", all(links, Link::subjectId))
                .param("patients", all(links, Link::patient))
                .param("details", all(links, Link::details))
                .param("hashes", all(links, Link::hash))
                .param("number", links.getLast().number())
                .param("hash", links.getLast().hash())
                .update();
    }

    private static @Nullable String[] all(List<Link> links, Function<Link, @Nullable Object> what) {
        return links.stream()
                .map(link -> {
                    Object value = what.apply(link);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    boolean since(@Nullable UUID actor, String action, String subject, @Nullable String subjectId, Instant then) {
        return jdbc.sql("select exists (select 1 from audit_entry where subject = :subject"
                        + " and subject_id is not distinct from :subjectId and actor = :actor::uuid and action = :action"
                        + " and at > :then)")
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("actor", actor)
                .param("action", action)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Which of these subjects the same was done to since then. */
    Set<String> since(
            @Nullable UUID actor, String action, String subject, Collection<String> subjectIds, Instant then) {
        return Set.copyOf(jdbc.sql("select distinct subject_id from audit_entry where subject = :subject"
                        + " and subject_id = any(:ids) and actor = :actor::uuid and action = :action and at > :then")
                .param("subject", subject)
                .param("ids", subjectIds.toArray(String[]::new))
                .param("actor", actor)
                .param("action", action)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    public Optional<Link> find(long number) {
        return jdbc.sql("select * from audit_entry where number = ?")
                .param(number)
                .query(ChainStore::asLink)
                .optional();
    }

    /** In the chain's order, beginning after that number. */
    public List<Link> after(long number, int most) {
        return jdbc.sql("select * from audit_entry where number > ? order by number limit ?")
                .params(number, most)
                .query(ChainStore::asLink)
                .list();
    }

    /** Newest first. */
    public List<Link> search(Search search, int most) {
        Map<String, Object> values = search.values();
        return jdbc.sql("select * from audit_entry where " + search.condition() + " order by number desc limit " + most)
                .params(values)
                .query(ChainStore::asLink)
                .list();
    }

    private static ChainHead asHead(ResultSet row, int n) throws SQLException {
        return new ChainHead(row.getLong("number"), row.getString("hash"));
    }

    private static Link asLink(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("role"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getObject("patient", UUID.class),
                row.getString("details"),
                row.getString("hash"));
    }
}
