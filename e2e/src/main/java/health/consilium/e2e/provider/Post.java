package health.consilium.e2e.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in which room of a stand-in, and the letters that their pages write to each other. */
public final class Post {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who says nothing for longer is gone. */
    private static final long SILENCE = Duration.ofSeconds(3).toNanos();

    /** One page in one room. */
    public record Guest(String room, String session, String user) {}

    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> letters = new LinkedHashMap<>();
    private final Map<String, Long> heard = new LinkedHashMap<>();
    private final Set<String> putOut = new LinkedHashSet<>();
    private final List<Film> films = new ArrayList<>();

    /** What the service's recorder makes of a room, while it is switched on. */
    public record Film(String room, boolean goesOn) {}

    /** @param said what a page says: room, session, user, letters to others, bye when it goes, and film to switch the recorder */
    public synchronized String exchange(String said) {
        JsonNode page = JSON.readTree(said);
        Guest guest = new Guest(
                page.path("room").asString(""),
                page.path("session").asString(""),
                page.path("user").asString(""));
        if (page.path("bye").asBoolean(false)) {
            guests.remove(guest.session());
            letters.remove(guest.session());
            return "{}";
        }
        if (page.has("film")) {
            film(guest.room(), page.path("film").asBoolean(false));
            return "{}";
        }
        if (!putOut.contains(guest.session())) {
            guests.put(guest.session(), guest);
            heard.put(guest.session(), System.nanoTime());
        }
        for (JsonNode letter : page.path("letters")) {
            letters.computeIfAbsent(letter.path("to").asString(""), who -> new ArrayList<>())
                    .add(letter);
        }
        ObjectNode answer = JSON.createObjectNode().put("filming", isFilmed(guest.room()));
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

    private boolean isFilmed(String room) {
        return films.contains(new Film(room, true));
    }

    private void film(String room, boolean wanted) {
        if (wanted && !isFilmed(room)) {
            films.add(new Film(room, true));
        } else if (!wanted) {
            films.replaceAll(film -> film.room().equals(room) ? new Film(room, false) : film);
        }
    }

    /** In the order in which they were begun; a recorder goes with whoever leaves its room last. */
    public synchronized List<Film> films() {
        everybody();
        List<String> left = films.stream()
                .map(Film::room)
                .filter(room -> in(room).isEmpty())
                .toList();
        left.forEach(room -> film(room, false));
        return List.copyOf(films);
    }

    public synchronized List<Guest> in(String room) {
        return everybody().stream().filter(guest -> guest.room().equals(room)).toList();
    }

    public synchronized List<Guest> everybody() {
        long now = System.nanoTime();
        guests.keySet().removeIf(session -> now - heard.getOrDefault(session, now) > SILENCE);
        return List.copyOf(guests.values());
    }

    public synchronized void empty(String room) {
        for (Guest guest : in(room)) {
            guests.remove(guest.session());
            putOut.add(guest.session());
        }
    }
}
