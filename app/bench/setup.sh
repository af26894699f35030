# shellcheck shell=bash
# What the benches share that run a class of app/src/test/java/org/redoubt/app/bench over the program as ./run built it.
# Sourced; the caller has set ROOT.

# shellcheck source=../../.ci/setup.sh
source "$ROOT/.ci/setup.sh"

# Compiles the class $1 and runs it with the other arguments on a screen that nobody sees.
bench() {
    local class=$1 home modules=$ROOT/app/target/modules
    shift
    want_jdk
    "$ROOT/run" --version >/dev/null # builds, where that is still to be done
    home=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder as it is called now
    trap "rm -rf '$home'" EXIT
    "$JAVA_HOME/bin/javac" -d "$home/classes" -cp "$modules/*" --module-path "$modules" \
        --add-modules javafx.controls -sourcepath "$ROOT/app/src/test/java" \
        "$ROOT/app/src/test/java/org/redoubt/app/bench/$class.java"
    XDG_STATE_HOME=$home XDG_CONFIG_HOME=$home xvfb-run --auto-servernum \
        --server-args="-screen 0 1920x1080x24" "$JAVA_HOME/bin/java" --module-path "$modules" \
        --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED ${BENCH_JAVA[@]+"${BENCH_JAVA[@]}"} \
        -cp "$home/classes:$modules/*" "org.redoubt.app.bench.$class" "$@"
}
