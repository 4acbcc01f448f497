package health.consilium.recording.store;

import health.consilium.identity.UserId;
import health.consilium.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table recording_ledger: every question and answer about a recording, and when it recorded. Nothing in it is ever changed
 * or taken out: the database refuses it, and each entry holds the SHA-256 of the one before, so that whoever could would be
 * found out.
 */
@Repository
public class Ledger {
    private static final String NOTHING = "0".repeat(64);

    private final JdbcClient jdbc;
    private final LedgerHead heads;

    Ledger(JdbcClient jdbc, LedgerHead heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /**
     * What somebody had before their eyes when they answered.
     *
     * @param wording the version of the text; @param locale its language; @param text the SHA-256 of the very text, in hex
     */
    public record Reading(
            String wording, String locale, @Nullable String text) {
        public Reading(String wording, String locale) {
            this(wording, locale, null);
        }
    }

    /**
     * @param kind ASKED, AGREED, DECLINED, WITHDRAWN, BEGAN, PAUSED_…, STOPPED_…
     * @param hash in hex, of everything here and of the entry before
     */
    public record Entry(
            int number,
            Instant at,
            String kind,
            @Nullable UUID person,
            @Nullable String wording,
            @Nullable String locale,
            @Nullable String text,
            String hash) {}

    /** Only while the recording's consultation is locked. */
    public void append(UUID recording, Instant at, String kind, @Nullable UserId who, @Nullable Reading reading) {
        List<Entry> all = of(recording);
        String before = end(all);
        Entry bare = new Entry(
                all.size() + 1,
                at.truncatedTo(ChronoUnit.MICROS),
                kind,
                who == null ? null : who.value(),
                reading == null ? null : reading.wording(),
                reading == null ? null : reading.locale(),
                reading == null ? null : reading.text(),
                "");
        String hash = hash(recording, before, bare);
        jdbc.sql("insert into recording_ledger (recording, number, at, kind, person, wording, locale, text, hash)"
                        + " values (:recording, :number, :at, :kind, :person::uuid, :wording, :locale, :text, :hash)")
                .param("recording", recording)
                .param("number", bare.number)
                .param("at", bare.at.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("person", bare.person)
                .param("wording", bare.wording)
                .param("locale", bare.locale)
                .param("text", bare.text)
                .param("hash", hash)
                .update();
        heads.move(recording, bare.number, hash);
    }

    public List<Entry> of(UUID recording) {
        return jdbc.sql("select * from recording_ledger where recording = ? order by number")
                .param(recording)
                .query((row, n) -> entry(row))
                .list();
    }

    /** What happened last; of a recording that was deleted: that, or the withdrawal that deleted it. */
    public Entry last(UUID recording) {
        return of(recording).getLast();
    }

    /** Whether the last entry is not the one that was written last: entries at the end are gone, or all was written anew. */
    public boolean cut(UUID recording) {
        List<Entry> all = of(recording);
        return !heads.is(recording, all.size(), end(all));
    }

    private static String end(List<Entry> all) {
        return all.isEmpty() ? NOTHING : all.getLast().hash();
    }

    /** The numbers of the entries that do not follow from the ones before. */
    public List<Integer> broken(UUID recording) {
        List<Entry> all = of(recording);
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> {
                    Entry entry = all.get(i);
                    String before = i == 0 ? NOTHING : all.get(i - 1).hash();
                    return entry.number != i + 1 || !entry.hash.equals(hash(recording, before, entry));
                })
                .mapToObj(i -> all.get(i).number)
                .toList();
    }

    static String hash(UUID recording, String before, Entry e) {
        String text = String.join(
                "\n",
                before,
                recording.toString(),
                String.valueOf(e.number),
                e.at.toString(),
                e.kind,
                String.valueOf(e.person),
                String.valueOf(e.wording),
                String.valueOf(e.locale));
        if (e.text != null) {
            text += "\n" + e.text;
        }
        return Sha256.hex(text);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getObject("person", UUID.class),
                row.getString("wording"),
                row.getString("locale"),
                row.getString("text"),
                row.getString("hash"));
    }
}
