package health.consilium.conferencing.builtin;

import health.consilium.conferencing.FactsContract;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Socket;
import java.util.HashMap;
import java.util.Map;

/** Pages tell it by their sockets, and a socket that is gone tells nothing. */
class BuiltinFactsTests extends FactsContract {
    private final Map<String, Socket> sockets = new HashMap<>();
    private final Map<Person, Socket> seats = new HashMap<>();
    private int generation;

    @Override
    protected String provider() {
        return BuiltinProvider.NAME;
    }

    @Override
    protected void tellsOfComing(Person who, String stay) {
        boolean over = consultations.find(call).orElseThrow().ended();
        if (over || sockets.containsKey(stay)) {
            return;
        }
        Socket socket = Socket.greeted(port, clinic.ticket(who, call.value()));
        socket.hears("welcome");
        socket.say("join", "{}");
        socket.hears("ack");
        sockets.put(stay, socket);
        seats.put(who, socket);
        Person other = other(who);
        Socket others = seats.get(other);
        if (others != null) {
            generation = others.hears("rtc.peer").at("/body/generation").asInt();
            link(socket, other, "up");
            link(others, who, "up");
        }
    }

    @Override
    protected void tellsOfGoing(Person who, String stay) {
        Socket socket = sockets.get(stay);
        boolean over = consultations.find(call).orElseThrow().ended();
        if (over || socket == null || !seats.remove(who, socket)) {
            return;
        }
        Socket others = seats.get(other(who));
        if (others != null) {
            link(others, who, "lost");
        }
        socket.breakOff();
    }

    private Person other(Person who) {
        return who.equals(patient) ? doctor : patient;
    }

    private void link(Socket from, Person to, String state) {
        from.say(
                "media.link",
                "{\"peer\":\"%s\",\"generation\":%d,\"state\":\"%s\"}".formatted(to.id(), generation, state));
        from.hears("ack");
    }
}
