package org.redoubt.agent.ssh.read.storage;

/** Answers about storage, written after the formats of the kernel, multipathd, smartctl and drbdsetup. */
public final class StorageSamples {

    private StorageSamples() {}

    /** Two ports of one FC card of which one is dark, a SATA port, a virtio HBA, an iSCSI session, and NVMe near and far. */
    public static final String ADAPTERS = """
            scsi_host/host0 proc_name=ahci
            scsi_host/host0 state=running
            scsi_host/host0 pci=0000:00:17.0
            scsi_host/host1 proc_name=lpfc
            scsi_host/host1 state=running
            scsi_host/host1 pci=0000:5e:00.0
            scsi_host/host2 proc_name=lpfc
            scsi_host/host2 state=running
            scsi_host/host2 pci=0000:5e:00.1
            scsi_host/host3 proc_name=iscsi_tcp
            scsi_host/host3 state=running
            scsi_host/host4 proc_name=virtio_scsi
            scsi_host/host4 state=running
            scsi_host/host4 pci=0000:00:05.0
            fc_host/host1 port_name=0x10000090fa000001
            fc_host/host1 node_name=0x20000090fa000001
            fc_host/host1 port_state=Online
            fc_host/host1 port_type=NPort (fabric via point-to-point)
            fc_host/host1 speed=32 Gbit
            fc_host/host1 fabric_name=0x10000027f8000a01
            fc_host/host1 pci=0000:5e:00.0
            fc_host/host2 port_name=0x10000090fa000002
            fc_host/host2 port_state=Linkdown
            fc_host/host2 port_type=Unknown
            fc_host/host2 speed=unknown
            fc_host/host2 fabric_name=0x0
            fc_remote_ports/rport-1:0-0 node_name=0x524a937000000000
            fc_remote_ports/rport-1:0-0 port_name=0x524a937000000010
            fc_remote_ports/rport-1:0-0 port_state=Online
            fc_remote_ports/rport-1:0-0 roles=FCP Target
            fc_remote_ports/rport-1:0-0 host=host1
            fc_remote_ports/rport-1:0-1 node_name=0x20000090fa000009
            fc_remote_ports/rport-1:0-1 port_name=0x10000090fa000009
            fc_remote_ports/rport-1:0-1 port_state=Online
            fc_remote_ports/rport-1:0-1 roles=FCP Initiator
            fc_remote_ports/rport-1:0-1 host=host1
            fc_remote_ports/rport-2:0-0 node_name=0x524a937000000000
            fc_remote_ports/rport-2:0-0 port_name=0x524a937000000011
            fc_remote_ports/rport-2:0-0 port_state=Not Present
            fc_remote_ports/rport-2:0-0 roles=FCP Target
            fc_remote_ports/rport-2:0-0 host=host2
            iscsi_session/session1 targetname=iqn.2010-06.com.example:array.1
            iscsi_session/session1 state=LOGGED_IN
            iscsi_session/session1 host=host3
            iscsi_connection/connection1:0 address=10.7.0.5
            iscsi_connection/connection1:0 port=3260
            iscsi_connection/connection1:0 session=session1
            nvme-subsystem/nvme-subsys0 subsysnqn=nqn.2014.08.org.nvmexpress:local
            nvme/nvme0 transport=pcie
            nvme/nvme0 state=live
            nvme/nvme0 subsysnqn=nqn.2014.08.org.nvmexpress:local
            nvme/nvme1 transport=tcp
            nvme/nvme1 address=traddr=10.7.0.9,trsvcid=4420,src_addr=10.7.0.1
            nvme/nvme1 state=live
            nvme/nvme1 subsysnqn=nqn.2019-08.com.example:pool
            nvme/nvme2 transport=tcp
            nvme/nvme2 address=traddr=10.7.1.9,trsvcid=4420
            nvme/nvme2 state=connecting
            nvme/nvme2 subsysnqn=nqn.2019-08.com.example:pool
            """;

    public static final String DISKS = """
            sda hctl=0:0:0:0
            sda wwid=t10.ATA     SAMSUNG MZ7L3480  S664NE0T
            sda state=running
            sda vendor=ATA
            sda path=/sys/devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0
            sdb hctl=1:0:0:1
            sdb wwid=naa.624a9370aa000000000000a1
            sdb state=running
            sdc hctl=2:0:0:1
            sdc wwid=naa.624a9370aa000000000000a1
            sdc state=transport-offline
            sdd hctl=3:0:0:0
            sdd wwid=eui.0123456789abcdef
            sdd state=running
            sde hctl=4:0:0:0
            sde state=offline
            """;

    /** As of 0.9, with an array's names; of the second path the checker says faulty. */
    public static final String MAPS = """
            {"major_version": 0, "minor_version": 1, "maps": [{
              "name": "mpatha", "uuid": "3624a9370aa000000000000a1", "sysfs": "dm-0", "failback": "immediate", "queueing": "-",
              "paths": 1, "write_prot": "rw", "dm_st": "active", "features": "0", "hwhandler": "1 alua", "action": "",
              "path_faults": 1, "vend": "PURE", "prod": "FlashArray", "rev": "8888", "switch_grp": 0, "map_loads": 1, "total_q_time": 0, "q_timeouts": 0,
              "path_groups": [{"selector": "service-time 0", "pri": 50, "dm_st": "active", "marginal_st": "normal", "group": 1, "paths": [
                {"dev": "sdb", "dev_t": "8:16", "dm_st": "active", "dev_st": "running", "chk_st": "ready", "checker": "tur", "pri": 50,
                 "host_wwnn": "0x20000090fa000001", "target_wwnn": "0x524a937000000000", "host_wwpn": "0x10000090fa000001", "target_wwpn": "0x524a937000000010",
                 "host_adapter": "0000:5e:00.0", "lun_hex": "0x0001000000000000", "marginal_st": "normal"},
                {"dev": "sdc", "dev_t": "8:32", "dm_st": "failed", "dev_st": "offline", "chk_st": "faulty", "checker": "tur", "pri": 50,
                 "host_wwnn": "0x20000090fa000002", "target_wwnn": "0x524a937000000000", "host_wwpn": "0x10000090fa000002", "target_wwpn": "0x524a937000000011",
                 "host_adapter": "0000:5e:00.1", "marginal_st": "normal"}]}]}]}
            """;

    /** As of an older version in a virtual machine: nobody knows the names. */
    public static final String UNDEFINED = """
            {
               "major_version": 0,
               "minor_version": 1,
               "maps": [{
                  "name" : "mpathb",
                  "uuid" : "0QEMU_QEMU_HARDDISK_lun0",
                  "sysfs" : "dm-1",
                  "paths" : 2,
                  "dm_st" : "active",
                  "vend" : "QEMU",
                  "prod" : "QEMU HARDDISK",
                  "path_groups": [{
                     "selector" : "service-time 0",
                     "pri" : 1,
                     "dm_st" : "active",
                     "group" : 1,
                     "paths": [{
                        "dev" : "sdf",
                        "dm_st" : "active",
                        "dev_st" : "running",
                        "chk_st" : "ready",
                        "checker" : "tur",
                        "host_wwnn" : "[undef]",
                        "target_wwnn" : "[undef]",
                        "host_wwpn" : "[undef]",
                        "target_wwpn" : "[undef]",
                        "host_adapter" : "[undef]"
                     }]
                  },{
                     "selector" : "service-time 0",
                     "dm_st" : "enabled",
                     "group" : 2,
                     "paths": [{
                        "dev" : "sdg",
                        "dm_st" : "active",
                        "dev_st" : "running",
                        "chk_st" : "ghost",
                        "checker" : "tur"
                     }]
                  }]
               }]
            }
            """;

    public static final String ARRAYS = """
            Personalities : [raid1] [raid6] [raid5] [raid4] [raid0]\s
            md0 : active raid1 sdb1[1] sda1[0]
                  1048512 blocks super 1.2 [2/2] [UU]
                  bitmap: 0/1 pages [0KB], 65536KB chunk

            md1 : active raid5 sde1[4] sdd1[3](S) sdc1[2](F) sdb2[1] sda2[0]
                  2096896 blocks super 1.2 level 5, 64k chunk, algorithm 2 [3/2] [UU_]
                  [==>..................]  recovery = 12.6% (37043/292945) finish=127.5min speed=33440K/sec

            md2 : inactive sdf1[0](S)
                  1048512 blocks super 1.2

            md3 : active (auto-read-only) raid1 sdg1[0] sdh1[1]
                  524224 blocks super 1.0 [2/2] [UU]
                  \tresync=PENDING

            md4 : active raid0 sdi1[0] sdj1[1]
                  4194304 blocks super 1.2 512k chunks

            md5 : active raid6 sdk1[0] sdl1[1](W)
                  2097152 blocks super 1.2 level 6, 512k chunk, algorithm 2 [5/2] [UU___]

            md127 : inactive sdm[1](S) sdn[0](S)
                  6306 blocks super external:imsm

            unused devices: <none>
            """;

    public static final String SMART = """
            == /dev/sda
            {"json_format_version": [1, 0], "smartctl": {"version": [7, 3], "exit_status": 0},
             "device": {"name": "/dev/sda", "info_name": "/dev/sda [SAT]", "type": "sat", "protocol": "ATA"},
             "model_name": "SAMSUNG MZ7L3480HCHQ", "serial_number": "S664NE0T", "user_capacity": {"blocks": 937703088, "bytes": 480103981056},
             "smart_support": {"available": true, "enabled": true}, "smart_status": {"passed": true}}
            == /dev/sdb
            {"smartctl": {"version": [7, 3], "exit_status": 8}, "model_name": "ST4000NM000A", "serial_number": "WS20",
             "user_capacity": {"bytes": 4000787030016}, "smart_status": {"passed": false}}
            == /dev/sdc
            {"smartctl": {"version": [7, 3], "exit_status": 16}, "scsi_model_name": "HGST HUS", "smart_status": {"passed": true}}
            == /dev/sdd
            {"smartctl": {"version": [7, 3], "exit_status": 2, "messages": [{"string": "Device is in STANDBY mode", "severity": "information"}]}}
            == /dev/sde
            {"smartctl": {"version": [7, 3], "exit_status": 4}, "scsi_product": "QEMU HARDDISK", "user_capacity": {"bytes": 67108864}}
            == /dev/nvme0
            {"smartctl": {"version": [7, 4], "exit_status": 0}, "model_name": "Micron_7450", "serial_number": "2241", "nvme_total_capacity": 960197124096,
             "user_capacity": {"bytes": 960197124096}, "smart_status": {"passed": true, "nvme": {"value": 0}}}
            == /dev/bus/0 megaraid,3
            {"smartctl": {"exit_status": 0}, "smart_status": {"passed": true}}
            """;

    /** A secondary that is whole, a primary whose peer is behind, and one that has lost both. */
    public static final String DRBD = """
            [
            {"name": "r0", "node-id": 1, "role": "Secondary", "suspended": false, "write-ordering": "flush",
             "devices": [{"volume": 0, "minor": 0, "disk-state": "UpToDate", "client": false, "quorum": true, "size": 1048508}],
             "connections": [{"peer-node-id": 0, "name": "node-2", "connection-state": "Connected", "congested": false, "peer-role": "Primary",
               "peer_devices": [{"volume": 0, "replication-state": "Established", "peer-disk-state": "UpToDate", "peer-client": false, "out-of-sync": 0, "percent-in-sync": 100.00}]}]},
            {"name": "r1", "role": "Primary", "suspended": false,
             "devices": [{"volume": 0, "disk-state": "UpToDate", "client": false, "quorum": true}, {"volume": 1, "disk-state": "UpToDate", "client": false, "quorum": true}],
             "connections": [
               {"name": "node-2", "connection-state": "Connected", "peer-role": "Secondary",
                "peer_devices": [{"volume": 0, "replication-state": "SyncSource", "peer-disk-state": "Inconsistent", "out-of-sync": 2048, "percent-in-sync": 99.80},
                                 {"volume": 1, "replication-state": "Established", "peer-disk-state": "UpToDate", "out-of-sync": 0}]},
               {"name": "node-3", "connection-state": "Connecting", "peer-role": "Unknown",
                "peer_devices": [{"volume": 0, "replication-state": "Off", "peer-disk-state": "DUnknown", "out-of-sync": 1024},
                                 {"volume": 1, "replication-state": "Off", "peer-disk-state": "DUnknown", "out-of-sync": 0}]}]},
            {"name": "r2", "role": "Secondary", "suspended": true,
             "devices": [{"volume": 0, "disk-state": "Failed", "client": false, "quorum": false}],
             "connections": []}
            ]
            """;
}
