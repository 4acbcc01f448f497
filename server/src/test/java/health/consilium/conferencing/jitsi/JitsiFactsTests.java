package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ToldFactsContract;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.util.HashMap;
import java.util.Map;

/** By Prosody's event_sync. */
class JitsiFactsTests extends ToldFactsContract {
    private final Map<String, Long> joined = new HashMap<>();

    @Override
    protected String provider() {
        return JitsiProvider.NAME;
    }

    @Override
    protected Runnable coming(Person who, String stay) {
        joined.put(stay, now());
        return () -> tell("joined", who, stay, "");
    }

    @Override
    protected Runnable going(Person who, String stay) {
        String leftAt = ",\"left_at\":" + now();
        return () -> tell("left", who, stay, leftAt);
    }

    private void tell(String what, Person who, String stay, String more) {
        String notice = """
                {"event_name":"muc-occupant-%s","room_name":"%s","room_jid":"%s@conference.meet.clinic.example",
                 "is_breakout":false,"occupant":{"id":"%s","occupant_jid":"%s@meet.clinic.example/x","joined_at":%d%s}}""".formatted(what, room, room, who.id(), stay, joined.get(stay), more);
        Http http = new Http(port);
        var request = http.request("POST", "/api/v1/conferencing/jitsi/events/occupant/" + what, notice)
                .header("Authorization", "Bearer " + ServerTest.EVENTS_SECRET);
        assertThat(http.send(request.build()).status()).isEqualTo(200);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
