package health.consilium.demo;

import health.consilium.identity.Accounts.NewAccount;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The made-up people of the demo. */
final class DemoPeople {
    static final String PASSWORD = "consilium-demo";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final NewAccount WEBER = doctor(1, "anna.weber", "Dr Anna Weber", "General practice");
    static final NewAccount OKAFOR = doctor(2, "samuel.okafor", "Dr Samuel Okafor", "Cardiology");
    static final NewAccount ROSSI = patient(3, "maria.rossi", "Maria Rossi", LocalDate.of(1984, 3, 12));
    static final NewAccount HADDAD = patient(4, "karim.haddad", "Karim Haddad", LocalDate.of(1971, 11, 2));
    static final NewAccount LINDQVIST = patient(5, "eva.lindqvist", "Eva Lindqvist", LocalDate.of(1958, 6, 30));
    static final NewAccount DESK = person(6, "desk", Role.ADMIN, "Clinic desk", "");

    static final List<NewAccount> ALL = List.of(WEBER, OKAFOR, ROSSI, HADDAD, LINDQVIST, DESK);

    private DemoPeople() {}

    private static NewAccount doctor(int number, String name, String displayName, String about) {
        NewAccount one = person(number, name, Role.DOCTOR, displayName, about);
        String licence = "DEMO-000" + number;
        return new NewAccount(
                one.id(), one.email(), PASSWORD, Role.DOCTOR, displayName, about, ZONE, "en", null, null, licence);
    }

    private static NewAccount patient(int number, String name, String displayName, LocalDate born) {
        NewAccount one = person(number, name, Role.PATIENT, displayName, "");
        String phone = "+49 30 555 010" + number;
        return new NewAccount(
                one.id(), one.email(), PASSWORD, Role.PATIENT, displayName, "", ZONE, "en", phone, born, "");
    }

    private static NewAccount person(int number, String name, Role role, String displayName, String about) {
        UserId id = new UserId(
                UUID.nameUUIDFromBytes(("consilium demo person " + number).getBytes(StandardCharsets.UTF_8)));
        return new NewAccount(id, name + "@demo.example", PASSWORD, role, displayName, about, ZONE, "en");
    }
}
