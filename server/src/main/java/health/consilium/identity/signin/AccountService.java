package health.consilium.identity.signin;

import health.consilium.identity.Accounts;
import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import health.consilium.identity.store.AccountStore;
import java.time.Clock;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

@Service
class AccountService implements Accounts {
    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Clock clock;

    AccountService(AccountStore store, PasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void ensure(NewAccount account) {
        if (!store.exists(account.id())) {
            store.insert(account, passwords.encode(account.password()) + "", clock.instant());
        }
    }

    @Override
    public List<UserView> ofRole(Role role) {
        return store.ofRole(role);
    }
}
