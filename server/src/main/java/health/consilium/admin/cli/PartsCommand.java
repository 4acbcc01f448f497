package health.consilium.admin.cli;

import org.springframework.context.ConfigurableApplicationContext;

/** A command that works with parts of the server on a database that is there. */
abstract class PartsCommand extends Command {
    @Override
    public final Integer call() throws Exception {
        try (ConfigurableApplicationContext parts = Parts.open()) {
            return run(parts);
        }
    }

    abstract int run(ConfigurableApplicationContext parts) throws Exception;
}
