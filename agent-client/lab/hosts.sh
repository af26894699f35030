# shellcheck shell=bash
# Makes hosts: their files, their cables, their daemons. Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"
. "${BASH_SOURCE[0]%/*}/switches.sh"
. "${BASH_SOURCE[0]%/*}/cluster.sh"
. "${BASH_SOURCE[0]%/*}/faults.sh"

# ssh keys and the client's side of ssh. libvirt can hand its ssh a key but no known_hosts file, so "command=" names
# a wrapper that adds our configuration.
write_client() {
    local dir=$1
    [[ -e $dir/ssh/id_ed25519 ]] || ssh-keygen -q -t ed25519 -N '' -C redoubt-lab -f "$dir/ssh/id_ed25519"
    : >>"$dir/ssh/known_hosts"
    cat >"$dir/ssh/config" <<EOF
Host *
    User root
    IdentityFile $dir/ssh/id_ed25519
    IdentitiesOnly yes
    UserKnownHostsFile $dir/ssh/known_hosts
    GlobalKnownHostsFile none
    StrictHostKeyChecking yes
    BatchMode yes
EOF
    printf '#!/bin/sh\nexec ssh -F "%s/ssh/config" "$@"\n' "$dir" >"$dir/ssh/ssh"
    chmod 755 "$dir/ssh/ssh"
}

write_host() {
    local dir=$1 name=$2 address mine other
    address=$(host_address "$name")
    mine=$dir/hosts/$name
    [[ ! -e $mine ]] || return 0
    mkdir -p "$mine"/etc/{libvirt/qemu,ssh,corosync} "$mine"/var/{lib,log,cache}/libvirt \
        "$mine"/var/{lib,log}/{corosync,pacemaker}
    printf 'root:*:19000:0:99999:7:::\nsshd:!:19000::::::\nhacluster:!:19000::::::\n' >"$mine/etc/shadow"
    {
        printf '127.0.0.1 localhost\n%s.1 noc\n' "$subnet"
        for other in {1..9}; do printf '%s node-%d\n' "$(host_address "node-$other")" "$other"; done
    } >"$mine/etc/hosts"
    ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$mine/etc/ssh/ssh_host_ed25519_key"
    cp "$dir/ssh/id_ed25519.pub" "$mine/etc/ssh/authorized_keys"
    cat >"$mine/etc/ssh/sshd_config" <<EOF
ListenAddress $address
HostKey /etc/ssh/ssh_host_ed25519_key
AuthorizedKeysFile /etc/ssh/authorized_keys
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
UsePAM no
UseDNS no
StrictModes no
EOF
    # the log filter is what "host NAME migrations" reads; everything else stays at warnings
    cat >"$mine/etc/libvirt/libvirtd.conf" <<EOF
host_uuid = "$(uuid_of "$name")"
listen_tls = 0
listen_tcp = 1
listen_addr = "$address"
auth_tcp = "none"
auth_unix_ro = "none"
auth_unix_rw = "none"
log_level = 3
log_filters = "1:qemu.qemu_migration"
log_outputs = "1:file:/var/log/libvirt/libvirtd.log"
EOF
    cat >"$mine/etc/libvirt/qemu.conf" <<EOF
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = []
namespaces = []
stdio_handler = "file"
migration_address = "$address"
migration_host = "$address"
EOF
    printf '%s,%s %s\n' "$address" "$name" "$(cut -d' ' -f1,2 "$mine/etc/ssh/ssh_host_ed25519_key.pub")" \
        >>"$dir/ssh/known_hosts"
}

# The two switches that all hosts are plugged into, in noc. The alias tells every later command where the state is.
# Their addresses are fixed: a bridge left to itself changes its own with its ports, and neighbours lose it for a while.
make_switches() {
    local switch last=1
    for switch in $switch_mgmt $switch_lan; do
        ip -n $noc link show "$switch" >/dev/null 2>&1 ||
            ip -n $noc link add "$switch" address "02:00:0a:4d:00:0$last" type bridge
        ip -n $noc link set "$switch" up
        last=$((last + 1))
    done
    ip -n $noc link set $switch_mgmt alias "redoubt-lab:$1"
    ip -n $noc address replace "$subnet.1/24" dev $switch_mgmt
}

# A cable from the host's network card to the switch that it belongs to. up mends cables that were cut, and takes a card
# that was plugged in elsewhere to its place.
plug_in() {
    local name=$1 card=$2 pid=$3 switch port
    switch=$(switch_of "$card")
    port=$(port_of "$name" "$switch" "$card")
    if ! in_switch "$switch" ip link show "$port" >/dev/null 2>&1; then
        in_host "$name" ip link delete "$card" 2>/dev/null || true
        if [[ $port == swp* ]]; then
            # made here and moved: a namespace without a name can only be named by a process
            ip -n $noc link add "$name.$card" type veth peer name "$card" netns "$pid"
            ip -n $noc link set "$name.$card" netns "$(switch_pid "$switch")" name "$port"
            in_switch "$switch" ip link set "$port" master br0 alias "to $name"
        else
            ip -n $noc link add "$port" type veth peer name "$card" netns "$pid"
            ip -n $noc link set "$port" master "$switch"
        fi
    fi
    in_switch "$switch" ip link set "$port" up
}

# Boots a host, or makes good what is missing of it. Run by host-boot, which sees to it that nobody else does meanwhile.
boot_host() {
    local dir=$1 name=$2 pid
    if ! host_pid "$name" >/dev/null; then
        setsid unshare --mount --uts --ipc --net --pid --fork --kill-child --mount-proc \
            "$here/host-init" "$name" "$dir" "$cache" </dev/null >"$dir/hosts/$name/host-init.log" 2>&1 &
        wait_for 10 "$name to become a host, see $dir/hosts/$name/host-init.log" host_pid "$name" >/dev/null
    fi
    pid=$(host_pid "$name")
    clear_faults "$name"
    plug_in "$name" eth0 "$pid"
    plug_in "$name" eth1 "$pid"
    ! has_switches || plug_in "$name" eth2 "$pid"
    in_host "$name" sh -ec "
        if [ ! -e /sys/class/net/br-lan ]; then
            ip link set lo up
            ip link add br-lan type bridge
            [ $name != node-3 ] || ip link add br-dmz type bridge
        fi
        ip link set eth1 master br-lan
        ip address replace $(host_address "$name")/24 dev eth0
        [ ! -e /sys/class/net/eth2 ] || ip address replace $(ring_address "$name")/24 dev eth2
        cd /sys/class/net
        for card in eth* br-*; do ip link set \$card up; done"
    in_host "$name" pgrep -x sshd >/dev/null || in_host "$name" /usr/sbin/sshd
    libvirtd_start "$name"
    define_networks "$name"
    ! has_switches || start_lldpd in_host "$name" eth1,eth2
    ! has_cluster "$dir" || start_cluster_node "$name"
    say "$name is up"
}

# libvirt's side of the bridges and of the SAN. Only node-3 has a DMZ: a guest there has a network that others lack.
define_networks() {
    local name=$1 net nets=lan
    [[ $name != node-3 ]] || nets='lan dmz'
    for net in $nets; do
        in_host "$name" virsh -q net-info "$net" >/dev/null 2>&1 || in_host "$name" sh -ec "
            echo \"<network><name>$net</name><uuid>$(uuid_of "net/$net")</uuid><forward mode='bridge'/><bridge name='br-$net'/></network>\" >/run/net.xml
            virsh -q net-define /run/net.xml; virsh -q net-autostart $net; virsh -q net-start $net" >/dev/null
    done
    in_host "$name" virsh -q pool-info shared >/dev/null 2>&1 || in_host "$name" sh -ec "
        virsh -q pool-define-as shared dir --target /dev/san; virsh -q pool-autostart shared; virsh -q pool-start shared" >/dev/null
}

# The site files. The first says that nobody else owns the guests; the second leaves that open; the third goes by ssh.
# Where there is a cluster a fourth leaves it to the hosts to say who owns what, and has them asked over SSH.
write_sites() {
    local dir=$1 name address
    shift
    printf 'name: lab\nhosts:\n' | tee "$dir/site.yaml" "$dir/site-unknown-owner.yaml" >"$dir/site-ssh.yaml"
    for name in "$@"; do
        address=$(host_address "$name")
        printf '  - uri: qemu+tcp://%s/system\n    owner: none\n    peer: qemu+tcp://%s/system\n' \
            "$address" "$address" >>"$dir/site.yaml"
        printf '  - uri: qemu+tcp://%s/system\n    peer: qemu+tcp://%s/system\n' \
            "$address" "$address" >>"$dir/site-unknown-owner.yaml"
        printf '  - uri: qemu+ssh://root@%s/system?no_tty=1&command=%s/ssh/ssh\n    owner: none\n    peer: qemu+tcp://%s/system\n' \
            "$address" "$dir" "$address" >>"$dir/site-ssh.yaml"
    done
    ! has_cluster "$dir" || asking_site lab-cluster "$@" >"$dir/site-cluster.yaml"
}

# asking_site NAME HOST…: addresses, a key, and nothing else.
asking_site() {
    local name address
    printf 'name: %s\nssh:\n  key: ssh/id_ed25519\n  known-hosts: ssh/known_hosts\nhosts:\n' "$1"
    shift
    for name in "$@"; do
        address=$(host_address "$name")
        printf '  - uri: qemu+tcp://%s/system\n    peer: qemu+tcp://%s/system\n    ssh: root@%s\n' \
            "$address" "$address" "$address"
    done
}
