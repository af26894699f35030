# shellcheck shell=bash
# Makes a cluster of the hosts: corosync with two rings, Pacemaker, fencing through a BMC each, and guests as resources.
# Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"
. "${BASH_SOURCE[0]%/*}/guests.sh"

# write_cluster DIR HOST…: what all nodes share, and each node's copy of it. A cluster that is there stays as it is.
write_cluster() {
    local dir=$1 name mine
    shift
    mkdir -p "$dir"/{cluster,bmc}
    [[ -e $dir/cluster/authkey ]] || (umask 077 && head -c 256 /dev/urandom >"$dir/cluster/authkey")
    [[ -e $dir/cluster/corosync.conf ]] || corosync_conf "$@" >"$dir/cluster/corosync.conf"
    [[ -e $dir/cluster/cib.xml ]] || cib "$@" >"$dir/cluster/cib.xml"
    write_resources "$dir"
    for name in "$@"; do
        mine=$dir/hosts/$name
        write_bmc "$dir" "$name"
        [[ ! -e $mine/etc/corosync/authkey ]] || continue
        cp -p "$dir"/cluster/{authkey,corosync.conf} "$mine/etc/corosync/"
        install -d -m 750 -o hacluster -g haclient "$mine"/var/lib/pacemaker{,/cib,/pengine,/blackbox,/cores} \
            "$mine/var/log/pacemaker"
        install -m 600 -o hacluster -g haclient "$dir/cluster/cib.xml" "$mine/var/lib/pacemaker/cib/"
    done
}

corosync_conf() {
    local name
    cat <<EOF
totem {
    version: 2
    cluster_name: redoubt-lab
    transport: knet
    token: 3000
    crypto_cipher: aes256
    crypto_hash: sha256
}
nodelist {
EOF
    for name in "$@"; do
        cat <<EOF
    node {
        name: $name
        nodeid: ${name#node-}
        ring0_addr: $(host_address "$name")
        ring1_addr: $(ring_address "$name")
    }
EOF
    done
    cat <<EOF
}
quorum {
    provider: corosync_votequorum
}
logging {
    to_syslog: no
    to_logfile: yes
    logfile: /var/log/corosync/corosync.log
}
EOF
}

# The XML that VirtualDomain is given, one file for all hosts: it wants the name on a line of its own.
write_resources() {
    local dir=$1 net disk memory args name
    while read -r _ _ net disk memory args name; do
        ! is_cluster_guest "$name" || guest_xml "$net" "$disk" "$memory" "$args" "$name" >"$dir/vms/$name.xml"
    done < <(guest_table every)
}

# nvpairs ID NAME=VALUE…
nvpairs() {
    local id=$1 pair
    shift
    for pair in "$@"; do
        printf '<nvpair id="%s-%s" name="%s" value="%s"/>\n' "$id" "${pair%%=*}" "${pair%%=*}" "${pair#*=}"
    done
}

# The whole configuration, so that it is there before the first node starts. dc-deadtime is how long a first node waits
# for others before it holds an election alone: they all come at once here.
cib() {
    local name migrates prefers
    cat <<EOF
<cib validate-with="pacemaker-3.7" admin_epoch="0" epoch="1" num_updates="0">
<configuration>
<crm_config><cluster_property_set id="cib-bootstrap-options">
$(nvpairs cib-bootstrap-options cluster-name=redoubt-lab stonith-enabled=true stonith-timeout=60s dc-deadtime=5s)
</cluster_property_set></crm_config>
<nodes>$(for name in "$@"; do printf '<node id="%s" uname="%s"/>' "${name#node-}" "$name"; done)</nodes>
<resources>
$(for name in "$@"; do fence_resource "$name"; done)
$(cluster_guests | while read -r name migrates _; do guest_resource "$name" "$migrates"; done)
</resources>
<constraints>
$(cluster_guests | while read -r name _ prefers; do
        [[ $prefers == - ]] ||
            echo "<rsc_location id=\"$name-prefers-$prefers\" rsc=\"$name\" node=\"$prefers\" score=\"50\"/>"
    done)
</constraints>
<fencing-topology>
$(for name in "$@"; do
        echo "<fencing-level id=\"fencing-$name\" target=\"$name\" index=\"1\" devices=\"fence-$name\"/>"
    done)
</fencing-topology>
<rsc_defaults><meta_attributes id="rsc-options">$(nvpairs rsc-options resource-stickiness=100)</meta_attributes></rsc_defaults>
</configuration>
<status/>
</cib>
EOF
}

# Without the cipher each call takes many seconds.
fence_resource() {
    cat <<EOF
<primitive id="fence-$1" class="stonith" type="fence_ipmilan">
<instance_attributes id="fence-$1-options">
$(nvpairs "fence-$1-options" "ip=$(bmc_address "$1")" username=$bmc_user "password=$bmc_password" lanplus=1 cipher=3 \
        "pcmk_host_list=$1")
</instance_attributes>
<operations><op id="fence-$1-monitor" name="monitor" interval="60s" timeout="20s"/></operations>
</primitive>
EOF
}

guest_resource() {
    cat <<EOF
<primitive id="$1" class="ocf" provider="heartbeat" type="VirtualDomain">
<instance_attributes id="$1-options">
$(nvpairs "$1-options" "config=/srv/vms/$1.xml" hypervisor=qemu:///system migration_transport=tcp)
</instance_attributes>
<meta_attributes id="$1-meta">$(nvpairs "$1-meta" "allow-migrate=$2")</meta_attributes>
<operations>
<op id="$1-start" name="start" interval="0s" timeout="120s"/>
<op id="$1-stop" name="stop" interval="0s" timeout="60s"/>
<op id="$1-monitor" name="monitor" interval="10s" timeout="30s"/>
<op id="$1-migrate_to" name="migrate_to" interval="0s" timeout="120s"/>
<op id="$1-migrate_from" name="migrate_from" interval="0s" timeout="120s"/>
</operations>
</primitive>
EOF
}

# ---- BMCs: they stand in noc, as nothing of theirs goes when their host does ---------------------------------------

write_bmc() {
    local dir=$1 name=$2 mine=$1/bmc/$2
    mkdir -p "$mine/state"
    cat >"$mine/lan.conf" <<EOF
name "$name"
set_working_mc 0x20
startlan 1
  addr $(bmc_address "$name") 623
  priv_limit admin
  allowed_auths_callback none md2 md5 straight
  allowed_auths_user none md2 md5 straight
  allowed_auths_operator none md2 md5 straight
  allowed_auths_admin none md2 md5 straight
  guid $(uuid_of "$name" | tr -d -)
endlan
chassis_control "'$here/bmc' '$dir' $name"
user 1 true "" "" user 10 none md2 md5 straight
user 2 true "$bmc_user" "$bmc_password" admin 10 none md2 md5 straight
EOF
    printf 'mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr\nmc_enable 0x20\n' \
        >"$mine/emulation"
}

bmc_pid() { pgrep -o -f "^redoubt-bmc:$1 "; }

start_bmc() {
    local dir=$1 name=$2 pid mine=$1/bmc/$2
    ip -n $noc address replace "$(bmc_address "$name")/32" dev $switch_mgmt
    if pid=$(bmc_pid "$name"); then
        kill -CONT "$pid"
        return 0
    fi
    setsid ip netns exec $noc env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root REDOUBT_CACHE="${cache%/lab}" \
        bash -c 'exec -a "redoubt-bmc:$1" ipmi_sim -n -c "$2/lan.conf" -f "$2/emulation" -s "$2/state"' bmc \
        "$name" "$mine" </dev/null >"$mine/log" 2>&1 &
    wait_for 10 "the BMC of $name, see $mine/log" bmc_answers "$name"
}

# bmc HOST CMD…: what ipmitool says to its BMC.
bmc() {
    local name=$1
    shift
    in_noc ipmitool -I lanplus -C 3 -N 1 -R 2 -H "$(bmc_address "$name")" -U "$bmc_user" -P "$bmc_password" "$@"
}

bmc_answers() { bmc "$1" chassis power status >/dev/null 2>&1; }

# ---- nodes ---------------------------------------------------------------------------------------------------------

# corosync first and Pacemaker when all nodes hear each other: one that were not heard in time would be fenced.
start_cluster_node() {
    local name=$1
    if ! in_host "$name" pgrep -x corosync >/dev/null; then
        in_host "$name" pkill -KILL -x pacemakerd || true
        in_host "$name" pkill -KILL -f ^/usr/lib/pacemaker/ || true
        in_host "$name" corosync </dev/null
    fi
    wait_for 20 "quorum on $name" is_quorate "$name"
    in_host "$name" pgrep -x pacemakerd >/dev/null ||
        in_host "$name" sh -c 'setsid pacemakerd </dev/null >/dev/null 2>&1 &'
}

is_quorate() { in_host "$1" corosync-quorumtool -s 2>/dev/null | grep -q '^Quorate: *Yes'; }

# What crm_mon says on that host, as XML.
crm_mon_of() { in_host "$1" timeout 10 crm_mon -1 --output-as=xml 2>/dev/null; }

# cluster_is_whole HOST…: every node is online and every resource runs, as the first one sees it.
cluster_is_whole() {
    local resources
    resources=$(($# + $(cluster_guests | wc -l)))
    crm_mon_of "$1" | xmllint --xpath "
        count(//nodes/node[@online='true'][@pending='false'][@unclean='false']) = $# and
        count(//resources/resource[@role='Started'][@failed='false']) = $resources" - 2>/dev/null | grep -qx true
}

# await_cluster HOST…: until it is whole. What failed for good while something was broken is tried again.
await_cluster() {
    local until
    for _ in 1 2 3 4; do
        until=$((SECONDS + 30))
        while [[ $SECONDS -lt $until ]]; do
            if cluster_is_whole "$@"; then return 0; fi
            sleep 0.2
        done
        in_host "$1" timeout 20 crm_resource --cleanup >/dev/null 2>&1 || true
    done
    die "the cluster does not become whole; look at its logs and at: host $1 exec crm_mon -1 -r"
}
