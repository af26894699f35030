package org.redoubt.agent.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.agent.pacemaker.Samples.ONE;
import static org.redoubt.agent.pacemaker.Samples.answers;
import static org.redoubt.agent.pacemaker.Samples.lines;
import static org.redoubt.agent.pacemaker.Samples.read;
import static org.redoubt.agent.pacemaker.Samples.roster;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;

class PacemakerReaderTest {

    private static Reading with(Map<String, Answer> answers) {
        return read(new PacemakerReader(roster()), ONE, answers);
    }

    private static Map<String, Answer> but(String question, int exit, String text) {
        Map<String, Answer> answers = answers();
        answers.put(question, new Answer(question, exit, text));
        return answers;
    }

    private static final String FACTS = """
            cluster:lab coordinator=host:two
            cluster:lab detail=unclean: node-3; failed: fence-3
            cluster:lab domains=2
            cluster:lab fence-history=[reboot of node-3 for stonith_admin.9@node-1: pending, \
            reboot of node-3 by node-1 for pacemaker-controld.77@node-2: success at 2026-03-06 09:40:00Z]
            cluster:lab fencing-enabled=true
            cluster:lab health=DEGRADED
            cluster:lab maintenance=false
            cluster:lab name=lab
            cluster:lab options=[no-quorum-policy=stop, stonith-enabled=true]
            cluster:lab quorate=true
            fence-device:lab/fence-3 address=10.99.0.3
            fence-device:lab/fence-3 agent=stonith:fence_ipmilan
            fence-device:lab/fence-3 detail=monitor on node-2 error (1) at 2026-03-06 09:59:00 +00:00: no answer from the BMC
            fence-device:lab/fence-3 failures=[monitor on node-2 error (1) at 2026-03-06 09:59:00 +00:00: no answer from the BMC]
            fence-device:lab/fence-3 health=FAILED
            fence-device:lab/fence-3 maintenance=false
            fence-device:lab/fence-3 name=fence-3
            fence-device:lab/fence-3 part-of=host:three
            fence-device:lab/fence-3 resource=fence-3
            fence-device:lab/fence-3 role=Started
            fence-device:lab/fence-3 targets=[host:three]
            fence-device:lab/fence-3 up=false
            fence-device:lab/fence-all agent=stonith:fence_xvm
            fence-device:lab/fence-all health=OK
            fence-device:lab/fence-all maintenance=false
            fence-device:lab/fence-all name=fence-all
            fence-device:lab/fence-all part-of=cluster:lab
            fence-device:lab/fence-all resource=fence-all
            fence-device:lab/fence-all role=Started
            fence-device:lab/fence-all targets=[host:one, host:two]
            fence-device:lab/fence-all up=true
            host:one member-of=[cluster:lab]
            host:one node-state=ONLINE
            host:one self-fence-slots=[/dev/vdc: node-1 clear, /dev/vdc: node-3 reset]
            host:one self-fence-timeout=5000
            host:three fence-history=[reboot of node-3 for stonith_admin.9@node-1: pending, \
            reboot of node-3 by node-1 for pacemaker-controld.77@node-2: success at 2026-03-06 09:40:00Z]
            host:three fence-levels=[1: fence-3, fence-all, 2: fence-all]
            host:three fencing=PENDING
            host:three member-of=[cluster:lab]
            host:three node-state=UNCLEAN
            host:two member-of=[cluster:lab]
            host:two node-state=STANDBY
            service:lab/address agent=ocf:heartbeat:IPaddr2
            service:lab/address health=OK
            service:lab/address maintenance=false
            service:lab/address name=address
            service:lab/address part-of=cluster:lab
            service:lab/address resource=address
            service:lab/address role=Started
            service:lab/address rules=[in group base: with the others on one node, before web (Optional)]
            service:lab/address runs-on=host:one
            service:lab/db agent=ocf:heartbeat:Xen
            service:lab/db allow-migrate=false
            service:lab/db domain=database
            service:lab/db health=OK
            service:lab/db maintenance=true
            service:lab/db name=db
            service:lab/db part-of=cluster:lab
            service:lab/db resource=db
            service:lab/db role=Stopped (wanted: Stopped)
            service:lab/db rules=[in group base: with the others on one node, after address, never with web]
            service:lab/ping agent=ocf:pacemaker:ping
            service:lab/ping detail=believed on node-3, which is not known to be well
            service:lab/ping health=DEGRADED
            service:lab/ping maintenance=false
            service:lab/ping name=ping
            service:lab/ping part-of=cluster:lab
            service:lab/ping resource=ping
            service:lab/ping role=Started
            service:lab/ping rules=[in clone ping-clone]
            service:lab/web agent=ocf:heartbeat:VirtualDomain
            service:lab/web allow-migrate=true
            service:lab/web domain=web
            service:lab/web health=OK
            service:lab/web maintenance=false
            service:lab/web name=web
            service:lab/web part-of=cluster:lab
            service:lab/web resource=web
            service:lab/web role=Started
            service:lab/web rules=[only on node-1 while it is there (left by an operator's move: cli-prefer-web), \
            never on node-3, score -100 where pingd lt 1 or pingd not_defined, never with db, after address (Optional)]
            service:lab/web runs-on=host:one
            service:one/pacemaker health=OK
            service:one/pacemaker name=pacemaker
            service:one/pacemaker part-of=host:one
            service:one/pacemaker up=true
            """;

    @Test
    void pacemaker2() {
        Reading reading = with(answers());
        assertThat(reading.unreadable()).isEmpty();
        assertThat(lines(reading)).containsExactly(FACTS.split("\n"));
    }

    @Test
    void pacemaker1And3TellTheSame() {
        assertThat(lines(with(but(Answers.CRM_MON, 0, Samples.MON_1_1)))).containsExactly(FACTS.split("\n"));
        assertThat(lines(with(but(Answers.CRM_MON, 0, Samples.MON_3_0)))).containsExactly(FACTS.split("\n"));
    }

    @Test
    void noPasswordIsEverSaid() {
        assertThat(lines(with(answers()))).noneMatch(line -> line.contains("hunter2") || line.contains("lumberjack"));
    }

    @Test
    void aClusterWhoseMembersAreAllWellIsWell() {
        String well = Samples.MON
                .replace("standby=\"true\"", "standby=\"false\"")
                .replace("unclean=\"true\"", "unclean=\"false\"")
                .replace("failed=\"true\"", "failed=\"false\"");
        assertThat(lines(with(but(Answers.CRM_MON, 0, well))))
                .contains("cluster:lab health=OK", "host:two node-state=ONLINE", "host:three node-state=ONLINE")
                .noneMatch(line -> line.startsWith("cluster:lab detail"));
    }

    @Test
    void aFailureIsItsResourcesWhateverThatIsCalled() {
        for (String id : List.of("web", "db_primary", "vm_migrate", "a-b_c-d")) {
            for (String task : List.of("monitor_10000", "migrate_to_0", "migrate_from_0", "start_0")) {
                String mon = Samples.MON
                        .replace("id=\"web\"", "id=\"" + id + "\"")
                        .replace("fence-3_monitor_60000", id + "_" + task);
                assertThat(lines(with(but(Answers.CRM_MON, 0, mon))))
                        .as(id + " " + task)
                        .anyMatch(line -> line.startsWith("service:lab/" + id + " failures="));
            }
        }
    }

    @Test
    void everyStateOfANode() {
        Map<String, String> states = Map.of(
                "online=\"false\" standby=\"false\"", "OFFLINE",
                "online=\"true\" standby=\"false\" pending=\"true\"", "PENDING",
                "online=\"true\" maintenance=\"true\"", "MAINTENANCE",
                "online=\"true\" standby_onfail=\"true\"", "STANDBY",
                "online=\"false\" unclean=\"true\"", "UNCLEAN",
                "online=\"true\"", "ONLINE");
        states.forEach((attributes, state) -> {
            String mon = "<crm_mon version=\"1.1\"><summary/><nodes><node name=\"node-3\" id=\"3\" " + attributes
                    + " type=\"member\"/></nodes></crm_mon>";
            assertThat(lines(with(but(Answers.CRM_MON, 0, mon))))
                    .as(attributes)
                    .contains("host:three node-state=" + state);
        });
    }

    @Test
    void aFlagThatIsNoneMakesItsNodeUnknown() {
        Reading reading = with(but(Answers.CRM_MON, 0, Samples.MON.replace("unclean=\"true\"", "unclean=\"maybe\"")));
        assertThat(lines(reading)).noneMatch(line -> line.startsWith("host:three node-state"));
        assertThat(reading.unreadable()).containsExactly("crm_mon: 1 nodes or resources that make no sense");
    }

    @Test
    void withoutQuorumTheClusterHasFailed() {
        String without = Samples.MON.replace("with_quorum=\"true\"", "with_quorum=\"false\"");
        assertThat(lines(with(but(Answers.CRM_MON, 0, without))))
                .contains("cluster:lab health=FAILED", "cluster:lab quorate=false")
                .contains("cluster:lab detail=no quorum; unclean: node-3; failed: fence-3");
    }

    @Test
    void pacemakerThatDoesNotRunIsSaidOfTheHostThatWasAsked() {
        Reading reading = with(but(Answers.CRM_MON, 102, Samples.DISCONNECTED));
        assertThat(lines(reading))
                .contains("service:one/pacemaker up=false", "service:one/pacemaker health=FAILED")
                .noneMatch(line -> line.contains("node-state") || line.startsWith("cluster:lab health"));
        assertThat(reading.unreadable()).containsExactly("crm_mon: Pacemaker does not run here");
    }

    @Test
    void aNodeThatIsNoHostOfTheSiteIsNamedAndNoneIsMadeUp() {
        String stranger = Samples.MON.replace(
                "</nodes>",
                "<node name=\"node-9\" id=\"9\" online=\"true\" type=\"member\"/>"
                        + "<node name=\"far\" id=\"far\" online=\"true\" type=\"remote\"/>"
                        + "<node name=\"guest\" id=\"guest\" online=\"true\" type=\"remote\" id_as_resource=\"g\"/></nodes>");
        Reading reading = with(but(Answers.CRM_MON, 0, stranger));
        assertThat(lines(reading)).contains("cluster:lab unmatched-nodes=[node-9, far (remote)]");
        assertThat(lines(reading).stream()
                        .filter(line -> line.startsWith("host:"))
                        .map(line -> line.split(" ")[0]))
                .containsOnly("host:one", "host:two", "host:three");
    }

    @Test
    void aResourceThatIsActiveTwiceHasFailed() {
        String twice = Samples.MON.replaceFirst(
                "<node name=\"node-1\" id=\"1\" cached=\"true\"/>",
                "<node name=\"node-1\" id=\"1\" cached=\"true\"/><node name=\"node-2\" id=\"2\" cached=\"true\"/>");
        assertThat(lines(with(but(Answers.CRM_MON, 0, twice))))
                .contains("service:lab/web health=FAILED", "service:lab/web detail=active on node-1 and node-2 at once")
                .noneMatch(line -> line.startsWith("service:lab/web runs-on"));
    }

    @Test
    void withoutTheConfigurationNobodySaysHowManyVmsThereAre() {
        Reading reading = with(but(Answers.CIB, 124, Samples.CIB));
        assertThat(reading.unreadable()).containsExactly("cib: took too long");
        assertThat(lines(reading))
                .contains("service:lab/web role=Started", "host:one node-state=ONLINE")
                .noneMatch(line -> line.contains(" domain"))
                .noneMatch(line -> line.contains("allow-migrate"));
    }

    @Test
    void aVmMayBeKnownByItsUuidAndInheritFromATemplate() {
        String cib = Samples.CIB
                .replace("/etc/libvirt/qemu/web.xml", "/srv/6695eb01-f6a4-8304-79aa-97f2502e193f.xml")
                .replace(
                        "<resources>",
                        "<resources><template id=\"vm\" class=\"ocf\" provider=\"heartbeat\" type=\"VirtualDomain\">"
                                + "<meta_attributes id=\"x\"><nvpair id=\"y\" name=\"allow-migrate\" value=\"true\"/>"
                                + "</meta_attributes></template><primitive id=\"mail\" template=\"vm\">"
                                + "<instance_attributes id=\"z\"><nvpair id=\"q\" name=\"config\" value=\"mail.xml\"/>"
                                + "</instance_attributes></primitive>");
        assertThat(lines(with(but(Answers.CIB, 0, cib))))
                .contains("service:lab/web domain=6695eb01-f6a4-8304-79aa-97f2502e193f")
                .contains(
                        "service:lab/mail domain=mail",
                        "service:lab/mail allow-migrate=true",
                        "service:lab/mail agent=ocf:heartbeat:VirtualDomain",
                        "cluster:lab domains=3");
    }

    @Test
    void aHostWithoutPacemakerHasNothingToSay() {
        Map<String, Answer> corosyncAlone = answers();
        List.of(Answers.CRM_MON, Answers.CIB, Answers.HISTORY, Answers.SBD)
                .forEach(question -> corosyncAlone.put(question, new Answer(question, Answer.NO_SUCH_COMMAND, "")));
        Reading reading = with(corosyncAlone);
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
    }

    @Test
    void withoutAnyNameTheClusterIsCalledByItsFirstNode() {
        Map<String, Answer> answers = answers();
        answers.keySet().retainAll(List.of(Answers.CRM_MON));
        assertThat(lines(with(answers))).contains("cluster:cluster of node-1 name=cluster of node-1");
    }
}
