#!/bin/sh
# Tries the launcher itself: a link from a folder with a blank, exit codes, a JDK that is none.
set -u

home=$(cd "$(dirname "$0")/.." && pwd -P)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
failed=0

# expect STATUS COMMAND...: runs it and compares the exit code.
expect() {
    wanted=$1
    shift
    "$@" >"$room/out" 2>"$room/err" </dev/null
    got=$?
    if [ "$got" -ne "$wanted" ]; then
        echo "launcher: exit code $got, not $wanted, of: $*" >&2
        cat "$room/err" >&2
        failed=1
    fi
}

mkdir "$room/a folder"
ln -s "$home/latchkey" "$room/a folder/latchkey"
cp -R "$home/samples/locked-out-vm" "$room/a folder/a bundle"

cd "$room/a folder" || exit 1
expect 0 ./latchkey --version
# A start-up archive that the JVM refuses is noticed by nobody otherwise: it only starts slower.
archive=$(sed -n 4p "$home/.latchkey/launch.env")
case $archive in
    *.aot) expect 0 env LATCHKEY_OPTS=-XX:AOTMode=on ./latchkey --version ;;
    *.jsa) expect 0 env LATCHKEY_OPTS=-Xshare:on ./latchkey --version ;;
    *) echo "launcher: no start-up archive" >&2; failed=1 ;;
esac
# Neither does anybody notice classes that are made anew at every start (docs/architecture.md).
LATCHKEY_OPTS=-Xlog:class+load ./latchkey triage "a bundle" 2>/dev/null | grep 'class,load' >"$room/loaded"
kept=$(grep -c 'shared objects file' "$room/loaded")
made=$(grep -cv 'shared objects file' "$room/loaded")
case $archive in
    *.aot)
        if [ "$made" -gt 30 ] || [ "$kept" -lt 1000 ]; then
            echo "launcher: of a usual run's classes $kept are in the archive and $made are not" >&2
            failed=1
        fi
        ;;
esac
expect 2 ./latchkey no-such-command
expect 1 ./latchkey triage "a bundle"
if [ -s "$room/err" ]; then
    echo "launcher: something was said on standard error of a plain run:" >&2
    cat "$room/err" >&2
    failed=1
fi
# A large run is set up in another way, and standard output is the report's alone.
mkdir "$room/large"
awk 'BEGIN { for (i = 0; i < 150000; i++) print "[00000012] [10/06/2026 06:00:00.00] [INFO]  Set role state to Ready, round " i "." }' \
    >"$room/large/WaAppAgent.log"
"$room/a folder/latchkey" triage "$room/large" --format json >"$room/out" 2>"$room/err"
if [ "$(head -c 1 "$room/out")" != "{" ] || [ -s "$room/err" ]; then
    echo "launcher: a large run says more than its report:" >&2
    head -n 3 "$room/out" "$room/err" >&2
    failed=1
fi
expect 2 env LATCHKEY_JAVA="$room/no jdk" ./latchkey --version
grep -q 'names no JDK' "$room/err" || { echo "launcher: no word on the missing JDK" >&2; failed=1; }

[ "$failed" -eq 0 ] && echo "launcher: linked, called from a folder with a blank, exit codes as promised"
exit "$failed"
