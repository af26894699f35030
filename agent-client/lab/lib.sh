# shellcheck shell=bash
# What the lab's commands share. Sourced, never run. Exit codes: 1 something failed, 2 this machine cannot run the lab.
#
# The truth about what is up is asked of the kernel, never of a pid file: a host is the process whose first argument is
# "redoubt-lab:NAME", and the state directory is written on the management switch (its link alias) in namespace noc.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${REDOUBT_CACHE:-${HOME:-/root}/.cache/redoubt}/lab
# shellcheck disable=SC2034  # used by up and down
default_dir=${XDG_RUNTIME_DIR:-/run}/redoubt-lab
noc=noc
subnet=10.77.0
switch_mgmt=sw-mgmt             # management: libvirt, ssh and migrations; the desk (noc) is on it
# shellcheck disable=SC2034  # used by hosts.sh
switch_lan=sw-lan               # the guests' network
ring_subnet=10.77.2             # the cluster's second ring, on the cards that are cabled to sw-b
# shellcheck disable=SC2034  # used by cluster.sh and host
bmc_user=redoubt bmc_password=for-the-lab-only
export LC_ALL=C.UTF-8 LIBVIRT_DEFAULT_URI=qemu:///system

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 1; }
cannot() { say "${0##*/}: $*"; exit 2; }

need_root() { [[ $EUID -eq 0 ]] || cannot "the lab makes network namespaces and mounts, so it must run as root"; }

need_packages() {
    # shellcheck disable=SC2016  # dpkg-query's variables, not the shell's
    local missing format='${db:Status-Status} ${Package}\n'
    # dpkg-query exits 1 when it does not know a package; its other lines still count
    missing=$(comm -23 <(sort "$here/packages") \
        <(xargs -a "$here/packages" dpkg-query -W -f "$format" 2>/dev/null |
            sed -n 's/^installed //p' | sort) | xargs)
    [[ -z $missing ]] || cannot "packages are missing; install them, without starting their daemons, with:
  $here/quietly apt-get install --no-install-recommends $missing"
}

# One lab command that changes anything at a time. The lock file lives in the cache, which outlives the lab;
# flock -o does not hand the descriptor on, or every daemon of the lab would hold the lock for ever.
lock_lab() {
    [[ -z ${REDOUBT_LAB_LOCKED:-} ]] || return 0
    mkdir -p "$cache"
    REDOUBT_LAB_LOCKED=1 exec flock -o "$cache/lock" "$0" "$@"
}

# A version 3 style UUID from a text: the same host or guest has the same UUID in every lab.
uuid_of() {
    local h
    h=$(printf 'redoubt-lab/%s' "$1" | md5sum)
    printf '%s-%s-3%s-8%s-%s' "${h:0:8}" "${h:8:4}" "${h:13:3}" "${h:17:3}" "${h:20:12}"
}

# ---- the operator's desk: namespace noc -------------------------------------------------------------------------

noc_exists() { [[ -e /run/netns/$noc ]] && ip -n $noc link show lo >/dev/null 2>&1; }

noc_make() {
    noc_exists && return 0
    rm -f "/run/netns/$noc"     # a name without a namespace is left when a machine's /run is copied or not cleared
    ip netns add $noc && ip -n $noc link set lo up
}

in_noc() { ip netns exec $noc "$@"; }

# Processes in noc, this one and those that called it included.
noc_users() {
    local id pid
    id="net:[$(stat -Lc %i /run/netns/$noc)]"
    for pid in /proc/[0-9]*; do
        [[ $(readlink "$pid/ns/net" 2>/dev/null) != "$id" ]] || printf '%s\n' "${pid#/proc/}"
    done
}

# The state directory of the lab that is up; fails when none is.
lab_dir() {
    noc_exists || return 1
    ip -n $noc link show $switch_mgmt 2>/dev/null | sed -n 's/^ *alias redoubt-lab://p' | grep .
}

# ---- hosts --------------------------------------------------------------------------------------------------------

# The machine's process id of a host's process 1. Zombies have no command line, so they are not found.
host_pid() { pgrep -o -f "^redoubt-lab:$1 "; }

hosts_up() { pgrep -a -f '^redoubt-lab:' | sed -n 's/^[0-9]* redoubt-lab:\([^ ]*\) .*/\1/p' | sort -Vu; }

host_address() { printf '%s.%d' "$subnet" $((10 + ${1#node-})); }
ring_address() { printf '%s.%d' "$ring_subnet" $((10 + ${1#node-})); }
bmc_address() { printf '%s.%d' "$subnet" $((110 + ${1#node-})); }

# ---- cables -------------------------------------------------------------------------------------------------------

has_cluster() { [[ -d $1/cluster ]]; }

# Where there are switches that speak LLDP the hosts' other cards go to them, elsewhere eth1 goes to a plain one.
has_switches() { switch_pid sw-a >/dev/null; }

# The machine's process id of a switch's process 1: those that speak LLDP have namespaces of their own.
switch_pid() { pgrep -o -f "^redoubt-switch:$1 "; }

# in_switch NAME CMD…: in the namespaces of that switch; the plain ones are bridges in noc.
in_switch() {
    local pid
    if pid=$(switch_pid "$1"); then
        shift
        nsenter --target "$pid" --mount --uts --net --pid -- env -i -C / LC_ALL=$LC_ALL PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
    else
        shift
        in_noc "$@"
    fi
}

# switch_of CARD: what the card is cabled to in this lab.
switch_of() {
    case $1 in
        eth0) echo $switch_mgmt ;;
        eth1) if has_switches; then echo sw-a; else echo $switch_lan; fi ;;
        eth2) echo sw-b ;;
        *) die "there is no card $1; cards are eth0, eth1 and, where there are switches, eth2" ;;
    esac
}

# port_of HOST SWITCH CARD: what the port at the switch's end of that cable is called.
port_of() {
    case $2 in
        sw-a | sw-b) echo "swp${1#node-}" ;;
        *) echo "$1.$3" ;;
    esac
}

# in_host NAME CMD…: runs CMD on that host, as root, with a clean environment.
in_host() {
    local pid
    pid=$(host_pid "$1") || die "$1 is not up"
    shift
    nsenter --target "$pid" --mount --uts --ipc --net --pid -- \
        env -i -C / HOME=/root LC_ALL=$LC_ALL PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

# A host's own word that its libvirtd answers; timeout because a stopped one never would.
libvirtd_answers() { in_host "$1" timeout 5 virsh -q uri >/dev/null 2>&1; }

libvirtd_start() {
    in_host "$1" pkill -CONT -x libvirtd || true
    in_host "$1" pgrep -x libvirtd >/dev/null || in_host "$1" libvirtd --daemon --listen </dev/null
    wait_for 30 "libvirtd on $1" libvirtd_answers "$1"
}

# wait_for SECONDS WHAT CMD…: until CMD succeeds.
wait_for() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [[ $SECONDS -lt $until ]] || die "gave up waiting for $what"
        sleep 0.1
    done
}
