package org.redoubt.agent.ssh.read.host;

/** Answers about a host itself, written after the formats of the kernel, the systems and ipmitool. */
public final class HostSamples {

    private HostSamples() {}

    public static final String UNAME = "Linux node-1 6.1.0-18-amd64 x86_64\n";

    public static final String OS_RELEASE = """
            NAME="Rocky Linux"
            VERSION="9.5 (Blue Onyx)"
            ID="rocky"
            PRETTY_NAME="Rocky Linux 9.5 (Blue Onyx)"
            """;

    public static final String VERSIONS = """
            libvirtd=libvirtd (libvirt) 10.0.0
            virtqemud=virtqemud (libvirt) 10.0.0
            qemu=QEMU emulator version 9.1.0 (qemu-kvm-9.1.0-15.el9)
            """;

    public static final String DMI = """
            product_uuid=4C4C4544-0032-3510-8056-B4C04F4D3732
            product_serial=25VM72X
            sys_vendor=Dell Inc.
            product_name=PowerEdge R760
            """;

    public static final String UPTIME = "24494.59 15842.38\n3.38 1.81 1.30 2/314 545\n";

    public static final String WATCHDOG = """
            /dev/watchdog present=1
            /dev/watchdog0 present=1
            /dev/watchdog1 present=1
            watchdog0 identity=Software Watchdog
            watchdog0 state=inactive
            watchdog0 timeout=60
            watchdog1 identity=iTCO_wdt
            watchdog1 state=active
            watchdog1 timeout=30
            watchdog1 timeleft=27
            watchdog1 nowayout=0
            """;

    public static final String LOCK = """
            qemu.conf=read
            lock_manager= "lockd"
            virtlockd=1
            """;

    public static final String BOARD = """
            == sdr
            Power Supply 1   | 06h | ok  | 10.1 | 0 Watts, Presence detected, Failure detected
            Power Supply 2   | 07h | ok  | 10.2 | 95 Watts, Presence detected
            Power Supplies   | 08h | ok  | 10.3 | Non-Redundant: Sufficient from Redundant
            == guid
            System GUID  : 4c4c4544-0032-3510-8056-b4c04f4d3732
            Timestamp    : 08/21/2046 07:37:20
            == info
            Device ID                 : 32
            Firmware Revision         : 7.10
            Manufacturer ID           : 674
            Manufacturer Name         : DELL Inc
            Product ID                : 256 (0x0100)
            Product Name              : Unknown (0x100)
            Device Available          : yes
            """;
}
