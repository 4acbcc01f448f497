package health.consilium.kernel;

import java.time.Instant;

/**
 * One kind of data that is kept only for a while. A module has such a bean for each kind of its own; how long, the operator
 * says for all of them in one place ({@code consilium.retention}), and once a day what is older goes. The command line builds
 * it without the rest of the program, so it may ask for the database, the data directory and the clock, and for nothing else.
 */
public interface RetentionRule {
    /** A stable code, as the setting is called, for example {@code call-events}. */
    String kind();

    /** How many things are older. Looks and changes nothing. */
    int due(Instant before);

    /**
     * They go, in the caller's transaction; what is still under way stays. Again: nothing more happens.
     *
     * @return how many
     */
    int delete(Instant before);
}
