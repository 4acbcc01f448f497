package health.consilium.admin.backup;

import java.util.List;
import java.util.Map;

/** What a backup says about itself. */
public final class Contents {
    static final int FORMAT = 1;
    static final String BEGIN = "begin.json";
    static final String END = "end.json";
    static final String FILES = "files/";
    static final String TABLES = "tables/";

    private Contents() {}

    /**
     * Comes first.
     *
     * @param migrations of the database, each with its checksum
     * @param tables with their columns, in the order in which they follow
     */
    record Begin(int format, String at, List<String> migrations, Map<String, List<String>> tables) {}

    /** Comes last: rows by table, and where each sequence stands. */
    record End(Map<String, Long> rows, Map<String, Long> sequences) {}

    /** @param at ISO 8601 */
    public record Summary(String at, int tables, long rows, long files) {}
}
