package org.redoubt.agent.ssh.read.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class HostItselfTest {

    private static final Heard NOTHING = new Heard(List.of(), List.of());

    @Test
    void softwareIsKernelSystemAndWhatIsInstalled() {
        Heard heard = Heard.of(
                new Software(),
                "uname",
                HostSamples.UNAME,
                "os-release",
                HostSamples.OS_RELEASE,
                "versions",
                HostSamples.VERSIONS);

        assertThat(heard)
                .isEqualTo(new Heard(
                        List.of(
                                "host:h1 installed=[libvirt 10.0.0, QEMU 9.1.0]",
                                "host:h1 kernel=6.1.0-18-amd64",
                                "host:h1 operating-system=Rocky Linux 9.5 (Blue Onyx)"),
                        List.of()));
    }

    @Test
    void systemsAreNamedInQuotesOrWithout() {
        assertThat(Heard.of(new Software(), "os-release", "ID=arch\nPRETTY_NAME='Arch Linux'\n")
                        .facts())
                .containsExactly("host:h1 operating-system=Arch Linux");
        assertThat(Heard.of(new Software(), "os-release", "PRETTY_NAME=Alpine\n")
                        .facts())
                .containsExactly("host:h1 operating-system=Alpine");
    }

    @Test
    void whatNamesNoVersionIsUnreadable() {
        Heard heard = Heard.of(
                new Software(), "uname", "FreeBSD x 14 amd64\n", "os-release", "ID=x\n", "versions", "qemu=segfault\n");

        assertThat(heard)
                .isEqualTo(new Heard(
                        List.of("host:h1 installed=[]"),
                        List.of(
                                "uname: it names no version of Linux",
                                "os-release: it does not name the system",
                                "versions: it names no version of qemu")));
    }

    @Test
    void theUuidIsWrittenAsLibvirtWritesIt() {
        assertThat(Heard.of(new HardwareIdentity(), "dmi", HostSamples.DMI))
                .isEqualTo(new Heard(
                        List.of(
                                "host:h1 hardware-uuid=4c4c4544-0032-3510-8056-b4c04f4d3732",
                                "host:h1 model=Dell Inc. PowerEdge R760",
                                "host:h1 serial=25VM72X"),
                        List.of()));
    }

    @Test
    void aUuidThatManyMachinesHaveIsNone() {
        for (String uuid : List.of(
                "00000000-0000-0000-0000-000000000000",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
                "03000200-0400-0500-0006-000700080009",
                "Not Settable",
                "4C4C4544-0032-3510-8056-B4C04F4D373",
                "")) {
            assertThat(Heard.of(new HardwareIdentity(), "dmi", "product_uuid=" + uuid + "\n"))
                    .as(uuid)
                    .isEqualTo(NOTHING);
        }
    }

    @Test
    void whereLibvirtWasToldAnotherUuidTheFirmwaresIsNotSaid() {
        assertThat(Heard.of(new HardwareIdentity(), "dmi", HostSamples.DMI + "host_uuid=\"aaaa\"\n")
                        .facts())
                .noneMatch(fact -> fact.contains("uuid"))
                .hasSize(2);
    }

    @Test
    void whatNobodyFilledInIsNotSaid() {
        assertThat(Heard.of(
                        new HardwareIdentity(),
                        "dmi",
                        "product_serial=To Be Filled By O.E.M.\nsys_vendor=QEMU\nproduct_name=Default string\n"))
                .isEqualTo(new Heard(List.of("host:h1 model=QEMU"), List.of()));
    }

    @Test
    void uptimeIsInSeconds() {
        assertThat(Heard.of(new Uptime(), "uptime", HostSamples.UPTIME))
                .isEqualTo(new Heard(List.of("host:h1 uptime=24494"), List.of()));
        for (String text : List.of("", "24494.59 158", "x\n", "24494 1\n", "-1.00 1.00\n")) {
            assertThat(Heard.of(new Uptime(), "uptime", text))
                    .as(text)
                    .isEqualTo(new Heard(List.of(), List.of("uptime: it does not begin as /proc/uptime does")));
        }
    }

    @Test
    void oneOfSeveralWatchdogsIsArmed() {
        assertThat(Heard.of(new Watchdogs(), "watchdog", HostSamples.WATCHDOG))
                .isEqualTo(new Heard(
                        List.of(
                                "host:h1 watchdog-armed=true",
                                "host:h1 watchdog-timeout=30",
                                "host:h1 watchdogs=[watchdog0: Software Watchdog, watchdog1: iTCO_wdt]"),
                        List.of()));
    }

    @Test
    void noWatchdogIsToldToo() {
        assertThat(Heard.of(new Watchdogs(), "watchdog", ""))
                .isEqualTo(new Heard(List.of("host:h1 watchdogs=[]"), List.of()));
    }

    @Test
    void whetherAWatchdogIsArmedMayNotBeKnown() {
        assertThat(Heard.of(new Watchdogs(), "watchdog", "watchdog0 state=inactive\n")
                        .facts())
                .containsExactly("host:h1 watchdog-armed=false", "host:h1 watchdogs=[watchdog0]");
        assertThat(Heard.of(new Watchdogs(), "watchdog", "watchdog0 identity=x\nwatchdog1 state=inactive\n")
                        .facts())
                .containsExactly("host:h1 watchdogs=[watchdog0: x, watchdog1]");
        assertThat(Heard.of(new Watchdogs(), "watchdog", "/dev/watchdog present=1\n"))
                .isEqualTo(new Heard(List.of(), List.of("watchdog: there is one of which the kernel tells nothing")));
    }

    @Test
    void startLocksAreLibvirtsLockManagers() {
        assertThat(lock(HostSamples.LOCK).facts()).containsExactly("host:h1 start-lock=virtlockd");
        assertThat(lock("qemu.conf=read\nlock_manager='sanlock'\n").facts())
                .containsExactly("host:h1 start-lock=sanlock, not running");
        assertThat(lock("qemu.conf=read\n").facts()).containsExactly("host:h1 start-lock=none");
        assertThat(lock("qemu.conf=absent\nvirtlockd=1\n").facts()).containsExactly("host:h1 start-lock=none");
        assertThat(lock("qemu.conf=read\nlock_manager=\"nop\"\n").facts()).containsExactly("host:h1 start-lock=none");
    }

    @Test
    void aConfigurationThatCannotBeReadTellsNothing() {
        for (String text : List.of("", "qemu.conf=unreadable\n", "lock_manager=\"lockd\"\nvirtlockd=1\n")) {
            assertThat(lock(text))
                    .isEqualTo(new Heard(List.of(), List.of("lock: libvirt's configuration could not be read")));
        }
        assertThat(lock("qemu.conf=read\nlock_manager=\"$(id)\"\n"))
                .isEqualTo(new Heard(List.of(), List.of("lock: a lock manager of which nothing is known")));
    }

    private static Heard lock(String text) {
        return Heard.of(new StartLock(), "lock", text);
    }
}
