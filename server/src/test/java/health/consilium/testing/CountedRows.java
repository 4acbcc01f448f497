package health.consilium.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the rows that a database hands over. */
public final class CountedRows {
    private final AtomicInteger rows = new AtomicInteger();
    private final DataSource counted;

    public CountedRows(DataSource database) {
        this.counted = around(DataSource.class, database);
    }

    public DataSource database() {
        return counted;
    }

    public int rows() {
        return rows.get();
    }

    private <T> T around(Class<T> kind, Object target) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, (self, method, values) -> {
                    Object answer;
                    try {
                        answer = method.invoke(target, values);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                    if (target instanceof ResultSet && method.getName().equals("next") && Boolean.TRUE.equals(answer)) {
                        rows.incrementAndGet();
                    }
                    return switch (answer) {
                        case Connection connection -> around(Connection.class, connection);
                        case PreparedStatement statement -> around(PreparedStatement.class, statement);
                        case ResultSet result -> around(ResultSet.class, result);
                        case null, default -> answer;
                    };
                }));
    }
}
