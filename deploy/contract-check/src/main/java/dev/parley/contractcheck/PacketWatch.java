package dev.parley.contractcheck;

import org.jspecify.annotations.Nullable;

/**
 * Looks on at the packets of one Socket.IO connection, from whatever threads: packets have to be of the documented form, and
 * the events and acks in them have to be what the plain socket carries. What it finds is kept for {@link #verify}.
 */
public final class PacketWatch {

    private final PacketContract contract;
    private final SocketWatch frames;
    private @Nullable String connect;
    private @Nullable ContractViolation violation;

    PacketWatch(PacketContract contract, SocketWatch frames) {
        this.contract = contract;
        this.frames = frames;
    }

    /** A packet that has to be right if the gateway takes it. */
    public synchronized void sent(String text) {
        note(() -> {
            var packet = Packet.of(text);
            if (packet.isConnect()) {
                connect = text;
                return;
            }
            contract.fromClient(text);
            PacketContract.frame(packet).ifPresent(frames::sent);
        });
    }

    /** A packet that a test has broken on purpose. */
    public synchronized void sentOnPurpose(String text) {
        try {
            PacketContract.frame(Packet.of(text)).ifPresent(frames::sentOnPurpose);
        } catch (ContractViolation e) {
            // That was the purpose; nothing of it can be answered.
        }
    }

    public synchronized void received(String text) {
        note(() -> {
            var packet = Packet.of(text);
            contract.fromServer(text);
            if (connect != null && (packet.isConnect() || packet.isRefusal())) {
                var asked = connect;
                connect = null;
                if (packet.isConnect()) {
                    contract.fromClient(asked);
                }
            }
            PacketContract.frame(packet).ifPresent(frames::received);
        });
    }

    private void note(Runnable check) {
        try {
            check.run();
        } catch (ContractViolation e) {
            violation = violation == null ? e : violation;
        }
    }

    /** @throws ContractViolation the first that was found */
    public synchronized void verify() {
        if (violation != null) {
            throw violation.again();
        }
        frames.verify();
    }
}
