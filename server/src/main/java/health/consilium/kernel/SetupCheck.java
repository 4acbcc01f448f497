package health.consilium.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing about the installation that an operator wants to know before patients find out. Any module may have some: they are
 * beans, listed on the administrators' page and by {@code consilium doctor}. A check looks and changes nothing. The command
 * line builds it without the rest of the program, so it may ask for settings, the database, the data directory, secrets and
 * the clock, and for nothing else.
 */
public interface SetupCheck {
    /** A stable code in lower case, for example {@code disk}. */
    String name();

    /** In a few seconds at most. What it throws is shown as BROKEN. */
    Found look() throws Exception;

    /** How it stands. */
    enum State {
        FINE,
        /** Works, and should be looked after. */
        WARNING,
        BROKEN,
        /** Not set up here, which is no fault. */
        NOT_USED
    }

    /**
     * What was found, and the values that belong to it.
     *
     * @param values by name; no secret in them. A value {@code at} is a moment in ISO 8601
     */
    record Found(SetupFinding finding, Map<String, String> values) {
        /** @param values name, value, name, value … */
        public static Found of(SetupFinding finding, Object... values) {
            Map<String, String> all = new TreeMap<>();
            for (int i = 0; i < values.length; i += 2) {
                all.put(values[i].toString(), values[i + 1].toString());
            }
            return new Found(finding, Collections.unmodifiableMap(all));
        }

        public State state() {
            return finding.state();
        }

        /** One sentence in English. */
        public String what() {
            return filled(finding.what());
        }

        /** What to do about it, in English; empty when there is nothing to do. */
        public String remedy() {
            return filled(finding.remedy());
        }

        private String filled(String sentence) {
            String all = sentence;
            for (Map.Entry<String, String> value : values.entrySet()) {
                all = all.replace("{" + value.getKey() + "}", value.getValue());
            }
            return all;
        }
    }
}
