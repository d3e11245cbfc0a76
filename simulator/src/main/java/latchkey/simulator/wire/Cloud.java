package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Everything outside a machine that answers its requests: host, storage, package stores. */
public interface Cloud {
    /** The platform's address on every host. */
    @Known(how = How.SPECIFIED, source = "what-is-ip-address-168-63-129-16")
    String HOST = "168.63.129.16";

    /** The WireServer's port. */
    @Known(how = How.SPECIFIED, source = "what-is-ip-address-168-63-129-16")
    int WIRE_PORT = 80;

    /** The HostGAPlugin's port. */
    @Known(how = How.SPECIFIED, source = "what-is-ip-address-168-63-129-16")
    int PLUGIN_PORT = 32526;

    /** Answers one request. Unknown addresses and paths are answered 404. */
    WireResponse answer(WireRequest request);
}
