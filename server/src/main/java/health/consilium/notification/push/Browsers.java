package health.consilium.notification.push;

import health.consilium.identity.UserId;
import java.util.List;
import java.util.UUID;

/** The browsers that people want to be told by. */
public interface Browsers {
    List<Subscription> of(UserId person);

    /** The service says that nobody listens there any more. */
    void remove(UUID id);
}
