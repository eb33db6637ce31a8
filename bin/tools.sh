# Read by ./run, ./test and bin/*: finds or installs the tools, or says in one line how to get them.

say() { printf 'yijitong: %s\n' "$*" >&2; }

# A JDK of at least 25, in JAVA_HOME and first in PATH.
need_jdk() {
    for home in "${JAVA_HOME:-}" "$(java_of_path)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -x "$home/bin/javac" ] && [ "$(major_of "$home" | grep -E "^[0-9]+$" || echo 0)" -ge 25 ]; then
            JAVA_HOME=$home
            PATH=$home/bin:$PATH
            export JAVA_HOME PATH
            return
        fi
    done
    if can_install openjdk-25-jdk-headless && install openjdk-25-jdk-headless && [ -z "${jdk_tried:-}" ]; then
        jdk_tried=1
        need_jdk
        return
    fi
    say "needs a JDK of version 25 or newer: install one (such as Temurin from adoptium.net) or set JAVA_HOME"
    exit 2
}

java_of_path() {
    java=$(command -v javac) || return 0
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
    done
    dirname "$(dirname "$java")"
}

# From the JDK's own note, since starting it takes longer.
major_of() {
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    echo "${major:-0}"
}

# need PROGRAM PACKAGE
need() {
    command -v "$1" >/dev/null 2>&1 && return
    install "$2" && command -v "$1" >/dev/null 2>&1 && return
    say "needs $1: as root, apt-get install $2"
    exit 2
}

can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    [ -n "${apt_fresh:-}" ] || apt-get update -qq >&2 || return 1
    apt_fresh=1
    apt-cache show "$1" >/dev/null 2>&1
}

install() {
    can_install "$1" || return 1
    say "installing $1"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" </dev/null >&2
}

# Opens what the product writes, in the tests.
need_office() {
    command -v soffice >/dev/null 2>&1 && return
    install "libreoffice-writer-nogui" && install "libreoffice-calc-nogui" && command -v soffice >/dev/null 2>&1 && return
    say "needs LibreOffice for the tests: as root, apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
    exit 2
}

need_browser() {
    command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || need chromium chromium
    need fc-list fontconfig
    [ -n "$(fc-list :lang=zh)" ] || install fonts-noto-cjk ||
        { say "needs Chinese fonts for the browser tests: as root, apt-get install fonts-noto-cjk"; exit 2; }
}
