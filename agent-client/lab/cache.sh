# shellcheck shell=bash
# What every lab boots its guests from: one kernel, one initramfs. Made once, kept in $cache. Sourced.
. "${BASH_SOURCE[0]%/*}/lib.sh"

# A Debian cloud kernel, unpacked and never installed: the machine's /boot is none of our business.
make_kernel() {
    [[ ! -s $cache/vmlinuz ]] || return 0
    local tmp package
    say "fetching a kernel for the guests"
    tmp=$(mktemp -d "$cache/kernel.XXXXXX")
    package=$(cloud_kernel) || { apt-get update -qq >&2 && package=$(cloud_kernel); } ||
        die "apt knows no linux-image-cloud-amd64"
    # _apt cannot write below root's home, of which apt warns: the package is checked all the same
    (cd "$tmp" && apt-get download -qq "$package" 2>&1 | { grep -v unsandboxed || true; } >&2)
    dpkg-deb -x "$tmp"/*.deb "$tmp/root"
    mv "$tmp"/root/boot/vmlinuz-* "$cache/vmlinuz"
    rm -rf "$tmp"
}

cloud_kernel() { apt-cache depends linux-image-cloud-amd64 2>/dev/null | awk '/Depends: linux-image-/ {print $2}' | grep .; }

# busybox and guest-init; made anew when either is newer.
make_initramfs() {
    local image=$cache/initramfs.gz tmp
    [[ ! $image -nt $here/guest-init || ! $image -nt /usr/bin/busybox ]] || return 0
    tmp=$(mktemp -d "$cache/initramfs.XXXXXX")
    mkdir "$tmp/bin" "$tmp/dev" "$tmp/proc"
    cp /usr/bin/busybox "$tmp/bin/"
    ln -s busybox "$tmp/bin/sh"
    install -m 755 "$here/guest-init" "$tmp/init"
    (cd "$tmp" && find . | busybox cpio -o -H newc 2>/dev/null | gzip) >"$image.new"
    mv "$image.new" "$image"
    rm -rf "$tmp"
}

make_cache() {
    mkdir -p "$cache"
    make_kernel
    make_initramfs
}
