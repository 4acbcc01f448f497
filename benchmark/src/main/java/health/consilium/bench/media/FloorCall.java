package health.consilium.bench.media;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.consilium.bench.Floor;
import health.consilium.e2e.server.Someone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The same call with the least code: one page waits, the other clicks. */
final class FloorCall implements MeasuredCall {
    private final Page patient;
    private final Page doctor;

    private FloorCall(Page patient, Page doctor) {
        this.patient = patient;
        this.doctor = doctor;
    }

    static MeasuredCall begin(Stage stage, Consumer<Stage> before) {
        return begin(stage, before, "");
    }

    /**
     * Shows what a page for people has to show: pictures with their sound, which browsers do by delaying what is earlier,
     * and one's own picture in a corner.
     */
    static MeasuredCall beginAsForPeople(Stage stage, Consumer<Stage> before) {
        return begin(stage, before, "lips&self&");
    }

    private static MeasuredCall begin(Stage stage, Consumer<Stage> before, String more) {
        before.accept(stage);
        String wishes = more + "height=720&ice=" + URLEncoder.encode(iceServers(stage), StandardCharsets.UTF_8);
        FloorCall call = new FloorCall(page(stage, stage.patientsBrowser()), page(stage, stage.doctorsBrowser()));
        return call.orNone(() -> call.meet(stage.floor(), wishes));
    }

    private void meet(Floor floor, String wishes) {
        patient.navigate(floor.page(false, wishes));
        patient.waitForFunction("() => relay.readyState === 1 && peer !== undefined && peer.getSenders().length === 2");
        doctor.navigate(floor.page(true, wishes));
        doctor.waitForFunction("() => relay.readyState === 1");
        doctor.getByTestId("go").click();
        awaitPictures();
    }

    private static String iceServers(Stage stage) {
        return stage.server()
                .api()
                .as(Someone.ROSSI)
                .get("/api/v1/ice-servers")
                .data()
                .path("servers")
                .toString()
                .replaceAll(",\"(username|credential)\":null", "");
    }

    private static Page page(Stage stage, Browser browser) {
        BrowserContext context = browser.newContext(MeasuredCall.window());
        context.grantPermissions(List.of("camera", "microphone"));
        stage.recorder().watch(context);
        return context.newPage();
    }

    @Override
    public Page patient() {
        return patient;
    }

    @Override
    public Page doctor() {
        return doctor;
    }

    @Override
    public void close() {
        patient.context().close();
        doctor.context().close();
    }
}
