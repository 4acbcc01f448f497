package health.consilium.e2e;

import health.consilium.e2e.browser.Person;

/** A6: how often somebody presses on the way from their mail to the waiting room. What is typed into a field is no press. */
record Taps(Person person) {
    /** Every press of a finger or a mouse button in this tab, on whichever of our pages. */
    private static final String COUNTS = "addEventListener('pointerdown', press => press.isTrusted"
            + " && sessionStorage.setItem('taps', 1 + Number(sessionStorage.getItem('taps'))), true)";

    /** Counts from the next page on. */
    static Taps of(Person person) {
        person.page().addInitScript(COUNTS);
        return new Taps(person);
    }

    /** Opens the link and says who they are. */
    Taps byTheLink(String link, String... born) {
        person.goesTo(link).isShown("invited-by");
        person.byId("born-day").fill(born[0]);
        person.byId("born-month").fill(born[1]);
        person.byId("born-year").fill(born[2]);
        person.presses("confirm-link").isShown("device-check");
        return this;
    }

    int count() {
        return ((Number) person.page().evaluate("() => Number(sessionStorage.getItem('taps'))")).intValue();
    }
}
