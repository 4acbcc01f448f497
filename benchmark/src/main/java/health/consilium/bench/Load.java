package health.consilium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Holds many calls, fifty at once, and says what each of them cost a process. */
final class Load {
    private static final int CONCURRENT = 50;
    /** A ticket is good for thirty seconds: so many calls are prepared, then held. */
    private static final int BATCH = 250;

    private final ProcessCost cost;

    Load(ProcessCost cost) {
        this.cost = cost;
    }

    /**
     * @param cpuMillis of the process for one call
     * @param compilerMillis what of it the JVM spent on compiling
     */
    record Result(int calls, double cpuMillis, double compilerMillis, double perSecond) {}

    /** @param prepare what each call needs and is not to be counted */
    Result measure(int calls, IntConsumer prepare, IntConsumer call) {
        double cpu = 0;
        double compiler = 0;
        long nanos = 0;
        for (int done = 0; done < calls; done += BATCH) {
            int first = done;
            concurrently(BATCH, n -> prepare.accept(first + n));
            double cpuBefore = cost.cpuMillis();
            double compilerBefore = cost.compilerMillis();
            long began = System.nanoTime();
            concurrently(BATCH, n -> call.accept(first + n));
            nanos += System.nanoTime() - began;
            cpu += cost.cpuMillis() - cpuBefore;
            compiler += cost.compilerMillis() - compilerBefore;
        }
        return new Result(calls, cpu / calls, compiler / calls, calls / (nanos / 1e9));
    }

    private static void concurrently(int count, IntConsumer work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(CONCURRENT, Thread.ofVirtual().factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                all.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call could not be held", e.getCause());
        }
    }
}
