# shellcheck shell=bash
# Makes node-4, a host with a kernel of its own: a QEMU in noc. It has what the other hosts cannot have, as they share
# the machine's kernel: a bond over two cards, multipath over two HBAs, a DMI table. Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"

kernel_host_name=node-4
lun_wwn=$((0x5000c50000004d04))

kernel_host_pid() { pgrep -o -f "^redoubt-kernel-host:"; }

# Boots it and does not wait: that takes the better part of a minute.
boot_kernel_host() {
    local dir=$1 card mine=$1/kernel-host name=$kernel_host_name running=yes
    "$here/kernel-image" "$cache/kernel-host" || cannot "the image of $name could not be made"
    if ! kernel_host_pid >/dev/null; then
        running=no
        mkdir -p "$mine"
        write_kernel_host "$dir"
        rm -f "$mine/qmp"
        # shellcheck disable=SC2016,SC2046  # the inner shell expands it; the options are meant to be split
        setsid ip netns exec $noc bash -c 'exec -a "redoubt-kernel-host:$1" qemu-system-x86_64 "${@:2}"' boot \
            $name $(kernel_host_options "$mine") -append 'root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet mitigations=off' \
            </dev/null >"$mine/qemu.log" 2>&1 &
        wait_for 20 "$name, see $mine/qemu.log" kernel_host_pid >/dev/null
    fi
    for card in eth0 eth1 eth2; do kernel_host_cable "$card"; done
    for card in eth0 eth1 eth2; do set_link "$dir" "$card" true; done
    [[ $running == no ]] || mend_paths "$dir"
}

# Paths that were dropped or failed while it was up.
mend_paths() {
    local path
    for path in 0 1; do
        add_path "$1" $path 2>/dev/null || true     # fails where it is there
        path_state $path running || true            # or it is on its way up, and has all of its paths
    done
}

# add_path DIR HBA
add_path() {
    tell_kernel_host "$1" device_add 'driver="scsi-hd"' "id=\"path$2\"" "bus=\"hba$2.0\"" "drive=\"lun0-$2\"" \
        'serial="redoubt-lun0"' wwn=$lun_wwn 'share-rw=true'
}

# Its cables are taps, which go to the switch's namespace like any other card; QEMU has them open meanwhile.
kernel_host_cable() {
    local card=$1 switch port tap=$kernel_host_name.$1
    switch=$(switch_of "$card")
    port=$(port_of $kernel_host_name "$switch" "$card")
    if [[ $port != "$tap" ]] && ! in_switch "$switch" ip link show "$port" >/dev/null 2>&1; then
        wait_for 10 "the cable $tap" ip -n $noc link show "$tap" >/dev/null 2>&1
        ip -n $noc link set "$tap" netns "$(switch_pid "$switch")" name "$port"
        in_switch "$switch" ip link set "$port" master br0 alias "to $kernel_host_name"
    elif [[ $port == "$tap" ]]; then
        wait_for 10 "the cable $tap" ip -n $noc link show "$tap" >/dev/null 2>&1
        ip -n $noc link set "$tap" master "$switch"
    fi
    in_switch "$switch" ip link set "$port" up
}

# What it has of its own, as an archive that it unpacks over its root when it boots: keys and the names of the others.
write_kernel_host() {
    local dir=$1 mine=$1/kernel-host name=$kernel_host_name seed=$1/kernel-host/seed
    [[ ! -e $seed ]] || return 0
    mkdir -p "$seed"/etc/ssh "$seed/root/.ssh"
    chmod 700 "$seed/root" "$seed/root/.ssh"
    ssh-keygen -q -t ed25519 -N '' -C $name -f "$seed/etc/ssh/ssh_host_ed25519_key"
    cp "$dir/ssh/id_ed25519.pub" "$seed/root/.ssh/authorized_keys"
    cp "$dir/hosts/node-1/etc/hosts" "$seed/etc/hosts"
    tar -C "$seed" --owner=0 --group=0 -cf "$mine/seed.tar" etc root
    truncate -s 64M "$mine/lun0"
    printf '%s,%s %s\n' "$(host_address $name)" $name "$(cut -d' ' -f1,2 "$seed/etc/ssh/ssh_host_ed25519_key.pub")" \
        >>"$dir/ssh/known_hosts"
}

# Words without spaces; the kernel's arguments are not among them.
kernel_host_options() {
    local mine=$1 n image=$cache/kernel-host
    cat <<EOF
-name $kernel_host_name -uuid $(uuid_of $kernel_host_name) -display none -nodefaults
-smbios type=1,manufacturer=Redoubt,product=Lab,serial=LAB-0004
-machine pc -accel tcg,thread=multi -cpu Nehalem -smp 1 -m 768 -device virtio-rng-pci
-kernel $image/vmlinuz -initrd $image/initrd
-drive file=$image/root.img,format=raw,if=none,id=root,snapshot=on -device virtio-blk-pci,drive=root
-drive file=$mine/seed.tar,format=raw,if=none,id=seed,readonly=on -device virtio-blk-pci,drive=seed
-qmp unix:$mine/qmp,server=on,wait=off -serial file:$mine/console.log
EOF
    for n in 0 1 2; do
        echo "-netdev tap,id=cable$n,ifname=$kernel_host_name.eth$n,script=no,downscript=no"
        echo "-device virtio-net-pci,id=eth$n,netdev=cable$n,mac=52:54:00:4d:04:0$n"
    done
    for n in 0 1; do
        echo "-device virtio-scsi-pci,id=hba$n,addr=1$n"
        echo "-blockdev driver=raw,node-name=lun0-$n,file.driver=file,file.filename=$mine/lun0,file.locking=off"
        echo "-device scsi-hd,id=path$n,bus=hba$n.0,drive=lun0-$n,serial=redoubt-lun0,wwn=$lun_wwn,share-rw=on"
    done
}

tell_kernel_host() { "$here/qmp" "$1/kernel-host/qmp" "${@:2}" >/dev/null; }

set_link() { tell_kernel_host "$1" set_link "name=\"$2\"" "up=$3"; }

ask_kernel_host() {
    local dir
    dir=$(lab_dir)
    in_noc "$dir/ssh/ssh" -o ConnectTimeout=5 "root@$(host_address $kernel_host_name)" "$(printf '%q ' "$@")" </dev/null
}

# Booted as far as it will: ssh answers, the bond stands and the disk has both paths.
kernel_host_answers() {
    ask_kernel_host sh -c 'grep -q "^Currently Active Slave: eth" /proc/net/bonding/bond0 &&
        multipathd show maps json | grep -q "\"paths\" : 2"' >/dev/null 2>&1
}

# The path stays, and answers nothing: what multipath sees when a cable breaks.
path_state() { ask_kernel_host sh -ec "echo $2 >\"\$(echo /sys/bus/pci/devices/0000:00:1$1.0/virtio*/host*/target*/*:*/state)\""; }

act_on_kernel_host() {
    local command=$1 dir
    shift
    dir=$(lab_dir)
    case $command in
        exec) ask_kernel_host "$@" ;;
        set-link-off | cut) set_link "$dir" "${1:-eth0}" false ;;
        set-link-on | mend) set_link "$dir" "${1:-eth0}" true ;;
        fail-path) path_state "${1:?path}" offline ;;
        restore-path) path_state "${1:?path}" running ;;
        drop-path) tell_kernel_host "$dir" device_del "id=\"path${1:?path}\"" ;;
        add-path) add_path "$dir" "${1:?path}" ;;
        *) usage ;;
    esac
}
