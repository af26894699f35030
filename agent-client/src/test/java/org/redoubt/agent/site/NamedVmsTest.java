package org.redoubt.agent.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CRITICALITY;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PEOPLE;
import static org.redoubt.topology.model.Attributes.STATE;
import static org.redoubt.topology.model.Attributes.TAGS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.site.paper.VmWords;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Criticality;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;

class NamedVmsTest {

    private static final ElementId VM = ElementId.vm("6f1c");
    private static final ElementId GROUP = ElementId.parse("vm-group:g");
    private static final Source A = new Source("libvirt", "a");
    private static final Source B = new Source("libvirt", "b");

    private final NamedVms vms = new NamedVms(List.of(
            new VmWords("erp", Optional.of(Criticality.LOW), List.of("Ada"), List.of(), List.of()),
            new VmWords("6F1C", Optional.of(Criticality.HIGH), List.of("Ada", "Bob"), List.of("x"), List.of(GROUP))));

    private List<Assertion<?>> hear(Source source, Assertion<?>... lines) {
        return vms.hear(new Fact.Report(source, 1, 0, List.of(lines)));
    }

    private static Assertion<?> called(ElementId vm, String name) {
        return new Assertion<>(vm, NAME, name);
    }

    @Test
    void ofAVmThatNoHostTellsOfNothingIsSaid() {
        assertThat(vms.all()).isEmpty();
        assertThat(hear(A, new Assertion<>(VM, STATE, RunState.RUNNING), called(ElementId.vm("other"), "mail")))
                .isEmpty();
        assertThat(hear(A, new Assertion<>(ElementId.host("erp"), NAME, "erp"))).isEmpty();
    }

    @Test
    void wordsForItsNameAndItsUuidAreSaidTogether() {
        List<Assertion<?>> news = hear(A, called(VM, "erp"));
        assertThat(news)
                .containsExactly(
                        new Assertion<>(VM, CRITICALITY, Criticality.HIGH),
                        new Assertion<>(VM, PEOPLE, List.of("Ada", "Bob")),
                        new Assertion<>(VM, TAGS, List.of("x")),
                        new Assertion<>(VM, MEMBER_OF, List.of(GROUP)));
        assertThat(vms.all()).isEqualTo(news);
        assertThat(hear(A, called(VM, "erp"))).as("once").isEmpty();
        assertThat(hear(B, called(VM, "erp"))).as("it moves").isEmpty();
        assertThat(hear(A, Assertion.gone(VM, NAME))).as("it is still there").isEmpty();
        assertThat(hear(B, Assertion.gone(VM, NAME)))
                .containsExactlyElementsOf(news.stream()
                        .map(line -> Assertion.gone(VM, line.attribute()))
                        .toList());
        assertThat(vms.all()).isEmpty();
    }

    @Test
    void whatIsCalledOtherwiseIsMeantNoMore() {
        ElementId other = ElementId.vm("77");
        assertThat(hear(A, called(other, "erp"))).hasSize(2);
        assertThat(hear(A, called(other, "old")))
                .containsExactly(Assertion.gone(other, CRITICALITY), Assertion.gone(other, PEOPLE));
    }

    @Test
    void theSourceSaysItOnceItHasBegun() throws Exception {
        SiteFile file = SiteFile.parse(
                "dc.yaml", "vms: [{vm: erp, criticality: critical}]\nhosts: [{uri: 'qemu:///system'}]".getBytes(UTF_8));
        SiteFileSource source = new SiteFileSource(file, new SiteFileSourceTest.Still());
        List<Fact> heard = new ArrayList<>();
        List<Fact> said = new ArrayList<>();
        Spoken host = new Spoken();
        source.overheard(host).start(heard::add);
        host.say(called(VM, "erp"));
        source.start(said::add);
        assertThat(((Fact.Report) said.getFirst()).assertions())
                .contains(new Assertion<>(VM, CRITICALITY, Criticality.CRITICAL));
        host.say(Assertion.gone(VM, NAME));
        assertThat(((Fact.Report) said.getLast()).assertions()).containsExactly(Assertion.gone(VM, CRITICALITY));
        assertThat(((Fact.Report) said.getLast()).sequence()).isEqualTo(2);
        assertThat(heard).as("nothing is kept from others").hasSize(2);
        source.close();
        host.say(called(VM, "erp"));
        assertThat(said).hasSize(2);
    }

    private static final class Spoken implements FactSource {
        private Consumer<? super Fact> sink;

        void say(Assertion<?> line) {
            sink.accept(new Fact.Report(A, 1, 0, List.of(line)));
        }

        @Override
        public Source source() {
            return A;
        }

        @Override
        public void start(Consumer<? super Fact> hearer) {
            sink = hearer;
        }

        @Override
        public void close() {}
    }
}
