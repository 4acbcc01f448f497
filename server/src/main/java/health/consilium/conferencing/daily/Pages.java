package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.DailyApi.Answer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A list of Daily's, page after page: newest first, and each page begins after the last one of the page before. */
final class Pages {
    /** Daily gives no more at once. */
    static final int SIZE = 100;

    private static final Logger log = LoggerFactory.getLogger(Pages.class);
    /** Of a domain that nobody else uses there are never as many; a list that goes round must end. */
    private static final int MOST = 200;

    private Pages() {}

    /**
     * @param first the first page, with a query
     * @throws health.consilium.kernel.Problem PROVIDER_UNAVAILABLE
     */
    static List<JsonNode> all(DailyApi api, Ask first) {
        List<JsonNode> all = new ArrayList<>();
        String path = first.path() + (first.path().contains("?") ? "&" : "?") + "limit=" + SIZE;
        String after = "";
        for (int page = 0; page < MOST; page++) {
            String from = after.isEmpty() ? "" : "&starting_after=" + RoomAddress.name(after);
            Answer answer = api.ask(Ask.get(first.what(), path + from).in(first.lane()));
            if (!answer.ok()) {
                throw DailyApi.refused(first.what(), answer);
            }
            JsonNode data = answer.body().path("data");
            data.forEach(all::add);
            String last =
                    data.isEmpty() ? "" : data.get(data.size() - 1).path("id").asString("");
            if (data.size() < SIZE || last.isEmpty() || last.equals(after)) {
                return all;
            }
            after = last;
        }
        log.warn("Daily has more to list than is looked at: {}", first.what());
        return all;
    }
}
