package org.redoubt.agent.ssh;

import java.util.List;
import org.redoubt.agent.probe.Question;

/**
 * What a host is asked (docs/ssh.md says what each answer looks like). Files are walked by the shell's own means as far
 * as it can: a process costs more than all of its reading.
 */
public final class Questions {

    private static final int SECONDS = 5;

    private static final int EACH = 1;
    private static final int SELDOM = 3;
    private static final int MINUTE = 6;
    private static final int FIVE_MINUTES = 30;
    private static final int TEN_MINUTES = 60;

    /** {@code k NAME KEY FILE} writes a line of a file's first line, and none where it cannot be read. */
    private static final String LINE = "k() { v=; { read -r v || [ -n \"$v\" ]; } 2>/dev/null <\"$3\""
            + " && printf '%s %s=%s\\n' \"$1\" \"$2\" \"$v\"; }; ";

    /** {@code f NAME DIRECTORY} names the PCI function at or above a device. */
    private static final String FUNCTION = "f() { cd -P \"$2\" 2>/dev/null || return; d=$PWD;"
            + " while [ -n \"$d\" ]; do case ${d##*/} in ????*:??:??.?)"
            + " printf '%s pci=%s\\n' \"$1\" \"${d##*/}\"; return;; esac; d=${d%/*}; done; }; ";

    /** {@code b NAME KEY LINK} writes the last part of where a link leads. */
    private static final String BASE =
            "b() { cd -P \"$3\" 2>/dev/null && printf '%s %s=%s\\n' \"$1\" \"$2\" \"${PWD##*/}\"; }; ";

    private Questions() {}

    /** All of them, in the order in which they are asked. */
    public static List<Question> all() {
        return ALL;
    }

    private static Question ask(String name, int every, String script) {
        return new Question(name, script, every, SECONDS);
    }

    private static final List<Question> ALL = List.of(
            ask("date", EACH, "date +%s.%N"),
            ask("uptime", EACH, "cat /proc/uptime /proc/loadavg"),
            ask("uname", TEN_MINUTES, "uname -snrm"),
            ask("os-release", TEN_MINUTES, "cat /etc/os-release 2>/dev/null || cat /usr/lib/os-release"),
            ask(
                    "dmi",
                    MINUTE,
                    "for n in product_uuid product_serial sys_vendor product_name; do"
                            + " v=; { read -r v || [ -n \"$v\" ]; } 2>/dev/null </sys/class/dmi/id/$n"
                            + " && printf '%s=%s\\n' $n \"$v\"; done;"
                            // where it is set, libvirt calls the machine so
                            + " cat /etc/libvirt/virtqemud.conf /etc/libvirt/libvirtd.conf 2>/dev/null"
                            + " | sed -n 's/^[[:space:]]*host_uuid[[:space:]]*=[[:space:]]*/host_uuid=/p' | head -n 1; exit 0"),
            ask("ip-link", EACH, "ip -j -d link"),
            ask("net-sysfs", EACH, netSysfs()),
            ask(
                    "bond",
                    EACH,
                    "for i in /proc/net/bonding/*; do [ -e \"$i\" ] || continue;"
                            + " printf '== %s\\n' \"${i##*/}\"; cat \"$i\" || exit 1; done; exit 0"),
            ask(
                    "team",
                    EACH,
                    "command -v teamdctl >/dev/null || exit 127; for i in /run/teamd/*.pid; do [ -e \"$i\" ] || continue;"
                            + " i=${i##*/}; i=${i%.pid}; printf '== %s\\n' \"$i\"; teamdctl \"$i\" state dump; echo; done; exit 0"),
            ask("lldp", SELDOM, "lldpcli -f json0 show neighbors details"),
            ask("scsi", EACH, scsi()),
            ask("scsi-disk", EACH, scsiDisk()),
            ask("multipath", EACH, "multipathd show maps json"),
            ask("mdstat", EACH, "[ -e /proc/mdstat ] || exit 127; cat /proc/mdstat"),
            new Question("smart", smart(), FIVE_MINUTES, 4 * SECONDS),
            ask("drbd", EACH, "drbdsetup status --json"),
            ask(
                    "psu",
                    MINUTE,
                    "[ -e /dev/ipmi0 ] || exit 127; command -v ipmitool >/dev/null || exit 127;"
                            + " echo '== sdr'; ipmitool -I open sdr type 'Power Supply';"
                            + " echo '== guid'; ipmitool -I open mc guid; echo '== info'; ipmitool -I open mc info; exit 0"),
            ask("watchdog", MINUTE, watchdog()),
            ask("lock", MINUTE, lock()),
            ask("versions", TEN_MINUTES, versions()),
            ask(
                    "crm_mon",
                    EACH,
                    "crm_mon -1 -r --output-as=xml; e=$?;"
                            // what is older than 2.0 does not know that option, and says so on its standard error
                            + " case $e in 1|22|64) exec crm_mon -1 -r --as-xml;; esac; exit $e"),
            ask("cib", EACH, "cibadmin -Q"),
            ask("corosync-links", EACH, "corosync-cfgtool -s"),
            ask("corosync-nodes", EACH, "corosync-cfgtool -n"),
            ask("quorum", EACH, "corosync-quorumtool -s"),
            ask("fence-history", EACH, "stonith_admin '--history=*' --verbose --output-as=xml"),
            ask("sbd", EACH, sbd()),
            ask(
                    "corosync-conf",
                    EACH,
                    "[ -e /etc/corosync/corosync.conf ] || exit 127;"
                            + " sed -e '/^[[:space:]]*key[[:space:]]*:/d' /etc/corosync/corosync.conf"));

    private static String netSysfs() {
        return LINE + FUNCTION + BASE
                + "for p in /sys/class/net/*; do [ -e \"$p/device\" ] || continue; n=${p##*/};"
                + " f \"$n\" \"$p/device\"; b \"$n\" driver \"$p/device/driver\";"
                + " for a in operstate carrier speed; do k \"$n\" $a \"$p/$a\"; done;"
                + " [ -e \"$p/device/physfn\" ] && printf '%s vf=1\\n' \"$n\"; done; exit 0";
    }

    private static String scsi() {
        return LINE + FUNCTION + BASE
                + "w() { c=$1; shift; for p in /sys/class/$c/*; do [ -e \"$p\" ] || continue; n=$c/${p##*/};"
                + " for a in \"$@\"; do k \"$n\" $a \"$p/$a\"; done; done; };"
                + " o() { for p in /sys/class/$1/*; do [ -e \"$p\" ] || continue; n=$1/${p##*/}; cd -P \"$p\" || continue; q=$PWD;"
                + " while [ -n \"$q\" ]; do case ${q##*/} in $2) printf '%s %s=%s\\n' \"$n\" \"$3\" \"${q##*/}\"; break;;"
                + " esac; q=${q%/*}; done; done; };"
                + " u() { for p in /sys/class/$1/*; do [ -e \"$p\" ] && f \"$1/${p##*/}\" \"$p\"; done; };"
                + " w scsi_host proc_name state; u scsi_host;"
                + " w fc_host port_name node_name port_state port_type speed fabric_name; u fc_host;"
                + " w fc_remote_ports port_name node_name port_state roles; o fc_remote_ports 'host[0-9]*' host;"
                + " w iscsi_session targetname state; o iscsi_session 'host[0-9]*' host;"
                + " w iscsi_connection address port persistent_address persistent_port state;"
                + " o iscsi_connection 'session[0-9]*' session;"
                + " w nvme-subsystem subsysnqn model iopolicy;"
                + " w nvme transport address state cntlid subsysnqn; u nvme; exit 0";
    }

    private static String scsiDisk() {
        return LINE + FUNCTION
                + "for p in /sys/block/sd*; do [ -e \"$p/device\" ] || continue; n=${p##*/}; cd -P \"$p/device\" || continue; q=$PWD;"
                + " printf '%s hctl=%s\\n%s path=%s\\n' \"$n\" \"${q##*/}\" \"$n\" \"$q\";"
                + " for a in wwid state vendor model; do k \"$n\" $a \"$q/$a\"; done; k \"$n\" size \"$p/size\";"
                + " f \"$n\" \"$q\"; done; exit 0";
    }

    private static String smart() {
        return "command -v smartctl >/dev/null || exit 127;"
                + " smartctl --scan | while read -r n o t x; do [ \"$o\" = -d ] || t=auto;"
                + " case $t in *,*) m=\"$n $t\";; *) m=$n;; esac;" // several behind one controller have its name
                + " printf '== %s\\n' \"$m\"; smartctl -n standby -j -H -i -d \"$t\" \"$n\"; echo; done; exit 0";
    }

    private static String watchdog() {
        return LINE
                + "for p in /dev/watchdog*; do [ -e \"$p\" ] && printf '%s present=1\\n' \"$p\"; done;"
                + " for p in /sys/class/watchdog/*; do [ -e \"$p\" ] || continue;"
                + " for a in identity state timeout timeleft nowayout pretimeout; do k \"${p##*/}\" $a \"$p/$a\"; done; done; exit 0";
    }

    private static String lock() {
        return "c=/etc/libvirt/qemu.conf; if [ ! -e $c ]; then echo qemu.conf=absent;"
                + " elif [ ! -r $c ]; then echo qemu.conf=unreadable; else echo qemu.conf=read;"
                + " sed -n -e 's/^[[:space:]]*lock_manager[[:space:]]*=[[:space:]]*/lock_manager=/p' $c || exit 1; fi;"
                + " [ -S /run/libvirt/virtlockd-sock ] && echo virtlockd=1;"
                + " [ -S /run/sanlock/sanlock.sock ] && echo sanlock=1; exit 0";
    }

    private static String versions() {
        return "v() { k=$1; shift; o=$(\"$@\" 2>/dev/null) || return; printf '%s=' $k; printf '%s\\n' \"$o\" | head -n 1; };"
                + " v libvirtd libvirtd --version; v virtqemud virtqemud --version;"
                + " for q in qemu-system-x86_64 qemu-kvm /usr/libexec/qemu-kvm qemu-system-aarch64; do"
                + " command -v $q >/dev/null && { v qemu $q --version; break; }; done; exit 0";
    }

    private static String sbd() {
        return "c=; for n in /etc/sysconfig/sbd /etc/default/sbd; do [ -r $n ] && { c=$n; break; }; done;"
                + " [ -n \"$c\" ] || exit 127; sed -n -e '/^SBD_[A-Z_]*=/p' $c || exit 1;"
                // read, not sourced: what stands there is not ours to run
                + " s=$(sed -n -e 's/^SBD_DEVICE=//p' $c | tail -n 1); s=${s#[\\\"\\']}; s=${s%[\\\"\\']};"
                + " IFS=';'; set -f; for n in $s; do printf '== %s\\n' \"$n\"; sbd -d \"$n\" list; done; exit 0";
    }
}
