package health.consilium.e2e.lab;

import health.consilium.e2e.lab.model.Conditions;
import health.consilium.e2e.lab.model.Lane;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The cable between a host and the rest of the network: both directions, or one. What is not set stays as it is. Between
 * two hosts a packet passes two links: a delay of 25 ms on both makes a round trip of 100 ms.
 */
public final class Link {
    private final List<Lane> lanes;

    Link(List<Lane> lanes) {
        this.lanes = lanes;
    }

    /** @param share of the packets, 0 to 1, each lost by itself */
    public Link loss(double share) {
        return change(now -> now.withLoss(share));
    }

    public Link delay(Duration each) {
        return change(now -> now.withDelay(each));
    }

    /** Up to that much more for each packet; their order stays, as behind one queue. */
    public Link jitter(Duration longest) {
        return change(now -> now.withJitter(longest, false));
    }

    /** Up to that much more for each packet; they may overtake each other, as on several ways. */
    public Link jitterWithReordering(Duration longest) {
        return change(now -> now.withJitter(longest, true));
    }

    /** Stands still now and then and hands over in a burst what came meanwhile, as Wi-Fi does. */
    public Link stalls(Duration every, Duration length) {
        return change(now -> now.withStalls(every, length));
    }

    /** @param bitsPerSecond of whole IP packets; 0 lifts the limit */
    public Link rate(long bitsPerSecond) {
        return change(now -> now.withRate(bitsPerSecond));
    }

    /** How long a packet may wait where the rate is limited, before packets are dropped. */
    public Link queue(Duration longest) {
        return change(now -> now.withQueue(longest));
    }

    /** Nothing gets through; nobody is told. */
    public Link cut() {
        return change(now -> now.withCut(true));
    }

    /** Connected again, otherwise as before. */
    public Link restore() {
        return change(now -> now.withCut(false));
    }

    /** As at first: no limits, no losses. */
    public Link clean() {
        return change(now -> Conditions.CLEAN);
    }

    private Link change(UnaryOperator<Conditions> change) {
        lanes.forEach(lane -> lane.change(change));
        return this;
    }
}
