# What Bilaga needs in order to be built, and how it is built. Sourced by ../bilaga and ../Tests/run, which set
# $home to the project's folder. POSIX sh. All it says goes to stderr: stdout belongs to the program.

program=$home/.build/release/bilaga
stamp=$home/.build/bilaga.stamp
program_flags='-c release --product bilaga --static-swift-stdlib -Xswiftc -cross-module-optimization'

say() { printf 'bilaga: %s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# The stamp is as old as the sources that the program was built from. Folders are looked at too: their time
# changes when a file is taken away.
is_fresh() {
    [ -x "$program" ] && [ -e "$stamp" ] || return 1
    newer=$(find "$home/Package.swift" "$home/.ci/setup.sh" "$home/Sources" -newer "$stamp" -print -quit 2>&1)
    [ -z "$newer" ]
}

build_program() {
    enter_build_folder
    lock
    if ! is_fresh; then
        require_swift
        install_packages $(missing_to_build)
        # Taken before the build, so that a source saved during it is newer.
        : >"$stamp.next"
        say 'Bygger programmet. Första gången tar det några minuter.'
        swift_build "$home/.build/bilaga.log" $program_flags
        mv -f "$stamp.next" "$stamp"
    fi
    unlock
}

enter_build_folder() {
    if ! mkdir -p "$home/.build" 2>/dev/null || ! [ -w "$home/.build" ]; then
        say "Kan inte skriva i $home/.build, där programmet byggs. Ge dig skrivrätt till mappen, eller lägg projektet i en egen mapp."
        exit 74
    fi
}

# One build at a time; who waits finds the program built. Nothing started meanwhile may inherit descriptor 9.
lock() {
    exec 9>"$home/.build/bilaga.lock"
    flock -n 9 && return
    say 'Programmet byggs redan från ett annat fönster. Väntar på att det blir klart.'
    flock 9
}
unlock() { exec 9>&-; }

require_swift() {
    has swift && return
    say 'Swift saknas. Hämta Swift 6.2 eller senare på https://www.swift.org/install/linux/ och försök igen.'
    say '(Är Swift redan installerat: lägg mappen med programmet swift i PATH.)'
    exit 69
}

# The Debian packages that the toolchain and the build lack, by what is missing and not by name.
missing_to_build() {
    has git || echo git ca-certificates
    has ld || echo binutils
    [ -e /usr/include/stdio.h ] || echo libc6-dev
    missing_of_gcc
    swift build --version 2>&1 9>&- | grep -q 'shared libraries' && echo libcurl4 libncurses6 libsqlite3-0 libxml2
    has pkg-config || echo pkg-config
    for library in libxml-2.0:libxml2-dev zlib:zlib1g-dev sqlite3:libsqlite3-dev; do
        pkg-config --exists "${library%:*}" 2>/dev/null || echo "${library#*:}"
    done
    # It has nothing that pkg-config knows.
    [ -e /usr/include/readstat.h ] || [ -e /usr/local/include/readstat.h ] || echo libreadstat-dev
}

# Swift links with the start files of GCC and with its C++ library: both of the newest version that is there.
missing_of_gcc() {
    version=$(ls -d /usr/lib/gcc/*/*/ 2>/dev/null | sed 's|/$||; s|.*/||' | sort -n | tail -n 1)
    [ -n "$version" ] || version=$(. /etc/os-release 2>/dev/null; [ "$ID$VERSION_ID" = ubuntu24.04 ] && echo 13 || echo 12)
    ls /usr/lib/gcc/*/"$version"/crtbegin.o >/dev/null 2>&1 || echo "libgcc-$version-dev"
    [ -d "/usr/include/c++/$version" ] || echo "libstdc++-$version-dev"
}

# Installs the packages where it may; otherwise says what to do and ends with 69.
install_packages() {
    [ $# -gt 0 ] || return 0
    if ! has apt-get; then
        say "Det saknas delar av systemet som programmet behöver. I Debian heter de: $*"
        say 'Installera motsvarande paket med systemets pakethanterare och försök igen.'
        exit 69
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        say 'Det saknas paket som programmet behöver. Kör den här raden och försök igen:'
        install_line "$@"
        exit 69
    fi
    say "Installerar paket som saknas: $*"
    log=$home/.build/apt.log
    if ! $as_root apt-get -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 9>&- ||
        ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install \
            -y --no-install-recommends "$@" >>"$log" 2>&1 9>&-; then
        show_end "$log"
        say 'Paketen kunde inte installeras. Rätta felet ovan, eller kör den här raden själv, och försök igen:'
        install_line "$@"
        exit 69
    fi
}
install_line() {
    printf '    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n' "$*" >&2
}

# swift_build LOG FLAG...: builds, shows how far it has come, keeps the log; ends with 70 if the build fails.
swift_build() {
    log=$1
    shift
    if (cd "$home" && { swift build "$@" 2>&1 9>&-; echo "exit code $?"; } | follow "$log"); then return; fi
    # A compiler's error may stand far from the end, before what followed from it.
    grep -E '^error: |^[^ |].*: error: ' "$log" | grep -v '^macro expansion' | head -n 20 | grep . >&2 || show_end "$log"
    say "Bygget misslyckades. Hela loggen finns i $log"
    exit 70
}

# Reads the build's lines, "[12/340] Compiling ..." among them, until the exit code, which it returns. On a terminal
# the steps take turns on one line; elsewhere every tenth of them is told.
follow() {
    code=1
    told=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
            'exit code '*) code=${line#exit code } ;;
            'Building for '*) told=0 ;;
            'Fetching '*) say "Hämtar ${line#Fetching }" ;;
            '['*/*']'*)
                step=${line%%]*}
                step=${step#[}
                all=${step#*/}
                step=${step%/*}
                case $step/$all in *[!0-9/]* | */0) continue ;; esac
                if [ -t 2 ]; then
                    printf '\r\033[Kbilaga: Bygger, steg %s av %s' "$step" "$all" >&2
                elif [ $((step * 10)) -ge $(((told + 1) * all)) ]; then
                    told=$((step * 10 / all))
                    say "Bygger, steg $step av $all"
                fi
                ;;
        esac
    done 3>"$1"
    ! [ -t 2 ] || printf '\r\033[K' >&2
    return "$code"
}

show_end() { tail -n 30 -- "$1" >&2; }
