package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;

/** A machine without libvirt: a fact that says what to install, and a console that lives. */
class MissingLibraryTest {

    private static final ElementId HOST = ElementId.host("n");

    @Test
    void aMissingLibraryIsAFactThatSaysWhatToInstall() {
        Heard heard = new Heard();
        LibvirtLibrary nowhere = new LibvirtLibrary(TestDesk.DESK, "libnowhere.so.0");
        try (LibvirtAgents agents = new LibvirtAgents(
                "site",
                List.of(new HostEntry("n", "qemu:///system", Optional.empty(), true)),
                nowhere,
                TestDesk.DESK)) {
            agents.sources().forEach(source -> source.start(heard));

            Site site = heard.until("no library", Heard.link("n", LinkState.NO_LIBRARY));

            assertThat(site.host(HOST).orElseThrow().value(LINK_DETAIL).orElseThrow())
                    .contains("libvirt0", "libnowhere.so.0");
            Sighting sighting = agents.agent(HOST).orElseThrow().sight(ElementId.vm("u"));
            assertThat(sighting).isInstanceOf(Sighting.Unread.class);
            assertThat(((Sighting.Unread) sighting).why()).contains("libvirt0");
            heard.until("it is tried again", again -> heard.reports().size() >= 3);
        }
    }

    @Test
    void thePropertyNamesAnotherLibrary() {
        String before = System.setProperty(LibvirtLibrary.PROPERTY, "libnowhere.so.1");
        try {
            LibvirtLibrary library = new LibvirtLibrary(TestDesk.DESK);

            assertThat(org.assertj.core.api.Assertions.catchThrowable(library::open))
                    .isInstanceOf(LibraryMissing.class)
                    .hasMessageContaining("libnowhere.so.1");
        } finally {
            if (before == null) {
                System.clearProperty(LibvirtLibrary.PROPERTY);
            } else {
                System.setProperty(LibvirtLibrary.PROPERTY, before);
            }
        }
    }
}
