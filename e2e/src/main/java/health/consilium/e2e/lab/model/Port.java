package health.consilium.e2e.lab.model;

import java.util.function.Consumer;

/** Where a host is plugged in. */
public final class Port {
    private final Lane sending;
    private final Lane receiving;
    private final Consumer<Packet> exit;

    /** @param exit takes the packets that have arrived */
    public Port(Lane sending, Lane receiving, Consumer<Packet> exit) {
        this.sending = sending;
        this.receiving = receiving;
        this.exit = exit;
    }

    /** From the host into the network. */
    public Lane sending() {
        return sending;
    }

    /** From the network to the host. */
    public Lane receiving() {
        return receiving;
    }

    void arrives(Packet packet) {
        exit.accept(packet);
    }
}
