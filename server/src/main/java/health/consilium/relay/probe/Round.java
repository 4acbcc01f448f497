package health.consilium.relay.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a relay for an address by each of its ways at once, as a browser does before a call, and gives them back. */
public record Round(String username, String credential, Trust trust) {
    /** No answer, or none that we believe. */
    public static final int SILENT = -1;

    /** @param code 0: it gave an address; {@link #SILENT}; else the error of RFC 8489 and 8656, for example 401 */
    public record Answer(TurnUrl way, int code) {
        public boolean granted() {
            return code == 0;
        }
    }

    /** In four seconds or so. */
    public List<Answer> ask(List<TurnUrl> ways) throws InterruptedException {
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked =
                    ways.stream().map(way -> atOnce.submit(() -> ask(way))).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Answer ask(TurnUrl way) {
        try (TurnClient client = new TurnClient(way, username, credential, trust)) {
            return new Answer(way, client.allocate(Family.IPV4));
        } catch (IOException e) {
            return new Answer(way, SILENT);
        }
    }
}
