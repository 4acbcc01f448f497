package health.consilium.identity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making accounts, and what others write down in them. */
public interface Accounts {
    /** What an account is made of; {@code about} is one line such as a doctor's specialty, {@code licence} their number. */
    record NewAccount(
            UserId id,
            String email,
            String password,
            Role role,
            String displayName,
            String about,
            ZoneId zone,
            String locale,
            @Nullable String phone,
            @Nullable LocalDate dateOfBirth,
            String licence) {
        public NewAccount(
                UserId id,
                String email,
                String password,
                Role role,
                String displayName,
                String about,
                ZoneId zone,
                String locale) {
            this(id, email, password, role, displayName, about, zone, locale, null, null, "");
        }
    }

    /** Makes the account unless one with that id is there. */
    void ensure(NewAccount account);

    /** Every enabled account of that role, by name. */
    List<UserView> ofRole(Role role);

    /** @param page counts from 0 */
    record Found(List<UserView> people, int page, int pages, int total) {}

    /**
     * Enabled accounts of that role, by name, a page at a time. Each word of {@code text} stands in the name or the address,
     * without regard to accents and capitals; empty: everybody. A page beyond the last one is the last one.
     */
    Found find(Role role, String text, int page, int size);

    /** Writes down a doctor's licence number for the clinic, whoever entered another; empty for none. */
    void setLicence(UserId doctor, String licence, CurrentUser by);

    /** What a doctor enters of their own. Nothing happens where the clinic has written down a number: that one counts. */
    void enterLicence(String licence, CurrentUser doctor);
}
