# Sourced by verify: puts in place what the tests in a real browser need, or says what is missing.

prepare_browser() {
    scripts=web/src/test/browser
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "verify: no Node: the tests in a browser are skipped" >&2
        return 0
    fi
    if [ ! -d "$scripts/node_modules/playwright-core" ]; then
        (cd "$scripts" && npm ci --ignore-scripts --silent) || {
            echo "verify: 'npm ci' failed in $scripts: the tests in a browser are skipped" >&2
            return 0
        }
    fi
    [ -z "${CHROMIUM:-}" ] || return 0
    for browser in chromium chromium-browser google-chrome; do
        if command -v "$browser" >/dev/null; then return 0; fi
    done
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "verify: installing Chromium for the tests in a browser" >&2
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 && return 0
    fi
    echo "verify: no Chromium: the tests in a browser are skipped; install it, or name one in CHROMIUM" >&2
}
