# Sourced by latchkey and verify, which set home: finds the newest JDK and checks Maven.

least_java=21
least_maven=3.8.7

# java_major of the JDK in folder $1, from its release file, without running it.
major_of() {
    java_major=
    [ -x "$1/bin/java" ] || return 1
    if [ -f "$1/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                value=${value#\"}
                java_major=${value%%[!0-9]*}
                break
            fi
        done <"$1/release"
    else
        java_major=$("$1/bin/java" -version 2>&1 | sed -n '1s/^[^"]*"\([0-9]*\).*/\1/p')
    fi
    [ -n "$java_major" ]
}

# Keeps folder $1 when it is a newer JDK than the one kept so far; a checkout also needs its compiler.
consider() {
    if [ -f "$home/pom.xml" ] && [ ! -x "$1/bin/javac" ]; then return 0; fi
    major_of "$1" || return 0
    if [ "$java_major" -ge "$least_java" ] && [ "$java_major" -gt "$best_major" ]; then
        best=$1
        best_major=$java_major
    fi
}

# The folder of the JDK that java file $1 belongs to, links followed.
home_of_java() {
    file=$1
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P)
}

# Sets java, java_home and java_major; false when there is no JDK that is new enough.
java_at_hand() {
    best=
    best_major=0
    if [ -n "${LATCHKEY_JAVA:-}" ]; then
        if [ -d "$LATCHKEY_JAVA" ]; then
            consider "$LATCHKEY_JAVA"
        elif [ -f "$LATCHKEY_JAVA" ]; then
            consider "$(home_of_java "$LATCHKEY_JAVA")"
        fi
    else
        if [ -n "${JAVA_HOME:-}" ]; then consider "$JAVA_HOME"; fi
        on_path=$(command -v java || true)
        if [ -n "$on_path" ]; then consider "$(home_of_java "$on_path")"; fi
        for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/* \
            "${HOME:-}"/.jdks/*; do
            if [ -d "$folder" ]; then consider "$folder"; fi
        done
    fi
    java_home=$best
    java_major=$best_major
    java=$best/bin/java
    [ -n "$best" ]
}

no_jdk() {
    if [ -n "${LATCHKEY_JAVA:-}" ]; then
        echo "LATCHKEY_JAVA names no JDK $least_java or newer: $LATCHKEY_JAVA" >&2
    else
        echo "No JDK $least_java or newer was found: install one (Temurin 25 starts fastest) or point LATCHKEY_JAVA at it." >&2
    fi
    exit 2
}

require_maven() {
    # Maven's own line, without the colours it may add: Apache Maven 3.8.7 (...)
    found=$(mvn -B -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    oldest=$(printf '%s\n%s\n' "${found:-0}" "$least_maven" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)
    if [ "$oldest" != "$least_maven" ]; then
        echo "Maven $least_maven or newer is needed to build, and ${found:-none} was found: install it and put mvn on the PATH." >&2
        exit 2
    fi
}
