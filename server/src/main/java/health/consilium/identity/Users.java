package health.consilium.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The accounts of the clinic. */
public interface Users {
    /** The enabled or disabled account of that id, if there is one. */
    Optional<UserView> find(UserId id);

    /** Many at once, for lists; unknown ids are left out. */
    Map<UserId, UserView> findAll(Collection<UserId> ids);
}
