package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The call sessions of one consultation: who has which seat, and which two sessions negotiate under which generation. Its
 * lock is held for moments only and never while the database is asked.
 */
final class CallRoom {
    private final ConsultationId id;
    private final UserId doctor;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Map<UserId, Session> seats = new HashMap<>();
    private final Map<Set<UserId>, Pair> pairs = new HashMap<>();
    private final Map<Set<UserId>, Integer> lastGeneration = new HashMap<>();
    private final Set<UserId> lostBy = new LinkedHashSet<>();
    private boolean mediaIsUp;
    private Set<UserId> present = Set.of();
    private long presentVersion = -1;

    CallRoom(ConsultationId id, UserId doctor) {
        this.id = id;
        this.doctor = doctor;
    }

    ConsultationId id() {
        return id;
    }

    /** Two sessions that talk media to each other. */
    private record Pair(Session one, Session other, int generation) {
        boolean isBetween(Session a, Session b) {
            return one == a && other == b || one == b && other == a;
        }
    }

    synchronized boolean isEmpty() {
        return sessions.isEmpty();
    }

    synchronized List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** @return whether negotiation starts anew because of it */
    synchronized boolean enter(Session session) {
        sessions.add(session);
        return negotiateAnew();
    }

    /** @return whether negotiation starts anew because of it */
    synchronized boolean remove(Session session) {
        sessions.remove(session);
        seats.remove(session.person(), session);
        return negotiateAnew();
    }

    synchronized @Nullable Session seatOf(UserId person) {
        return seats.get(person);
    }

    synchronized boolean seated(Session session) {
        return seats.get(session.person()) == session;
    }

    /** Another session of the same person that is connected and has the seat. */
    synchronized boolean seatTakenFrom(Session session) {
        Session seat = seats.get(session.person());
        return seat != null && seat != session && seat.attached();
    }

    record Seating(@Nullable Session former, boolean anew) {}

    /** Nothing when another connected page of the person has the seat and it is not to be taken over. */
    synchronized Optional<Seating> seat(Session session, boolean takeover) {
        if (seatTakenFrom(session) && !takeover) {
            return Optional.empty();
        }
        Session former = seats.put(session.person(), session);
        if (former != null && former != session) {
            sessions.remove(former);
        }
        return Optional.of(new Seating(former == session ? null : former, negotiateAnew()));
    }

    /**
     * The person gave up the seat; the session stays on standby.
     *
     * @return whether negotiation starts anew because a newer page of theirs negotiates now
     */
    synchronized boolean unseat(Session session) {
        seats.remove(session.person(), session);
        session.media(ServerFrame.Media.NOTHING);
        return negotiateAnew();
    }

    synchronized boolean negotiates(Session session) {
        return negotiator(session.person()) == session;
    }

    /** The session to forward to, when sender, receiver and generation are the current ones. */
    synchronized Optional<Session> peerOf(Session from, UUID to, int generation) {
        if (from.person().value().equals(to)) {
            return Optional.empty();
        }
        Pair pair = pairs.get(Set.of(from.person(), new UserId(to)));
        if (pair == null || pair.generation != generation) {
            return Optional.empty();
        }
        Session other = pair.one == from ? pair.other : pair.other == from ? pair.one : null;
        return Optional.ofNullable(other);
    }

    /** Gives up a generation; an old one is ignored. */
    synchronized boolean reset(Session from, UUID to, int generation) {
        if (peerOf(from, to, generation).isEmpty()) {
            return false;
        }
        Set<UserId> key = Set.of(from.person(), new UserId(to));
        Pair pair = pairs.get(key);
        if (pair == null) {
            return false;
        }
        announce(key, new Pair(pair.one, pair.other, generation + 1));
        return true;
    }

    synchronized List<ServerFrame.RtcPeer> peersFor(Session session) {
        List<ServerFrame.RtcPeer> peers = new ArrayList<>();
        for (Pair pair : pairs.values()) {
            if (pair.one == session) {
                peers.add(peer(session, pair.other, pair.generation));
            } else if (pair.other == session) {
                peers.add(peer(session, pair.one, pair.generation));
            }
        }
        return peers;
    }

    /** Remembers that somebody does not receive media any more, or does again. */
    synchronized void mediaSeen(UserId by, boolean up) {
        if (up) {
            mediaIsUp = true;
            lostBy.remove(by);
        } else {
            lostBy.add(by);
        }
    }

    /** Somebody told before this room was there that they receive media. */
    synchronized void mediaWasUp() {
        mediaIsUp = true;
    }

    /** Whether somebody told that they receive media under a generation that is over now; true once. */
    synchronized boolean mediaIsVoid() {
        boolean was = mediaIsUp;
        mediaIsUp = false;
        return was;
    }

    synchronized boolean othersMiss(UserId person) {
        return lostBy.stream().anyMatch(by -> !by.equals(person));
    }

    /**
     * Takes note of who is present now and returns who was before; nothing when something newer is known. What was
     * committed first may be told last, and must not undo what everybody has seen already.
     */
    synchronized Optional<Set<UserId>> present(long version, Set<UserId> now) {
        if (version < presentVersion) {
            return Optional.empty();
        }
        Set<UserId> before = present;
        presentVersion = version;
        present = Set.copyOf(now);
        return Optional.of(before);
    }

    private @Nullable Session negotiator(UserId person) {
        Session seat = seats.get(person);
        if (seat != null) {
            return seat;
        }
        Session newest = null;
        for (Session session : sessions) {
            if (session.person().equals(person)) {
                newest = session;
            }
        }
        return newest;
    }

    private boolean negotiateAnew() {
        List<UserId> people = sessions.stream()
                .map(Session::person)
                .distinct()
                .sorted(Comparator.comparing(UserId::value))
                .toList();
        pairs.keySet().removeIf(key -> !people.containsAll(key));
        boolean anew = false;
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                anew |= renew(people.get(i), people.get(j));
            }
        }
        return anew;
    }

    private boolean renew(UserId a, UserId b) {
        Session one = negotiator(a);
        Session other = negotiator(b);
        Set<UserId> key = Set.of(a, b);
        Pair current = pairs.get(key);
        if (one == null || other == null || current != null && current.isBetween(one, other)) {
            return false;
        }
        announce(key, new Pair(one, other, lastGeneration.getOrDefault(key, 0) + 1));
        return true;
    }

    private void announce(Set<UserId> key, Pair pair) {
        pairs.put(key, pair);
        lastGeneration.put(key, pair.generation);
        lostBy.clear();
        pair.one.send(peer(pair.one, pair.other, pair.generation));
        pair.other.send(peer(pair.other, pair.one, pair.generation));
    }

    /** One of the two makes the first offer and is impolite: the doctor, else the smaller id. */
    private ServerFrame.RtcPeer peer(Session self, Session other, int generation) {
        boolean offers = self.person().equals(doctor)
                || !other.person().equals(doctor)
                        && self.person().value().compareTo(other.person().value()) < 0;
        return new ServerFrame.RtcPeer(other.person().value(), generation, !offers, offers);
    }
}
