package org.redoubt.agent.pacemaker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;

/** A cluster of three nodes as several versions tell of it; written after the documented formats. */
final class Samples {

    static final ElementId ONE = ElementId.host("one");
    static final ElementId TWO = ElementId.host("two");
    static final ElementId THREE = ElementId.host("three");

    private Samples() {}

    /** The site calls its hosts otherwise than the cluster does its nodes; it knows their addresses. */
    static Roster roster() {
        return new Roster(List.of(
                new Roster.Entry(ONE, Set.of("10.0.0.1"), Optional.empty()),
                new Roster.Entry(TWO, Set.of("10.0.0.2"), Optional.empty()),
                new Roster.Entry(THREE, Set.of("10.0.0.3"), Optional.empty())));
    }

    static final String CONF = """
            # written by hand
            totem {
                version: 2
                cluster_name: lab
                transport: knet
                token: 3000
                interface {
                    linknumber: 0
                }
            }

            nodelist {
                node {
                    ring0_addr: 10.0.0.1
                    ring1_addr: 10.0.1.1
                    name: node-1
                    nodeid: 1
                }
                node {
                    ring0_addr: 10.0.0.2
                    ring1_addr: 10.0.1.2
                    name: node-2
                    nodeid: 2
                }
                node {
                    ring0_addr: 10.0.0.3
                    ring1_addr: 10.0.1.3
                    name: node-3
                    nodeid: 3
                }
            }

            quorum {
                provider: corosync_votequorum
            }
            """;

    /** corosync 3.1 on node 1: node 3 is not heard over link 1. */
    static final String LINKS = """
            Local node ID 1, transport knet
            LINK ID 0 udp
            \taddr\t= 10.0.0.1
            \tstatus:
            \t\tnodeid:          1:\tlocalhost
            \t\tnodeid:          2:\tconnected
            \t\tnodeid:          3:\tconnected
            LINK ID 1 udp
            \taddr\t= 10.0.1.1
            \tstatus:
            \t\tnodeid:          1:\tlocalhost
            \t\tnodeid:          2:\tconnected
            \t\tnodeid:          3:\tdisconnected
            """;

    /** Early corosync 3: places instead of numbers. */
    static final String LINKS_3_0 = """
            Printing link status.
            Local node ID 1
            LINK ID 0
            \taddr\t= 10.0.0.1
            \tstatus:
            \t\tnode 0:\tlink enabled:1\tlink connected:1
            \t\tnode 1:\tlink enabled:1\tlink connected:1
            \t\tnode 2:\tlink enabled:1\tlink connected:0
            """;

    static final String RINGS_2 = """
            Printing ring status.
            Local node ID 1
            RING ID 0
            \tid\t= 10.0.0.1
            \tstatus\t= ring 0 active with no faults
            RING ID 1
            \tid\t= 10.0.1.1
            \tstatus\t= Marking ringid 1 interface 10.0.1.1 FAULTY
            """;

    static final String NODES = """
            Local node ID 1, transport knet
            nodeid: 2 reachable onwire (min/max/cur): 0, 1, 1
               LINK: 0 udp (10.0.0.1->10.0.0.2) enabled connected mtu: 1397
               LINK: 1 udp (10.0.1.1->10.0.1.2) enabled connected mtu: 1397

            nodeid: 3 reachable onwire (min/max/cur): 0, 1, 1
               LINK: 0 udp (10.0.0.1->10.0.0.3) enabled connected mtu: 1397
               LINK: 1 udp (10.0.1.1->10.0.1.3) enabled mtu: 469

            """;

    static final String QUORUM = """
            Quorum information
            ------------------
            Date:             Fri Mar  6 10:00:00 2026
            Quorum provider:  corosync_votequorum
            Nodes:            3
            Node ID:          1
            Ring ID:          1.2a
            Quorate:          Yes

            Votequorum information
            ----------------------
            Expected votes:   3
            Highest expected: 3
            Total votes:      3
            Quorum:           2
            Flags:            Quorate

            Membership information
            ----------------------
                Nodeid      Votes Name
                     1          1 node-1 (local)
                     2          1 node-2
                     3          1 node-3
            """;

    /** The same node alone; it ends with 2. */
    static final String NO_QUORUM = """
            Quorum information
            ------------------
            Date:             Fri Mar  6 10:00:00 2026
            Quorum provider:  corosync_votequorum
            Nodes:            1
            Node ID:          1
            Ring ID:          1.2e
            Quorate:          No

            Votequorum information
            ----------------------
            Expected votes:   3
            Highest expected: 3
            Total votes:      1
            Quorum:           2 Activity blocked
            Flags:

            Membership information
            ----------------------
                Nodeid      Votes Name
                     1          1 node-1 (local)
            """;

    static final String CIB = """
            <cib crm_feature_set="3.16.2" validate-with="pacemaker-3.9" epoch="31" num_updates="7" admin_epoch="0"
                 have-quorum="1" dc-uuid="2" cib-last-written="Fri Mar  6 09:58:00 2026">
              <configuration>
                <crm_config>
                  <cluster_property_set id="cib-bootstrap-options">
                    <nvpair id="o1" name="cluster-name" value="lab"/>
                    <nvpair id="o2" name="stonith-enabled" value="true"/>
                    <nvpair id="o3" name="no-quorum-policy" value="stop"/>
                    <nvpair id="o4" name="some-secret" value="hunter2"/>
                  </cluster_property_set>
                </crm_config>
                <nodes>
                  <node id="1" uname="node-1"/>
                  <node id="2" uname="node-2"/>
                  <node id="3" uname="node-3"/>
                </nodes>
                <resources>
                  <primitive id="web" class="ocf" provider="heartbeat" type="VirtualDomain">
                    <instance_attributes id="web-ia">
                      <nvpair id="w1" name="config" value="/etc/libvirt/qemu/web.xml"/>
                      <nvpair id="w2" name="migration_transport" value="tcp"/>
                    </instance_attributes>
                    <meta_attributes id="web-ma">
                      <nvpair id="w3" name="allow-migrate" value="true"/>
                    </meta_attributes>
                    <operations><op id="w4" name="monitor" interval="10s"/></operations>
                  </primitive>
                  <group id="base">
                    <primitive id="address" class="ocf" provider="heartbeat" type="IPaddr2">
                      <instance_attributes id="a-ia"><nvpair id="a1" name="ip" value="10.0.0.100"/></instance_attributes>
                    </primitive>
                    <primitive id="db" class="ocf" provider="heartbeat" type="Xen">
                      <instance_attributes id="db-ia">
                        <nvpair id="d1" name="xmfile" value="/etc/xen/vm/database.cfg"/>
                      </instance_attributes>
                    </primitive>
                  </group>
                  <clone id="ping-clone"><primitive id="ping" class="ocf" provider="pacemaker" type="ping"/></clone>
                  <primitive id="fence-3" class="stonith" type="fence_ipmilan">
                    <instance_attributes id="f-ia">
                      <nvpair id="f1" name="pcmk_host_list" value="node-3"/>
                      <nvpair id="f2" name="ip" value="10.99.0.3"/>
                      <nvpair id="f3" name="username" value="lumberjack"/>
                      <nvpair id="f4" name="password" value="hunter2"/>
                    </instance_attributes>
                  </primitive>
                  <primitive id="fence-all" class="stonith" type="fence_xvm">
                    <instance_attributes id="g-ia">
                      <nvpair id="g1" name="pcmk_host_map" value="node-1:11;node-2:12"/>
                    </instance_attributes>
                  </primitive>
                </resources>
                <constraints>
                  <rsc_location id="cli-prefer-web" rsc="web" role="Started" node="node-1" score="INFINITY"/>
                  <rsc_location id="l2" rsc="web" node="node-3" score="-INFINITY"/>
                  <rsc_location id="l3" rsc="web">
                    <rule id="r" score="-100" boolean-op="or">
                      <expression id="e" attribute="pingd" operation="lt" value="1"/>
                      <expression id="e2" attribute="pingd" operation="not_defined"/>
                    </rule>
                  </rsc_location>
                  <rsc_colocation id="c1" rsc="web" with-rsc="db" score="-INFINITY"/>
                  <rsc_order id="or1" first="address" then="web" kind="Optional"/>
                </constraints>
                <fencing-topology>
                  <fencing-level id="t2" target="node-3" index="2" devices="fence-all"/>
                  <fencing-level id="t1" target="node-3" index="1" devices="fence-3,fence-all"/>
                </fencing-topology>
              </configuration>
              <status/>
            </cib>
            """;

    private static final String MON_BODY = """
              <summary>
                <stack type="corosync" pacemakerd-state="running"/>
                <current_dc present="true" version="2.1.5" name="node-2" id="2" with_quorum="true" mixed_version="false"/>
                <last_update time="Fri Mar  6 10:00:00 2026" origin="node-1"/>
                <last_change time="Fri Mar  6 09:58:00 2026" user="root" client="cibadmin" origin="node-1"/>
                <nodes_configured number="3"/>
                <resources_configured number="6" disabled="0" blocked="0"/>
                <cluster_options stonith-enabled="true" symmetric-cluster="true" no-quorum-policy="stop"
                    maintenance-mode="false"/>
              </summary>
              <nodes>
                <node name="node-1" id="1" online="true" standby="false" standby_onfail="false" maintenance="false"
                    pending="false" unclean="false" shutdown="false" expected_up="true" is_dc="false"
                    resources_running="2" type="member"/>
                <node name="node-2" id="2" online="true" standby="true" standby_onfail="false" maintenance="false"
                    pending="false" unclean="false" shutdown="false" expected_up="true" is_dc="true"
                    resources_running="1" type="member"/>
                <node name="node-3" id="3" online="true" standby="false" standby_onfail="false" maintenance="false"
                    pending="false" unclean="true" shutdown="false" expected_up="true" is_dc="false"
                    resources_running="1" type="member"/>
              </nodes>
              <resources>
                <resource id="web" resource_agent="ocf:heartbeat:VirtualDomain" role="Started" active="true"
                    orphaned="false" blocked="false" managed="true" failed="false" failure_ignored="false"
                    nodes_running_on="1"><node name="node-1" id="1" cached="true"/></resource>
                <group id="base" number_resources="2" managed="true" disabled="false">
                  <resource id="address" resource_agent="ocf:heartbeat:IPaddr2" role="Started" active="true"
                      orphaned="false" blocked="false" managed="true" failed="false" failure_ignored="false"
                      nodes_running_on="1"><node name="node-1" id="1" cached="true"/></resource>
                  <resource id="db" resource_agent="ocf:heartbeat:Xen" role="Stopped" target_role="Stopped"
                      active="false" orphaned="false" blocked="false" managed="false" failed="false"
                      failure_ignored="false" nodes_running_on="0"/>
                </group>
                <clone id="ping-clone" multi_state="false" unique="false" managed="true" disabled="false" failed="false"
                    failure_ignored="false">
                  <resource id="ping" resource_agent="ocf:pacemaker:ping" role="Started" active="true" orphaned="false"
                      blocked="false" managed="true" failed="false" failure_ignored="false" nodes_running_on="1">
                    <node name="node-1" id="1" cached="true"/></resource>
                  <resource id="ping" resource_agent="ocf:pacemaker:ping" role="Started" active="true" orphaned="false"
                      blocked="false" managed="true" failed="false" failure_ignored="false" nodes_running_on="1">
                    <node name="node-3" id="3" cached="true"/></resource>
                </clone>
                <resource id="fence-3" resource_agent="stonith:fence_ipmilan" role="Started" active="true"
                    orphaned="false" blocked="false" managed="true" failed="true" failure_ignored="false"
                    nodes_running_on="1"><node name="node-2" id="2" cached="true"/></resource>
                <resource id="fence-all" resource_agent="stonith:fence_xvm" role="Started" active="true"
                    orphaned="false" blocked="false" managed="true" failed="false" failure_ignored="false"
                    nodes_running_on="1"><node name="node-1" id="1" cached="true"/></resource>
              </resources>
              <failures>
                <failure op_key="fence-3_monitor_60000" node="node-2" exitstatus="error" exitcode="1" call="12"
                    status="complete" last-rc-change="2026-03-06 09:59:00 +00:00" queued="0" exec="20012"
                    interval="60000" task="monitor" exitreason="no answer from the BMC"/>
              </failures>
            """;

    static final String MON = """
            <?xml version="1.0"?>
            <pacemaker-result api-version="2.25" request="crm_mon -1 -r --output-as=xml">
            """ + MON_BODY + """
              <status code="0" message="OK"/>
            </pacemaker-result>
            """;

    static final String MON_1_1 = "<?xml version=\"1.0\"?>\n<crm_mon version=\"1.1.24\">\n" + MON_BODY + "</crm_mon>\n";

    /** Pacemaker 3.0: other names for the same options. */
    static final String MON_3_0 = MON.replace("api-version=\"2.25\"", "api-version=\"2.41\"")
            .replace("stonith-enabled=\"true\"", "fencing-enabled=\"true\" fencing-timeout-ms=\"60000\"")
            .replace("orphaned=\"false\"", "orphaned=\"false\" removed=\"false\"");

    static final String DISCONNECTED = """
            <pacemaker-result api-version="2.25" request="crm_mon -1 -r --output-as=xml">
              <status code="102" message="Not connected">
                <errors><error>crm_mon: Connection to cluster failed: Connection refused</error></errors>
              </status>
            </pacemaker-result>
            """;

    static final String HISTORY = """
            <pacemaker-result api-version="2.25" request="stonith_admin --history=* --verbose --output-as=xml">
              <list name="Fencing history" count="2">
                <fence_event status="success" action="reboot" target="node-3" client="pacemaker-controld.77"
                    origin="node-2" delegate="node-1" completed="2026-03-06 09:40:00Z"/>
                <fence_event status="pending" extended-status="querying" action="reboot" target="node-3"
                    client="stonith_admin.9" origin="node-1"/>
              </list>
              <status code="0" message="OK"/>
            </pacemaker-result>
            """;

    static final String SBD = """
            SBD_WATCHDOG_TIMEOUT=5
            SBD_DEVICE="/dev/vdc"
            == /dev/vdc
            0\tnode-1\tclear\t
            1\tnode-3\treset\tnode-2
            """;

    /** Everything as it is answered by node 1, which is the site's host one. */
    static Map<String, Answer> answers() {
        Map<String, Answer> answers = new HashMap<>();
        Map.of(
                        Answers.CONF, CONF,
                        Answers.LINKS, LINKS,
                        Answers.NODES, NODES,
                        Answers.QUORUM, QUORUM,
                        Answers.CRM_MON, MON,
                        Answers.CIB, CIB,
                        Answers.HISTORY, HISTORY,
                        Answers.SBD, SBD)
                .forEach((question, text) -> answers.put(question, new Answer(question, 0, text)));
        // it says so when a link is faulty
        answers.put(Answers.LINKS, new Answer(Answers.LINKS, 1, LINKS));
        return answers;
    }

    static Reading read(Reader reader, ElementId host, Map<String, Answer> answers) {
        Reading reading = new Reading();
        reader.read(new Round(host, 0, answers), reading);
        return reading;
    }

    /** What is claimed, a line to each claim, in the order of their elements; of two about the same thing the later. */
    static List<String> lines(Reading reading) {
        Map<String, String> lines = new java.util.TreeMap<>();
        reading.lines()
                .forEach(line -> lines.put(line.element() + " " + line.attribute(), String.valueOf(line.value())));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .toList();
    }
}
