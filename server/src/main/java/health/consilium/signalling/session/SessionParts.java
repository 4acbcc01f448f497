package health.consilium.signalling.session;

import org.springframework.stereotype.Component;

/** What beginning and ending sessions works with. */
@Component
record SessionParts(Presences presences, CallRooms rooms, Snapshots snapshots, Broadcasts broadcasts, Ticker ticker) {}
