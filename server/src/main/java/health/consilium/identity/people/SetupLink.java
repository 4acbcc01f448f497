package health.consilium.identity.people;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints the way in while there is no administrator. On the terminal and not in the log, whose lines travel; whoever reads
 * the program's own output may do everything with it anyway.
 */
@Component
@ConditionalOnProperty(name = "consilium.mode", havingValue = "production", matchIfMissing = true)
class SetupLink {
    private final FirstAdministrator first;
    private final String address;

    SetupLink(FirstAdministrator first, @Value("${consilium.public-url:}") String address) {
        this.first = first;
        this.address = address.isBlank() ? "https://THE-ADDRESS-OF-THIS-SERVER" : address.replaceAll("/+$", "");
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        print(System.out);
    }

    void print(PrintStream out) {
        first.link()
                .ifPresent(token -> out.printf(
                        "%n  There is no administrator yet. Open this within an hour, once, to become it:%n  %s/setup#%s%n"
                                + "  Later? Start Consilium again, and it prints a new one.%n%n",
                        address, token.reveal()));
    }
}
