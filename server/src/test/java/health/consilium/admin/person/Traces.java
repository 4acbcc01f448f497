package health.consilium.admin.person;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the database a word stands. */
final class Traces {
    private Traces() {}

    /** The tables that hold it in any of their columns, each with how many rows do. */
    static List<String> of(String word, JdbcClient jdbc) {
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query((row, n) -> row.getString(1))
                .list();
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            int rows = jdbc.sql("select count(*) from \"" + table + "\" t where t::text like ?")
                    .param("%" + word + "%")
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table + " " + rows);
            }
        }
        return found;
    }
}
