package health.consilium.bench.media;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network and what happens to it.
 *
 * @param name for the command line and for files
 * @param title for people
 * @param before what the network is like before anybody calls
 * @param phases what happens during the call, once it has settled
 */
record Scenario(String name, String title, Consumer<Stage> before, List<Phase> phases) {
    /**
     * @param name what to call it in the report
     * @param begins what happens at its beginning
     */
    record Phase(String name, Duration length, Consumer<Stage> begins) {
        static Phase of(String name, int seconds, Consumer<Stage> begins) {
            return new Phase(name, Duration.ofSeconds(seconds), begins);
        }
    }

    private static final Consumer<Stage> NOTHING = stage -> {};

    /** The same network all the time. */
    static Scenario steady(String name, String title, int seconds, Consumer<Stage> before) {
        return new Scenario(name, title, before, List.of(Phase.of("steady", seconds, NOTHING)));
    }

    /** A good network that becomes bad and good again. */
    static Scenario passing(
            String name, String title, int seconds, Consumer<Stage> worse, int after, Consumer<Stage> better) {
        return new Scenario(
                name,
                title,
                NOTHING,
                List.of(
                        Phase.of("before", 6, NOTHING),
                        Phase.of("during", seconds, worse),
                        Phase.of("after", after, better)));
    }

    /** A good network on which something happens once. */
    static Scenario event(String name, String title, int after, Consumer<Stage> event) {
        return new Scenario(
                name, title, NOTHING, List.of(Phase.of("before", 6, NOTHING), Phase.of("after", after, event)));
    }
}
