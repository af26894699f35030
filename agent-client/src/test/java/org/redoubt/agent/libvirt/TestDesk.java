package org.redoubt.agent.libvirt;

import java.time.Instant;
import java.util.SplittableRandom;
import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.libvirt.wire.LoadedLibrary;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;

/** A desk with real clocks and threads, for tests that talk to real drivers. */
public final class TestDesk {

    private static final DeskClock CLOCK = new DeskClock() {
        @Override
        public long millis() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public long micros() {
            return System.nanoTime() / 1_000;
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }
    };

    public static final Desk DESK = new Desk(
            "desk-test",
            "tester",
            CLOCK,
            work -> Thread.ofPlatform().daemon().unstarted(work),
            new SplittableRandom(7));

    /** One for the process, as libvirt wants it. */
    static final LibvirtLibrary LIBRARY = new LibvirtLibrary(DESK);

    /** A test host with one network, one pool with one volume, and a VM whose disk is named by them. */
    public static final String SITE_XML = """
            <node>
              <domain type='test'>
                <name>by-pool</name><uuid>11111111-2222-3333-4444-555555555555</uuid>
                <memory>4096</memory><os><type>hvm</type></os>
                <devices>
                  <disk type='volume' device='disk'><source pool='fast' volume='v1'/><target dev='vda'/></disk>
                  <interface type='bridge'><source bridge='br-prod'/></interface>
                </devices>
              </domain>
              <domain type='test'>
                <name>by-pool-unknown</name><uuid>11111111-2222-3333-4444-666666666666</uuid>
                <memory>4096</memory><os><type>hvm</type></os>
                <devices>
                  <disk type='volume' device='disk'><source pool='fast' volume='gone'/><target dev='vda'/></disk>
                </devices>
              </domain>
              <network><name>prod</name><bridge name='br-prod'/><ip address='10.9.0.1' netmask='255.255.255.0'/></network>
              <pool type='dir'>
                <name>fast</name><uuid>35bb2ad9-388a-cdfe-461a-b8907f6e53fe</uuid>
                <capacity>1000000</capacity><allocation>0</allocation><available>1000000</available>
                <target><path>/srv/fast</path></target>
                <volume><name>v1</name><capacity>1000</capacity><target><path>/srv/fast/v1</path></target></volume>
              </pool>
            </node>
            """;

    /** libvirt, loaded; only where it is known to be there. */
    public static LoadedLibrary loaded() throws LibraryMissing {
        return LIBRARY.open();
    }

    private TestDesk() {}
}
