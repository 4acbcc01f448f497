package health.consilium.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** While it is open, the database takes no entry of the audit trail. */
public record BrokenTrail(JdbcClient jdbc) implements AutoCloseable {
    public static BrokenTrail in(JdbcClient jdbc) {
        jdbc.sql("create trigger test_takes_nothing before insert on audit_entry"
                        + " for each row execute function audit_refuses()")
                .update();
        return new BrokenTrail(jdbc);
    }

    @Override
    public void close() {
        jdbc.sql("drop trigger test_takes_nothing on audit_entry").update();
    }
}
