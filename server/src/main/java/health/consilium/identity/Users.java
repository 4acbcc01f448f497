package health.consilium.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts of the clinic. */
public interface Users {
    /** The enabled or disabled account of that id, if there is one. */
    Optional<UserView> find(UserId id);

    /** The number under which a doctor works, which their patients read and prescriptions carry. */
    default Optional<String> licence(UserId doctor) {
        return find(doctor).map(UserView::licence).filter(licence -> !licence.isBlank());
    }

    /** Many at once, for lists; unknown ids are left out. */
    Map<UserId, UserView> findAll(Collection<UserId> ids);

    /** Whose name has this part in it, without regard to accents and capitals. */
    Set<UserId> named(String part);
}
