package health.consilium.prescription.service;

import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.prescription.store.PrescriberStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Under which number a doctor prescribes: the one that the clinic has on file, else the one that they entered. */
@Component
public class Licences {
    private final Users users;
    private final PrescriberStore entered;

    Licences(Users users, PrescriberStore entered) {
        this.users = users;
        this.entered = entered;
    }

    public Optional<String> of(UserId doctor) {
        return users.find(doctor)
                .map(UserView::licence)
                .filter(licence -> !licence.isBlank())
                .or(() -> entered.licence(doctor));
    }
}
