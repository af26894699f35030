# shellcheck shell=bash
# What can be done to a host besides stopping its daemons, and how it is undone. Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"

# Firewalls inside the host, a table each, so that one is undone without the others.
block() {
    local name=$1 table=$2 incoming=$3 outgoing=$4
    in_host "$name" nft -f - <<RULES
table inet $table
delete table inet $table
table inet $table {
    chain incoming { type filter hook input priority 0; $incoming drop; }
    chain outgoing { type filter hook output priority 0; $outgoing drop; }
}
RULES
}

unblock() { in_host "$1" nft delete table inet "$2" 2>/dev/null || true; }

# Ring 0 is heard on eth0, ring 1 on eth2; corosync uses a port for each link, from 5405 on.
ring_card() {
    case $1 in
        0) echo eth0 ;;
        1) echo eth2 ;;
        *) die "there are rings 0 and 1" ;;
    esac
}

cut_ring() {
    local card
    card=$(ring_card "$2")
    block "$1" "ring$2" "iifname $card udp dport 5404-5420" "oifname $card udp dport 5404-5420"
}

# From the other hosts on every network, and from nothing else: the desk and the BMCs are heard.
partition() {
    local others="{ $subnet.11-$subnet.19, $ring_subnet.11-$ring_subnet.19 }"
    block "$1" partition "ip saddr $others" "ip daddr $others"
}

# A bad cable between eth0 and the switch: the program "cable" stands in it with two taps and loses or holds back what
# the host sends. (The kernel's own means for this, netem, is not in every kernel.) The bridge at the host's end makes
# whole frames of what network cards leave to each other.
bad_cable() {
    local name=$1 loss=$2 delay=$3 near=near-$1 far=far-$1 slow=slow-$1 tap
    good_cable "$name"
    setsid ip netns exec $noc bash -c 'exec -a "redoubt-cable:$1" /usr/bin/python3 "${@:2}"' bad_cable \
        "$name" "$here/cable" "$near" "$far" "$loss" "$delay" </dev/null >/dev/null 2>&1 &
    ip -n $noc link add "$slow" type bridge
    ip -n $noc link set "$slow" up
    for tap in $near $far; do wait_for 10 "the cable's end $tap" ip -n $noc link show "$tap" >/dev/null 2>&1; done
    ip -n $noc link set "$near" master "$slow" up
    ip -n $noc link set "$far" master $switch_mgmt up
    ip -n $noc link set "$name.eth0" master "$slow"
}

good_cable() {
    local name=$1
    ip -n $noc link show "slow-$name" >/dev/null 2>&1 || return 0
    pkill -KILL -f "^redoubt-cable:$name " || true
    ip -n $noc link set "$name.eth0" master $switch_mgmt 2>/dev/null || true
    ip -n $noc link delete "slow-$name"
    wait_for 10 "the cable's end to go" cable_is_gone "$name"
}

cable_is_gone() { ! ip -n $noc link show "far-$1" >/dev/null 2>&1; }

# The hosts share one kernel and so one clock. What goes wrong is date(1), which is what the console asks: it is hidden
# behind one that is off by so many seconds.
wrong_clock() {
    right_clock "$1"
    in_host "$1" sh -ec "
        cp /usr/bin/date /srv/date
        printf '#!/bin/sh\nexec /srv/date -d \"%s seconds\" \"\$@\"\n' '$2' >/srv/wrong-date
        chmod 755 /srv/wrong-date
        mount --bind /srv/wrong-date /usr/bin/date"
}

right_clock() { in_host "$1" sh -c 'while mountpoint -q /usr/bin/date; do umount /usr/bin/date; done'; }

# All of the above; cut cables and dead daemons are not among it.
clear_faults() {
    local name=$1 table
    good_cable "$name"
    right_clock "$name"
    for table in partition ring0 ring1; do unblock "$name" $table; done
}
