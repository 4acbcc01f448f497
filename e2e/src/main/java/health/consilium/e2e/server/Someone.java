package health.consilium.e2e.server;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The made-up people of the demo. */
public enum Someone {
    WEBER(1, "anna.weber", "Dr Anna Weber"),
    OKAFOR(2, "samuel.okafor", "Dr Samuel Okafor"),
    ROSSI(3, "maria.rossi", "Maria Rossi"),
    HADDAD(4, "karim.haddad", "Karim Haddad"),
    LINDQVIST(5, "eva.lindqvist", "Eva Lindqvist"),
    DESK(6, "desk", "Clinic desk");

    public static final String PASSWORD = "consilium-demo";

    private final UUID id;
    private final String email;
    private final String displayName;

    Someone(int number, String name, String displayName) {
        this.id = UUID.nameUUIDFromBytes(("consilium demo person " + number).getBytes(StandardCharsets.UTF_8));
        this.email = name + "@demo.example";
        this.displayName = displayName;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    public boolean isDoctor() {
        return this == WEBER || this == OKAFOR;
    }
}
