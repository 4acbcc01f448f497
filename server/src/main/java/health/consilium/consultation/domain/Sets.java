package health.consilium.consultation.domain;

import java.util.HashSet;
import java.util.Set;

/** Immutable sets, one element more or less. */
final class Sets {
    private Sets() {}

    static <T> Set<T> with(Set<T> set, T element) {
        Set<T> more = new HashSet<>(set);
        more.add(element);
        return Set.copyOf(more);
    }

    static <T> Set<T> without(Set<T> set, T element) {
        return without(set, Set.of(element));
    }

    static <T> Set<T> without(Set<T> set, Set<T> elements) {
        Set<T> less = new HashSet<>(set);
        less.removeAll(elements);
        return Set.copyOf(less);
    }
}
