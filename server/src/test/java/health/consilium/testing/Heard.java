package health.consilium.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What the program tells its modules from now on, in whatever thread. */
public final class Heard implements ApplicationListener<PayloadApplicationEvent<?>> {
    private final List<Object> all = new CopyOnWriteArrayList<>();

    public static Heard in(ConfigurableApplicationContext context) {
        Heard heard = new Heard();
        context.addApplicationListener(heard);
        return heard;
    }

    public <T> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        all.add(event.getPayload());
    }
}
