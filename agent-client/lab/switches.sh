# shellcheck shell=bash
# Makes the switches that say who they are: sw-a and sw-b, with an lldpd each. Sourced.
# Each is a bridge in a network namespace of its own, so that its ports can have names of their own (swp1 leads to
# node-1 on both). A cable between the two makes them one network, as a pair of switches is.
. "${BASH_SOURCE[0]%/*}/lib.sh"

lldp_switches=(sw-a sw-b)

boot_switch() {
    local dir=$1 name=$2 number
    switch_pid "$name" >/dev/null && return 0
    mkdir -p "$dir/switches"
    setsid unshare --mount --uts --net --pid --fork --kill-child --mount-proc \
        "$here/switch-init" "$name" </dev/null >"$dir/switches/$name.log" 2>&1 &
    wait_for 10 "$name to become a switch, see $dir/switches/$name.log" switch_pid "$name" >/dev/null
    number=$([[ $name == sw-a ]] && echo 2 || echo 3)
    in_switch "$name" sh -ec "
        ip link set lo up
        ip link add br0 address 02:00:0a:4d:02:0$number type bridge
        ip address add $ring_subnet.$number/24 dev br0
        ip link set br0 up"
}

# The cable between the two. Its ends have fixed addresses: a switch is known by its own.
join_switches() {
    in_switch sw-a ip link show swp48 >/dev/null 2>&1 && return 0
    ip -n $noc link add isl-a address 02:00:0a:4d:00:0a type veth peer name isl-b address 02:00:0a:4d:00:0b
    ip -n $noc link set isl-a netns "$(switch_pid sw-a)" name swp48
    ip -n $noc link set isl-b netns "$(switch_pid sw-b)" name swp48
    in_switch sw-a ip link set swp48 master br0 up alias 'to sw-b'
    in_switch sw-b ip link set swp48 master br0 up alias 'to sw-a'
}

boot_switches() {
    local dir=$1 name
    for name in "${lldp_switches[@]}"; do boot_switch "$dir" "$name"; done
    join_switches
    for name in "${lldp_switches[@]}"; do start_lldpd in_switch "$name" 'swp*' -C swp48; done
}

# start_lldpd in_host|in_switch NAME CARDS OPTION…: ports are told by their names, and often enough that a test need not
# wait. -C names the port by whose address a switch is known: others go with their hosts.
start_lldpd() {
    local in=$1 name=$2 cards=$3
    shift 3
    "$in" "$name" pgrep -x lldpd >/dev/null && return 0
    printf 'configure lldp portidsubtype ifname\nconfigure lldp tx-interval 5\n' |
        "$in" "$name" sh -c 'cat >/run/lldpd.conf'
    "$in" "$name" lldpd -k -S "Redoubt lab" -I "$cards" "$@" -O /run/lldpd.conf </dev/null
}
