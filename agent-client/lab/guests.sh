# shellcheck shell=bash
# Makes guests out of the table in the file "guests". Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"

# Lines of the table that belong to a set (few, all, writers, or every for the whole table), without comments:
# set home network disk memory arguments name.
guest_table() {
    awk -v want="$1" '/^[^#]/ && (want == "every" || $1 == want || want == "all" && $1 == "few")' "$here/guests"
}

luns() { guest_table every | awk '$4 != "-" {print $4}' | sort -u; }

# Each LUN is a file in the state directory behind a loop device. Writes "name major minor" of each for host-init.
make_luns() {
    local dir=$1 lun device
    for lun in $(luns); do
        [[ -e $dir/san/$lun ]] || truncate -s 16M "$dir/san/$lun"
        device=$(losetup --noheadings --output NAME --associated "$dir/san/$lun" | head -n 1)
        [[ -n $device ]] || device=$(losetup --find --show "$dir/san/$lun") ||
            cannot "no loop device could be set up for $dir/san/$lun"
        printf '%s %d %d\n' "$lun" "0x$(stat -c %t "$device")" "0x$(stat -c %T "$device")"
    done >"$dir/luns"
}

free_luns() {
    local file
    for file in "$1"/san/*; do
        [[ -e $file ]] || continue
        losetup --noheadings --output NAME --associated "$file" | xargs -r -n 1 losetup --detach
    done
}

# The guests that a cluster owns, one per line:  name  allow-migrate  host that it prefers (or -)
cluster_guests() { printf '%s\n' 'web-01 true node-1' 'web-02 true -' 'db-primary false -'; }

is_cluster_guest() { [[ " $(cluster_guests | cut -d' ' -f1 | xargs) " == *" $1 "* ]]; }

xml_text() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' <<<"$1"; }

guest_xml() {
    local net=$1 disk=$2 memory=$3 args=$4 name=$5 uuid mac
    uuid=$(uuid_of "$name")
    mac=52:54:00:${uuid:0:2}:${uuid:2:2}:${uuid:4:2}
    [[ $args != - ]] || args=
    args=${args//,/ }                       # one column of the table holds them all
    cat <<EOF
<domain type='qemu'>
  <name>$(xml_text "$name")</name>
  <uuid>$uuid</uuid>
  <memory unit='MiB'>$memory</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
    <kernel>/srv/boot/vmlinuz</kernel>
    <initrd>/srv/boot/initramfs.gz</initrd>
    <cmdline>console=ttyS0 quiet mitigations=off $args</cmdline>
  </os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact'><model fallback='forbid'>qemu64</model></cpu>
  <clock offset='utc'><timer name='hpet' present='no'/></clock>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <controller type='usb' model='none'/>
$([[ $disk == - ]] || cat <<DISK
    <disk type='block' device='disk'>
      <driver name='qemu' type='raw' cache='none'/>
      <source dev='/dev/san/$disk'/>
      <target dev='vda' bus='virtio'/>
    </disk>
DISK
)
    <interface type='network'>
      <mac address='$mac'/>
      <source network='$net'/>
      <model type='virtio'/>
    </interface>
    <serial type='file'><source path='/srv/console/$uuid.log' append='on'/></serial>
  </devices>
</domain>
EOF
}

# Every host's answer to "what runs here", as UUIDs.
running_guests() {
    local host
    for host in $(hosts_up); do in_host "$host" virsh -q list --uuid; done
}

# Defines and starts the guests of a set on one host, one after the other: hosts work in parallel, cores are few. Those
# that a cluster owns are left to it.
start_guests() {
    local dir=$1 set=$2 host=$3 running=$4 home net disk memory args name uuid
    while read -r _ home net disk memory args name; do
        uuid=$(uuid_of "$name")
        [[ $home == "$host" && $running != *"$uuid"* ]] || continue
        ! has_cluster "$dir" || ! is_cluster_guest "$name" || continue
        guest_xml "$net" "$disk" "$memory" "$args" "$name" >"$dir/hosts/$host/var/lib/libvirt/guest.xml"
        # a guest that is started anew counts its ticks anew
        : >"$dir/console/$uuid.log"
        in_host "$host" sh -ec "virsh -q define /var/lib/libvirt/guest.xml; virsh -q start $uuid" </dev/null >/dev/null
    done < <(guest_table "$set")
}

# The process (and process group) of an "up --no-wait" that is still starting guests; fails when there is none.
guest_starter() {
    local pid
    pid=$(cat "$1/guests.pid" 2>/dev/null) && grep -qaw up "/proc/$pid/cmdline" 2>/dev/null && echo "$pid"
}

# list_guests SET HOST…: "uuid <tab> home <tab> name" of the set's guests that have their home on one of the hosts.
list_guests() {
    local set=$1 home name
    shift
    guest_table "$set" | while read -r _ home _ _ _ _ name; do
        [[ " $* " != *" $home "* ]] || printf '%s\t%s\t%s\n' "$(uuid_of "$name")" "$home" "$name"
    done
}

# The last tick on a guest's console; the last line may be half written.
last_tick() { grep -a '^tick [0-9]* uptime [0-9.]*.$' "$1" 2>/dev/null | tail -n 1 | awk '{print $2}'; }

has_ticked() { [[ -n $(last_tick "$1") ]]; }
