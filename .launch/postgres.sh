# Sourced by verify: puts in place what the tests against a real PostgreSQL need, or says what is missing.

has_postgres() {
    for folder in $(echo "$PATH" | tr ':' ' ') /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then return 0; fi
    done
    return 1
}

prepare_postgres() {
    if has_postgres; then return 0; fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "verify: installing PostgreSQL for the tests of team mode" >&2
        # The package would start a server of its own; the tests start theirs.
        mkdir -p /etc/postgresql-common
        [ -e /etc/postgresql-common/createcluster.conf ] \
            || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1 \
            && has_postgres && return 0
    fi
    echo "verify: no PostgreSQL (initdb, postgres): the tests of team mode on it are skipped; install it" >&2
}
