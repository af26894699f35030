# shellcheck shell=bash
# What ./run and ./test share: a JDK 25, the Debian packages, and Maven with the options that JDK wants.
# Sourced; the caller has set ROOT, the checkout.

JDK_WANTED=25

# Packages as apt names them. "a|b" means either: Debian 12 and 13 call some libraries differently.
# shellcheck disable=SC2034  # read by ./run and ./test
PACKAGES_BUILD=(maven)
# shellcheck disable=SC2034
PACKAGES_WINDOW=("libgtk-3-0|libgtk-3-0t64" libgl1 libxtst6 libxxf86vm1 libvirt0 fonts-inter)
# shellcheck disable=SC2034
PACKAGES_SCREEN=(xvfb xauth)
# What apt is started under: nothing, or the lab's own way to install daemons that this machine does not start.
QUIETLY=()
# What Maven is started under: nothing, or a virtual screen.
SCREEN=()

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 3
}

# Whether the folder $1 holds a JDK (not a mere runtime) of the wanted version; its release file says, no JVM is started.
is_jdk() {
    local line
    [[ -x $1/bin/javac && -r $1/release ]] || return 1
    while IFS= read -r line; do
        [[ $line == "JAVA_VERSION=\"$JDK_WANTED"[.\"]* || $line == "JAVA_VERSION=\"$JDK_WANTED\"" ]] && return 0
    done <"$1/release"
    return 1
}

# Sets JAVA_HOME: the caller's own, else the java on the PATH, else whatever Debian or a vendor's package put in place.
find_jdk() {
    local home java
    java=$(command -v java || true)
    [[ -z $java ]] || java=$(readlink -f "$java")
    for home in "${JAVA_HOME:-}" "${java%/bin/java}" /usr/lib/jvm/*; do
        if [[ -n $home ]] && is_jdk "$home"; then
            export JAVA_HOME=$home
            PATH=$home/bin:$PATH
            return 0
        fi
    done
    return 1
}

# Prints those of the packages in $@ that are not installed; of alternatives, one that apt can install.
missing_packages() {
    command -v dpkg-query >/dev/null || return 0
    local installed want name pick
    # One call for all of them; it complains of those that are not there, which is what is asked.
    # shellcheck disable=SC2046  # the names hold no spaces
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${binary:Package} ' $(printf '%s\n' "$@" | tr '|' '\n') 2>/dev/null || true) "
    installed=${installed//:amd64/}
    installed=${installed//:arm64/}
    for want in "$@"; do
        pick=
        for name in ${want//|/ }; do
            if [[ $installed == *" installed:$name "* ]]; then
                continue 2
            fi
            [[ -n $pick ]] || pick=$name
        done
        if [[ $want == *"|"* ]]; then
            for name in ${want//|/ }; do
                if apt-cache show "$name" >/dev/null 2>&1; then
                    pick=$name
                    break
                fi
            done
        fi
        printf '%s\n' "$pick"
    done
}

# Installs what is missing of the packages in $@ where that is allowed without a question; otherwise says the one
# command that would, and returns 1.
want_packages() {
    local missing apt=("${QUIETLY[@]}" apt-get -o DPkg::Lock::Timeout=300 -o APT::Install-Recommends=false)
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        if ! sudo -n true 2>/dev/null; then
            say "These packages are missing. This command installs them:" \
                "" "    sudo apt-get install --no-install-recommends ${missing[*]}" ""
            return 1
        fi
        apt=(sudo -n env DEBIAN_FRONTEND=noninteractive "${apt[@]}")
    fi
    say "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local log
    log=$(mktemp)
    # Without package lists, or with old ones, apt finds nothing: then fetch them and ask again.
    if "${apt[@]}" install -y -q "${missing[@]}" >"$log" 2>&1 </dev/null ||
        { "${apt[@]}" update -q && "${apt[@]}" install -y -q "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    say "apt could not install: ${missing[*]}"
    return 1
}

# A JDK, from apt where apt has one; otherwise say what to do.
want_jdk() {
    find_jdk && return 0
    local package=openjdk-$JDK_WANTED-jdk
    if command -v apt-cache >/dev/null && apt-cache show "$package" >/dev/null 2>&1; then
        want_packages "$package" && find_jdk && return 0
    fi
    die "Redoubt needs a JDK $JDK_WANTED and found none in JAVA_HOME, on the PATH or under /usr/lib/jvm." \
        "Install one (Debian: $package where it exists, otherwise Temurin $JDK_WANTED) or set JAVA_HOME to it."
}

# Maven on that JDK, quiet about what JDK 24 began to warn of in Debian's Maven; without colours, which it would
# otherwise write into files too.
maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
        "${SCREEN[@]}" mvn -f "$ROOT/pom.xml" --batch-mode -Dstyle.color=never "$@" </dev/null 2>&1 |
        sed 's/\x1b\[[0-9;]*m//g'
}
