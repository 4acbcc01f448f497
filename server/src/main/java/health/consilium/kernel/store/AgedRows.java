package health.consilium.kernel.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a module's table that go, whole, when they are old. */
public abstract class AgedRows implements RetentionRule {
    private final JdbcClient jdbc;
    private final String kind;
    private final String rows;

    /**
     * @param rows table and condition; {@code :before} is the moment before which they are old, for example
     *     {@code care_visit where ends_at < :before}
     */
    protected AgedRows(JdbcClient jdbc, String kind, String rows) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.rows = rows;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final int due(Instant before) {
        return old("select count(*)", before).query(Integer.class).single();
    }

    @Override
    public int delete(Instant before) {
        return old("delete", before).update();
    }

    private JdbcClient.StatementSpec old(String what, Instant before) {
        return jdbc.sql(what + " from " + rows).param("before", before.atOffset(ZoneOffset.UTC));
    }
}
