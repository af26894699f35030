package org.redoubt.agent.ssh.read.net;

/** Answers about the network, written after the formats of iproute2, the kernel, teamd and lldpd. */
public final class NetworkSamples {

    private NetworkSamples() {}

    /** Two ports on one card, one elsewhere that is off, a virtual function, a bond with a bridge on it and one on a VLAN. */
    public static final String LINKS = """
            [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP","LOWER_UP"],"mtu":65536,"operstate":"UNKNOWN","link_type":"loopback"},
            {"ifindex":2,"ifname":"eth0","flags":["BROADCAST","MULTICAST","SLAVE","UP","LOWER_UP"],"mtu":1500,"master":"bond0","operstate":"UP",
             "linkinfo":{"info_slave_kind":"bond","info_slave_data":{"state":"ACTIVE","mii_status":"UP","link_failure_count":0}},"parentbus":"pci","parentdev":"0000:3b:00.0"},
            {"ifindex":3,"ifname":"eth1","flags":["NO-CARRIER","BROADCAST","MULTICAST","SLAVE","UP"],"mtu":1500,"master":"bond0","operstate":"DOWN",
             "linkinfo":{"info_slave_kind":"bond","info_slave_data":{"state":"BACKUP","mii_status":"DOWN","link_failure_count":1}}},
            {"ifindex":4,"ifname":"eth2","flags":["BROADCAST","MULTICAST"],"mtu":1500,"operstate":"DOWN"},
            {"ifindex":5,"ifname":"eth3","flags":["BROADCAST","MULTICAST"],"mtu":1500,"master":"br1","operstate":"DOWN","linkinfo":{"info_slave_kind":"bridge"}},
            {"ifindex":6,"ifname":"eth0v0","flags":["BROADCAST","MULTICAST"],"mtu":1500,"operstate":"DOWN"},
            {"ifindex":7,"ifname":"bond0","flags":["BROADCAST","MULTICAST","MASTER","UP","LOWER_UP"],"mtu":1500,"master":"br0","operstate":"UP",
             "linkinfo":{"info_kind":"bond","info_data":{"mode":"active-backup","miimon":100},"info_slave_kind":"bridge"}},
            {"ifindex":8,"ifname":"br0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"operstate":"UP","linkinfo":{"info_kind":"bridge"}},
            {"ifindex":9,"link":"bond0","ifname":"bond0.40","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br40",
             "operstate":"UP","linkinfo":{"info_kind":"vlan","info_data":{"protocol":"802.1Q","id":40},"info_slave_kind":"bridge"}},
            {"ifindex":10,"ifname":"br40","flags":["NO-CARRIER","BROADCAST","MULTICAST","UP"],"mtu":1500,"operstate":"DOWN","linkinfo":{"info_kind":"bridge"}},
            {"ifindex":11,"ifname":"br1","flags":["BROADCAST","MULTICAST"],"mtu":1500,"operstate":"DOWN","linkinfo":{"info_kind":"bridge"}},
            {"ifindex":12,"ifname":"virbr0","flags":["NO-CARRIER","BROADCAST","MULTICAST","UP"],"mtu":1500,"operstate":"DOWN","linkinfo":{"info_kind":"bridge"}},
            {"ifindex":13,"link_index":2,"ifname":"veth9","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"virbr0","operstate":"UP","linkinfo":{"info_kind":"veth"}}]
            """;

    public static final String HARDWARE = """
            eth0 pci=0000:3b:00.0
            eth0 driver=ice
            eth0 operstate=up
            eth0 carrier=1
            eth0 speed=25000
            eth1 pci=0000:3b:00.1
            eth1 driver=ice
            eth1 operstate=down
            eth1 carrier=0
            eth1 speed=-1
            eth2 pci=0000:5e:00.0
            eth2 driver=igb
            eth2 operstate=down
            eth3 pci=0001:5e:00.1
            eth3 driver=igb
            eth3 operstate=down
            eth0v0 pci=0000:3b:02.0
            eth0v0 driver=iavf
            eth0v0 vf=1
            """;

    public static final String ACTIVE_BACKUP = """
            == bond0
            Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)

            Bonding Mode: fault-tolerance (active-backup) (fail_over_mac active)
            Primary Slave: eth0 (primary_reselect always)
            Currently Active Slave: eth0
            MII Status: up
            MII Polling Interval (ms): 100
            Up Delay (ms): 0
            Down Delay (ms): 0
            Peer Notification Delay (ms): 0

            Slave Interface: eth0
            MII Status: up
            Speed: 25000 Mbps
            Duplex: full
            Link Failure Count: 0
            Permanent HW addr: 52:54:00:aa:00:01
            Slave queue ID: 0

            Slave Interface: eth1
            MII Status: down
            Speed: Unknown
            Duplex: Unknown
            Link Failure Count: 1
            Permanent HW addr: 52:54:00:aa:00:02
            Slave queue ID: 0
            """;

    /** LACP, with a port whose switch is another one, and the words that some kernels use now. */
    public static final String LACP = """
            == bond1
            Ethernet Channel Bonding Driver: v6.12.0-55.el10.x86_64

            Bonding Mode: IEEE 802.3ad Dynamic link aggregation
            Transmit Hash Policy: layer3+4 (1)
            MII Status: up
            MII Polling Interval (ms): 100
            Up Delay (ms): 0
            Down Delay (ms): 0
            Peer Notification Delay (ms): 0

            802.3ad info
            LACP active: on
            LACP rate: fast
            Min links: 0
            Aggregator selection policy (ad_select): stable
            System priority: 65535
            System MAC address: 52:54:00:aa:00:03
            Active Aggregator Info:
            \tAggregator ID: 1
            \tNumber of ports: 2
            \tActor Key: 15
            \tPartner Key: 32773
            \tPartner Mac Address: 00:23:04:ee:be:01

            Member Interface: ens1f0
            MII Status: up
            Speed: 10000 Mbps
            Duplex: full
            Link Failure Count: 0
            Permanent HW addr: 52:54:00:aa:00:03
            Aggregator ID: 1
            Actor Churn State: none
            details actor lacp pdu:
                system priority: 65535
                port key: 15
            details partner lacp pdu:
                system priority: 32667

            Member Interface: ens1f1
            MII Status: up
            Speed: 10000 Mbps
            Duplex: full
            Link Failure Count: 0
            Permanent HW addr: 52:54:00:aa:00:04
            Aggregator ID: 2

            Member Interface: ens2f0
            MII Status: up
            Speed: 10000 Mbps
            Duplex: full
            Link Failure Count: 0
            Permanent HW addr: 52:54:00:aa:00:05
            Aggregator ID: 1
            """;

    public static final String TEAM = """
            == team0
            {
                "ports": {
                    "eno1": {"ifinfo": {"dev_addr": "2c:00:00:00:00:04", "dev_addr_len": 6, "ifindex": 2, "ifname": "eno1"},
                             "link": {"duplex": "full", "speed": 1000, "up": true},
                             "link_watches": {"list": {"link_watch_0": {"name": "ethtool", "up": true}}, "up": true}},
                    "eno2": {"ifinfo": {"ifindex": 3, "ifname": "eno2"},
                             "link": {"duplex": "half", "speed": 0, "up": false},
                             "link_watches": {"up": false}}
                },
                "runner": {"active_port": "eno1"},
                "setup": {"daemonized": false, "kernel_team_mode_name": "activebackup", "pid": 4464, "runner_name": "activebackup"},
                "team_device": {"ifinfo": {"ifindex": 5, "ifname": "team0"}}
            }
            == team1
            {"ports": {
                    "eno3": {"link": {"speed": 1000, "up": true}, "link_watches": {"up": true}, "runner": {"aggregator": {"id": 6, "selected": true}, "selected": true}},
                    "eno4": {"link": {"speed": 1000, "up": true}, "link_watches": {"up": true}, "runner": {"aggregator": {"id": 0, "selected": false}, "selected": false}}},
             "runner": {"active": true}, "setup": {"runner_name": "lacp"}}
            """;

    /** A switch that speaks CDP besides, one that names its ports by their addresses, and another host. */
    public static final String NEIGHBOURS = """
            {"lldp":[{"interface":[
              {"name":"eth0","via":"CDPv2","rid":"3","age":"0 day, 02:00:00",
               "chassis":[{"id":[{"type":"local","value":"core-a.example"}],"name":[{"value":"core-a.example"}],"descr":[{"value":"NX-OS"}]}],
               "port":[{"id":[{"type":"ifname","value":"Ethernet1/7"}],"descr":[{"value":"Ethernet1/7"}],"ttl":[{"value":"180"}]}]},
              {"name":"eth0","via":"LLDP","rid":"1","age":"0 day, 02:00:00",
               "chassis":[{"id":[{"type":"mac","value":"00:1b:54:00:00:0a"}],"name":[{"value":"core-a"}],"descr":[{"value":"NX-OS"}],
                 "mgmt-ip":[{"value":"fe80::1"},{"value":"10.9.0.1"}],"capability":[{"type":"Bridge","enabled":true},{"type":"Router","enabled":true}]}],
               "port":[{"id":[{"type":"ifname","value":"Ethernet1/7"}],"descr":[{"value":"node-1 eth0"}],"ttl":[{"value":"120"}]}]},
              {"name":"eth1","via":"LLDP","rid":"2","age":"0 day, 02:00:00",
               "chassis":[{"id":[{"type":"mac","value":"00:1b:54:00:00:0b"}]}],
               "port":[{"id":[{"type":"mac","value":"00:1b:54:00:00:1c"}],"descr":[{"value":"gi1/0/7"}],"ttl":[{"value":"120"}]}]},
              {"name":"eth2","via":"LLDP","rid":"4","age":"0 day, 02:00:00",
               "chassis":[{"id":[{"type":"mac","value":"00:1b:54:00:00:0c"}],"name":[{"value":"node-2"}],
                 "capability":[{"type":"Bridge","enabled":false},{"type":"Station","enabled":true}]}],
               "port":[{"id":[{"type":"mac","value":"00:1b:54:00:00:1d"}],"ttl":[{"value":"120"}]}]},
              {"name":"veth9","via":"LLDP","rid":"5","age":"0 day, 02:00:00",
               "chassis":[{"id":[{"type":"mac","value":"00:1b:54:00:00:0d"}],"name":[{"value":"virtual"}]}],
               "port":[{"id":[{"type":"ifname","value":"swp1"}]}]}
            ]}]}
            """;
}
