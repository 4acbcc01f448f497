package health.consilium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Keys;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * From the door to the history without a mouse: Tab, Enter, Space and what is written. Addresses are typed, everything else is
 * reached. Where one thing takes the place of another, the focus is where it goes on.
 */
final class WholePathByKeyboard {
    private static final String REASON = "Out of breath since Sunday";

    private final Clinic clinic;
    private final Person patient;
    private final Keys patients;
    private final Person doctor;
    private final Keys doctors;
    private final ScreenReader reader = new ScreenReader();

    WholePathByKeyboard(Clinic clinic, Someone patient, Someone doctor) {
        this.clinic = clinic;
        this.patient = clinic.comes(patient, Opened.calm());
        this.patients = new Keys(this.patient);
        this.doctor = clinic.comes(doctor, Opened.calm());
        this.doctors = new Keys(this.doctor);
    }

    void isWalked() {
        isAskedToAgreeAgain();
        signsIn(patient, patients);
        books();
        pays();
        JsonNode booked = appointment();
        UUID id = UUID.fromString(booked.path("id").asString());
        opensTheLinkOfTheMail();
        clinic.clock().moveTo(Instant.parse(booked.path("start").asString()).minus(Duration.ofMinutes(1)));
        comesIn();

        signsIn(doctor, doctors);
        doctors.isOn("accept").enter();
        new Call(clinic, id, patient, doctor).isLive();
        reader.finds(patient, "call");
        speak();
        prescribes();
        doctors.tabsTo("leave")
                .enter()
                .isOn("end-for-all")
                .staysIn("dialog[open]")
                .tabsTo("end-for-all")
                .enter();
        doctor.isShown("after-title");
        patient.isShown("after-title");

        reader.finds(patient, "after");
        hasEverythingAfterwards();
        findsItInTheHistory(id);
        assertThat(patients.faults()).isEmpty();
        assertThat(doctors.faults()).isEmpty();
    }

    /** The demo's patient has agreed to care by video once; what is asked on the way in is part of the path. */
    private void isAskedToAgreeAgain() {
        Map<String, Object> answer = Map.of("version", 1, "language", "en", "answer", "WITHDRAWN");
        clinic.api().as(patient.who()).post("/api/v1/care/consents", answer).data();
    }

    private static void signsIn(Person who, Keys keys) {
        String door = "demo-" + who.who().displayName().replace(' ', '-').toLowerCase(Locale.ROOT);
        who.goesTo("/").isShown(door);
        keys.tabsTo(door).enter();
        who.isShown("sign-out");
    }

    private void books() {
        patient.isShown("book-new");
        patients.tabsTo("book-new").enter();
        patient.isShown("search");
        patients.tabsTo("search")
                .types("cardio")
                .tabsTo("doctor-" + doctor.who().id())
                .enter()
                .isOn("[data-testid=step-2] h1");
        patient.isShown("first-free");
        patients.tabsTo("first-free").enter().isOn("[data-testid=step-3] h1");
        patients.tabsTo("reason")
                .types(REASON)
                .tabsTo("need-captions")
                .space()
                .tabsTo("book")
                .enter();
    }

    private void pays() {
        patient.isShown("pay");
        patients.tabsTo("pay").enter();
        patient.isShown("pretend-pay");
        patients.tabsTo("pretend-pay").enter();
        patient.seesThat("[data-testid=payment-outcome][data-status=PAID]");
        assertThat(patients.tabsTo("receipt").downloads().suggestedFilename()).endsWith(".pdf");
    }

    private JsonNode appointment() {
        for (JsonNode one :
                clinic.api().as(patient.who()).get("/api/v1/appointments").data()) {
            if (one.path("reason").asString().equals(REASON)) {
                return one;
            }
        }
        throw new AssertionError("no appointment because of " + REASON);
    }

    /** Who has no account at hand comes by their mail. */
    private void opensTheLinkOfTheMail() {
        Mailbox.newestLink(clinic);
        patients.tabsTo("sign-out").enter();
        patient.isShown("open-mailbox");
        patients.tabsTo("open-mailbox").enter();
        patient.isShown("mailbox");
        patients.tabsTo("[data-testid=mailbox] button");
        // Up to date on the receipt and the invitation, whichever came last.
        for (int mails = 0;
                patient.page()
                                .locator("[data-testid=mail][data-calendar=REQUEST]")
                                .count()
                        == 0;
                mails++) {
            assertThat(mails).as("mails without an invitation").isLessThan(5);
            patients.presses("Tab").enter();
            patient.isShown("mail-page");
        }
        assertThat(patients.tabsTo("[data-testid=mail] a[download$='.ics']")
                        .downloads()
                        .suggestedFilename())
                .endsWith(".ics");
        // The letter is a page of its own within the page; its first link is the one to come by.
        patients.tabsTo("mail-page").opensAnotherPage();
        patient.isShown("invited-by");
        reader.finds(patient, "link");
    }

    private void comesIn() {
        patients.tabsTo("born-day")
                .types("12")
                .tabsTo("born-month")
                .types("3")
                .tabsTo("born-year")
                .types("1984")
                .tabsTo("confirm-link")
                .enter();
        patient.isShown("device-check");
        reader.says(patient, "Everything is ready");
        reader.finds(patient, "device-check");
        patients.tabsTo("devices-done").enter();
        patient.isShown("consent-text");
        reader.finds(patient, "before-care");
        patients.tabsTo("visit-address")
                .types("12 Harbour Street, 20457 Hamburg")
                .tabsTo("visit-country")
                .types("Germany")
                .tabsTo("visit-call-back")
                .types("+49 40 123456")
                .tabsTo("visit-send")
                .enter();
        patient.isInTheWaitingRoom();
        reader.says(patient, "Dr Samuel Okafor is not here yet. We ring as soon as they come.");
        reader.finds(patient, "waiting-room");
    }

    private void speak() {
        patients.tabsTo("mute").space();
        patient.seesThat("[data-testid=mute][data-off=true]");
        reader.says(doctor, "Maria Rossi is muted.");
        patients.space();
        patient.seesThat("[data-testid=mute][data-off=false]");
        patients.tabsTo("chat-open")
                .enter()
                .isOn("chat-panel")
                .tabsTo("chat-input")
                .types("By keyboard")
                .enter();
        doctors.tabsTo("chat-open").enter().isOn("chat-panel");
        doctor.reads("By keyboard");
        doctors.tabsTo("panel-close").enter().isOn("chat-open");
        doctors.tabsTo("more").enter().tabsTo("layout").presses("Escape").isOn("more");
    }

    private void prescribes() {
        doctors.tabsTo("prescription-open").enter().isOn("prescription-panel");
        doctor.isShown("allergies-change");
        doctors.tabsTo("allergies-change")
                .enter()
                .isOn("allergy-names")
                .tabsTo("none-known")
                .enter()
                .isOn("allergies-change")
                .tabsTo("write-prescription")
                .enter()
                .isOn("medication")
                .types("Bisoprolol")
                .tabsTo("dose")
                .types("2.5 mg")
                .tabsTo("frequency")
                .types("once a day")
                .tabsTo("days")
                .types("30");
        doctors.tabsTo("sign")
                .enter()
                .isOn("sign-confirm")
                .staysIn("dialog[open]")
                .presses("Escape")
                .isOn("sign");
        doctors.enter().isOn("sign-confirm").enter().isOn("[data-testid=prescription]");
        doctors.tabsTo("panel-close").enter().isOn("prescription-open");
    }

    private void hasEverythingAfterwards() {
        patient.isShown("prescription-pdf");
        assertThat(patients.tabsTo("prescription-pdf").downloads().suggestedFilename())
                .endsWith(".pdf");
        assertThat(patients.tabsTo("after-receipt").downloads().suggestedFilename())
                .endsWith(".pdf");
        patients.tabsTo("star-5").enter();
        patient.isShown("rating-saved");
        patients.isOn(":has(> [data-testid=rating-saved])").tabsTo("rating-change");
    }

    /** The link shows this one appointment; the history is theirs who sign in. */
    private void findsItInTheHistory(UUID appointment) {
        patients.tabsTo("sign-out").enter();
        patient.isShown("login-submit");
        signsIn(patient, patients);
        patients.tabsTo("nav [href='/history']").enter();
        patient.isShown("history-" + appointment);
        patients.tabsTo("history-" + appointment).enter();
        patient.isShown("after-title");
    }
}
