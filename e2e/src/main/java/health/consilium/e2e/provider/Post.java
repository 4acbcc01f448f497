package health.consilium.e2e.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in which room of a stand-in, and the letters that their pages write to each other. */
public final class Post {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One page in one room. */
    public record Guest(String room, String session, String user) {}

    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> letters = new LinkedHashMap<>();

    /** @param said what a page says: room, session, user, letters to others, and bye when it goes */
    public synchronized String exchange(String said) {
        JsonNode page = JSON.readTree(said);
        Guest guest = new Guest(
                page.path("room").asString(""), page.path("session").asString(""), page.path("user").asString(""));
        if (page.path("bye").asBoolean(false)) {
            guests.remove(guest.session());
            letters.remove(guest.session());
            return "{}";
        }
        guests.put(guest.session(), guest);
        for (JsonNode letter : page.path("letters")) {
            letters.computeIfAbsent(letter.path("to").asString(""), who -> new ArrayList<>())
                    .add(letter);
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode people = answer.putArray("people");
        for (Guest other : in(guest.room())) {
            people.addObject().put("session", other.session()).put("user", other.user());
        }
        ArrayNode mail = answer.putArray("letters");
        List<JsonNode> waiting = letters.remove(guest.session());
        if (waiting != null) {
            waiting.forEach(mail::add);
        }
        return answer.toString();
    }

    public synchronized List<Guest> in(String room) {
        return guests.values().stream()
                .filter(guest -> guest.room().equals(room))
                .toList();
    }

    public synchronized List<Guest> everybody() {
        return List.copyOf(guests.values());
    }

    public synchronized void empty(String room) {
        guests.values().removeIf(guest -> guest.room().equals(room));
    }
}
