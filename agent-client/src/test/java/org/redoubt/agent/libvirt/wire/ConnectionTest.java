package org.redoubt.agent.libvirt.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.libvirt.NeedsLibvirt;
import org.redoubt.agent.libvirt.TestDesk;
import org.redoubt.agent.libvirt.wire.NativeDomains.DomainRecord;

/** Every native call, against libvirt's test driver: what it answers, and that it leaves no reference behind. */
@ExtendWith(NeedsLibvirt.class)
class ConnectionTest {

    private static final String DOMAIN = "6695eb01-f6a4-8304-79aa-97f2502e193f";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000001";

    private final Handles handles = new Handles();
    private final CallTimer timer = new CallTimer(TestDesk.DESK.clock());
    private Connection connection;

    @BeforeEach
    void open() throws LibraryMissing, LibvirtFault {
        connection = open("test:///default", false);
    }

    private Connection open(String uri, boolean readOnly) throws LibraryMissing, LibvirtFault {
        return Connection.open(TestDesk.loaded(), handles, timer, uri, readOnly);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(handles.live()).as("all but the connection was given back").isEqualTo(1);
        assertThat(timer.millis(Long.MAX_VALUE)).as("no call is under way").isZero();
        connection.close();
        assertThat(handles.live()).isZero();
    }

    @Test
    void theHostAnswersForItself() throws LibvirtFault {
        assertThat(connection.alive()).isTrue();
        assertThat(connection.type()).isEqualTo("TEST");
        assertThat(connection.hostname()).isNotBlank();
        assertThat(connection.libvirtVersion()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(connection.hypervisorVersion()).isEqualTo("0.0.2");
        assertThat(connection.capabilities()).contains("<capabilities>");
        assertThat(connection.node()).isEqualTo(new Connection.Node(16, 3L << 30));
        assertThat(connection.cpuTimes()).containsKeys("idle", "user", "kernel");
        assertThat(connection.freeMemory()).isPositive();
        assertThat(connection.supports(4)).as("peer-to-peer migration").isEqualTo(Optional.of(false));
        assertThat(connection.keepAlive()).as("it has no wire").isFalse();
    }

    @Test
    void whatItHasIsDescribed() throws LibvirtFault {
        assertThat(connection.networks()).singleElement().asString().contains("<name>default</name>");
        assertThat(connection.interfaces()).singleElement().asString().contains("eth1");
        assertThat(connection.pools()).singleElement().asString().contains("default-pool");
        assertThat(connection.networkCards()).isNotNull();
        assertThat(connection.volumes(NOBODY)).as("of a pool that is not there").isEmpty();
    }

    @Test
    void figuresComeInBulkAndOneByOneAlike() throws LibvirtFault, LibraryMissing {
        List<DomainRecord> bulk = connection.figures();
        List<DomainRecord> each = TestDesk.loaded().domains().eachDomain(connection.address(), handles, timer);
        timer.ends();

        assertThat(bulk).extracting(DomainRecord::uuid).containsExactly(DOMAIN);
        assertThat(bulk.getFirst().id()).isPositive();
        assertThat(bulk.getFirst().figures()).containsEntry("state.state", 1);
        assertThat(each).extracting(DomainRecord::uuid).containsExactly(DOMAIN);
        assertThat(each.getFirst().id()).isEqualTo(bulk.getFirst().id());
        assertThat(each.getFirst().figures())
                .containsEntry("state.state", 1)
                .containsEntry("vcpu.current", 2L)
                .containsEntry("balloon.maximum", 8L << 20)
                .containsKey("cpu.time");
    }

    @Test
    void aVmIsLookedUpByItsUuid() throws LibvirtFault {
        assertThat(connection.domain(DOMAIN, Domain::active)).contains(true);
        assertThat(connection.domain(DOMAIN, Domain::persistent)).contains(true);
        assertThat(connection.domain(DOMAIN, Domain::xml).orElseThrow()).contains("<name>test</name>");
        assertThat(connection.domain(DOMAIN, Domain::state).orElseThrow()[0]).isEqualTo(1);
        assertThat(connection.domain(NOBODY, Domain::active)).isEmpty();
    }

    @Test
    void whatTheDriverLacksIsAFaultThatSaysSo() {
        assertThatThrownBy(() -> connection.domain(DOMAIN, Domain::job))
                .isInstanceOfSatisfying(LibvirtFault.class, fault -> {
                    assertThat(fault.unsupported()).isTrue();
                    assertThat(fault.code()).isEqualTo(LibvirtFault.NO_SUPPORT);
                    assertThat(fault.getMessage()).contains("virDomainGetJobStats");
                });
        assertThatThrownBy(() -> connection.domain(DOMAIN, domain -> {
                    domain.migrate("qemu+tcp://127.0.0.1:9/system", 1, 3);
                    return true;
                }))
                .isInstanceOf(LibvirtFault.class);
        assertThatThrownBy(() -> connection.domain(DOMAIN, domain -> {
                    domain.abort();
                    return true;
                }))
                .isInstanceOf(LibvirtFault.class);
    }

    @Test
    void whatIsNotAUuidIsAFault() {
        assertThatThrownBy(() -> connection.domain("vm;reboot $(id)", Domain::active))
                .isInstanceOf(LibvirtFault.class);
    }

    @Test
    void aFaultWhileAHandleIsHeldGivesItBack() {
        assertThatThrownBy(() -> connection.domain(DOMAIN, domain -> {
                    throw new LibvirtFault(1, 0, "on purpose");
                }))
                .hasMessage("on purpose");
    }

    /** As after a migration: looked up while it was there, asked when it was not. */
    @Test
    void aVmThatVanishesWhileItsHandleIsHeldIsOneThatTheHostDoesNotKnow() throws LibvirtFault {
        assertThat(connection.domain(DOMAIN, domain -> {
                    throw new LibvirtFault(LibvirtFault.NO_DOMAIN, 10, "Domain not found");
                }))
                .isEmpty();
    }

    @Test
    void aReadOnlyConnectionCannotAct() throws Exception {
        try (Connection looking = open("test:///default", true)) {
            assertThatThrownBy(() -> looking.domain(DOMAIN, domain -> {
                        domain.abort();
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            LibvirtFault.class,
                            fault -> assertThat(fault.code()).isEqualTo(LibvirtFault.OPERATION_DENIED));
        }
    }

    @Test
    void poolsAndTheirVolumesAreFoundInATestFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("site.xml");
        Files.writeString(file, TestDesk.SITE_XML);
        try (Connection site = open("test://" + file, true)) {
            assertThat(site.pools()).singleElement().asString().contains("<name>fast</name>");
            assertThat(site.volumes("35bb2ad9-388a-cdfe-461a-b8907f6e53fe"))
                    .singleElement()
                    .asString()
                    .contains("/srv/fast/v1");
            assertThat(site.networks()).hasSize(1);
        }
    }

    @Test
    void changesAreToldAndAfterClosingNoMore() throws Exception {
        BlockingQueue<String> changed = new LinkedBlockingQueue<>();
        Events.Listener listener = new Events.Listener() {
            @Override
            public void changed(String uuid) {
                changed.add(uuid);
            }

            @Override
            public void works(String uuid) {
                changed.add("works " + uuid);
            }

            @Override
            public void closed(int reason) {
                changed.add("closed " + reason);
            }
        };
        org.libvirt.Connect other = new org.libvirt.Connect("test:///default");
        org.libvirt.Domain domain = other.domainLookupByUUIDString(DOMAIN);
        try (Connection listening = open("test:///default", true)) {
            assertThat(listening.listen(listener)).isTrue();
            domain.suspend();
            assertThat(changed.poll(5, TimeUnit.SECONDS)).isEqualTo(DOMAIN);
        }
        domain.resume();
        assertThat(changed.poll(200, TimeUnit.MILLISECONDS)).isNull();
        domain.free();
        other.close();
    }

    @Test
    void whatCannotBeOpenedTakesNothing() {
        assertThatThrownBy(() -> open("qemu+tcp://127.0.0.1:9/system", true))
                .isInstanceOfSatisfying(LibvirtFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(LibvirtFault.SYSTEM_ERROR);
                    assertThat(fault.getMessage()).contains("Connection refused");
                });
    }

    @Test
    void libvirtKeepsQuiet(@TempDir Path folder) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingOnce.class.getName())
                .redirectError(err.toFile())
                .start();

        assertThat(child.waitFor()).isZero();
        assertThat(Files.readString(err)).doesNotContain("libvirt");
    }

    /** A program that makes a call fail: libvirt would print that on the standard error, unless it is told not to. */
    static final class FailingOnce {
        private FailingOnce() {}

        public static void main(String[] arguments) throws LibraryMissing {
            try {
                Connection.open(
                        TestDesk.loaded(),
                        new Handles(),
                        new CallTimer(TestDesk.DESK.clock()),
                        "qemu+tcp://127.0.0.1:9/system",
                        true);
                System.exit(1);
            } catch (LibvirtFault expected) {
                System.exit(0);
            }
        }
    }
}
