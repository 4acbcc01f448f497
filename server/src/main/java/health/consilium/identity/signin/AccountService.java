package health.consilium.identity.signin;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.Accounts;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.store.AccountStore;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AccountService implements Accounts {
    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountService(AccountStore store, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
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

    @Override
    public Found find(Role role, String text, int page, int size) {
        List<String> words = Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .filter(word -> !word.isEmpty())
                .toList();
        int total = store.count(role, words);
        int last = Math.max(0, (total - 1) / size);
        int at = Math.clamp(page, 0, last);
        return new Found(store.page(role, words, (long) at * size, size), at, last + 1, total);
    }

    @Override
    @Transactional
    public void setLicence(UserId doctor, String licence, CurrentUser by) {
        store.setLicence(doctor, licence.strip());
        changed(doctor, by);
    }

    @Override
    @Transactional
    public void enterLicence(String licence, CurrentUser doctor) {
        if (store.enterLicence(doctor.id(), licence.strip())) {
            changed(doctor.id(), doctor);
        }
    }

    private void changed(UserId doctor, CurrentUser by) {
        audit.record(AuditEntry.of(by.actor(), Action.CHANGED, Subject.ACCOUNT, doctor)
                .with("what", "LICENCE"));
    }
}
