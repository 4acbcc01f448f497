package health.consilium.admin.trail;

import health.consilium.admin.trail.AuditPage.AuditLine;
import health.consilium.admin.trail.AuditPage.AuditPerson;
import health.consilium.audit.chain.ChainStore;
import health.consilium.audit.chain.Link;
import health.consilium.audit.chain.Search;
import health.consilium.identity.Accounts;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.identity.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the trail with the names of the people in it. */
@Component
class TrailReader {
    private static final int PAGE = 100;

    /** As many lines as a spreadsheet takes without trouble. */
    private static final int MOST_LINES = 100_000;

    private final ChainStore chain;
    private final Users users;
    private final Accounts accounts;

    TrailReader(ChainStore chain, Users users, Accounts accounts) {
        this.chain = chain;
        this.users = users;
        this.accounts = accounts;
    }

    AuditPage page(Search search) {
        List<Link> found = chain.search(search, PAGE + 1);
        List<Link> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<AuditPerson> staff = Stream.of(Role.DOCTOR, Role.ADMIN)
                .flatMap(role -> accounts.ofRole(role).stream())
                .map(user -> new AuditPerson(user.id().value(), user.displayName()))
                .toList();
        return new AuditPage(named(shown), found.size() > PAGE ? shown.getLast().number() : null, staff);
    }

    List<AuditLine> all(Search search) {
        List<AuditLine> all = new ArrayList<>();
        Search page = search;
        for (List<Link> found = chain.search(page, PAGE * PAGE);
                !found.isEmpty() && all.size() < MOST_LINES;
                found = chain.search(page, PAGE * PAGE)) {
            all.addAll(named(found));
            page = search.page(found.getLast().number());
        }
        return all;
    }

    /** What others did with somebody's data. */
    List<AuditLine> about(UserId patient, @Nullable Long before) {
        return named(chain.search(new Search(before, null, patient.value(), null, null, null, null, true), PAGE));
    }

    private List<AuditLine> named(List<Link> links) {
        Set<UserId> people = new HashSet<>();
        for (Link link : links) {
            Stream.of(link.actor(), link.patient())
                    .filter(java.util.Objects::nonNull)
                    .map(UserId::new)
                    .forEach(people::add);
        }
        Map<UUID, String> names = users.findAll(people).values().stream()
                .collect(Collectors.toMap(
                        user -> user.id().value(), user -> user.displayName(), (one, other) -> one, HashMap::new));
        return links.stream().map(link -> AuditLine.of(link, names)).toList();
    }
}
