# Throughline host runner, protocol 1. Sent along with every command; nothing of it stays on the host but the state
# folder. POSIX shell and the usual tools (tar, gzip, a sha256 tool); works in dash, busybox sh and bash.
#
# $1 is this very text (steps start it again), $2 the verb, then key=value words, then -- and name=value parameters.
# Everything that comes from outside arrives as an argument or on standard input and is only ever used quoted.
# The answer is written at the very end, after the lock is given back: a client that is gone cannot stop a run half way.
set -u
umask 077
trap : HUP INT TERM

self=$1 verb=$2
shift 2
boot=-
[ ! -r /proc/sys/kernel/random/boot_id ] || read -r boot </proc/sys/kernel/random/boot_id
state=${THROUGHLINE_STATE:-${HOME:-}/.throughline}
case $state in /*) ;; *) state=$PWD/$state ;; esac
nl='
'

tick() { # leaves a number of seconds that only grows, without starting a program where that is possible
    if read -r now now_idle 2>/dev/null </proc/uptime; then now=${now%%.*}; else now=$(date +%s); fi
}

# --- processes: an identity is pid.start.boot, so that a pid that was given away again is not taken for the old one

born() { # start time of process $1; fails if it is gone or a zombie
    if [ -r /proc/self/stat ]; then
        read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
        stat=${stat##*) }
        # shellcheck disable=SC2086
        set -- $stat
        case $1 in Z | X) return 1 ;; esac
        printf %s "${20}"
    else
        kill -0 "$1" 2>/dev/null || return 1
        ps -o lstart= -p "$1" 2>/dev/null | tr -cd 'A-Za-z0-9'
    fi
}

alive() { # is the process with this identity still there
    case ${1%%.*} in '' | *[!0-9]*) return 1 ;; esac
    start=$(born "${1%%.*}") || return 1
    [ "$start.$boot" = "${1#*.}" ]
}

# --- the lock: links lock.1, lock.2, ... whose target says who holds it; the highest counts. Making a link is atomic and
# nobody ever removes the highest, so of two that find the same dead holder only one gets the next number.

top() { # number of the highest link, 0 if there is none
    highest=0
    for link in "$state"/lock.*; do
        case ${link##*.} in '' | *[!0-9]*) continue ;; esac
        [ "${link##*.}" -le "$highest" ] || highest=${link##*.}
    done
    echo "$highest"
}

step_runs() { # does a step of a runner that was killed still run
    read -r step_identity 2>/dev/null <"$state/step" && alive "$step_identity"
}

lock() { # waits at most $1 seconds
    tick
    until=$((now + $1))
    while :; do
        seen=$(top)
        holder=$(readlink "$state/lock.$seen" 2>/dev/null)
        if [ "$seen" = 0 ] || [ "$holder" = :free ] || ! alive "$holder"; then
            if ln -s "$me" "$state/lock.$((seen + 1))" 2>/dev/null; then
                mine=$((seen + 1))
                if [ "$(top)" != "$mine" ]; then
                    rm -f "$state/lock.$mine"
                elif step_runs; then
                    ln -s :free "$state/lock.$((mine + 1))"
                else
                    return 0
                fi
                mine=
            fi
        fi
        tick
        [ "$now" -lt "$until" ] || return 1
        sleep 0.2 2>/dev/null || sleep 1
    done
}

unlock() {
    [ -n "$mine" ] || return 0
    rm -f "$state/step"
    ln -s :free "$state/lock.$((mine + 1))"
    mine=
}

tidy() { # what earlier runs left behind
    for link in "$state"/lock.*; do
        case ${link##*.} in '' | *[!0-9]*) continue ;; esac
        [ "${link##*.}" -gt $((mine - 8)) ] || rm -f "$link"
    done
    for folder in "$state"/work.*; do
        [ ! -d "$folder" ] || alive "${folder#"$state"/work.}" || rm -rf "$folder"
    done
}

# --- running scripts

limited() { # $1 seconds, then the command; 124, 137 or 143 when it was stopped
    seconds=$1
    shift
    if [ "$watchdog" = timeout ]; then
        timeout -k 5 "$seconds" "$@"
        return
    fi
    group=
    if command -v setsid >/dev/null; then
        group=-
        setsid "$@" &
    else
        "$@" &
    fi
    child=$!
    (
        left=$seconds
        while [ "$left" -gt 0 ]; do
            sleep 1
            kill -0 "$child" || exit 0
            left=$((left - 1))
        done
        kill -TERM "$group$child"
        sleep 5
        kill -KILL "$group$child"
    ) >/dev/null 2>&1 </dev/null &
    dog=$!
    while :; do # a signal that we catch ends the waiting early
        wait "$child"
        status=$?
        kill -0 "$child" 2>/dev/null || break
    done
    kill "$dog" 2>/dev/null # it would keep our output open
    return "$status"
}

# A step records itself before it turns into the script, and looks whether the lock is still the one it was started
# under. A new runner takes the lock first and looks for a step then: one of the two always sees the other.
if [ "$verb" = step ]; then
    state=$1 under=$2
    shift 2
    echo "$$.$(born $$).$boot" >"$state/step.$$" && mv -f "$state/step.$$" "$state/step" || exit 125
    [ "$(top)" = "$under" ] || exit 125
    exec /bin/sh "$@"
fi

step() { # $1 name of the step, $2 its limit in seconds, $3 its script; leaves exit and timed_out
    step_name=$1
    tick
    began=$now
    # shellcheck disable=SC2016
    limited "$2" /bin/sh -c 'eval "$1"' throughline-step "$self" step "$state" "$mine" "$work/package/$3" </dev/null
    exit=$?
    timed_out=no
    tick
    case $exit in 124 | 137 | 143) [ $((now - began)) -lt "$2" ] || timed_out=yes ;; esac
    return "$exit"
}

find_level() { # leaves level
    step level "$limit_level" "$script_level" >"$work/level.out" 2>"$work/level.err" || return 1
    level=
    read -r level <"$work/level.out"
    case $level in
    '' | *[!A-Za-z0-9._+~:-]*)
        level=
        exit=0
        reason=level-unreadable
        return 1
        ;;
    esac
}

verify_now() {
    step verify "$limit_verify" "$script_verify" >"$work/verify.out" 2>&1
}

# --- what the host remembers

settle() { # as far down to the disk as the host can
    sync "$1" 2>/dev/null || sync
}

remember() { # $1 file, $2 its new content, $3 whether a power failure right afterwards may not undo it
    printf '%s\n' "$2" >"$1.$$" || return 1
    [ "$3" = no ] || settle "$1.$$"
    mv -f "$1.$$" "$1" || return 1
    [ "$3" = no ] || settle "$state"
}

read_marker() {
    m_digest='' m_before='' m_phase='' m_reference='' m_step='' m_version='' m_token=''
    [ -r "$state/marker.$product" ] || return 0
    while IFS='=' read -r key value; do
        case $key in
        digest) m_digest=$value ;;
        before) m_before=$value ;;
        phase) m_phase=$value ;;
        reference) m_reference=$value ;;
        step) m_step=$value ;;
        version) m_version=$value ;;
        token) m_token=$value ;;
        esac
    done <"$state/marker.$product"
}

mark() { # $1 phase, $2 the step that failed
    phase=$1 durable=yes
    # Losing one of these two leaves "intended", which the next run resolves by looking at the host.
    case $phase in applied | verified) durable=no ;; esac
    remember "$state/marker.$product" "format=1
product=$product
digest=$digest
version=$version
before=$before
token=$token
reference=$reference
phase=$phase
step=${2:-}" "$durable" || unrecorded
}

# --- the answer

say() {
    answers="$answers$nl""throughline-answer: $1=$2"
}

show() { # $1 name, $2 file: the file's text, every line behind a bar, the middle left out when it is too long
    [ -s "$2" ] || return 0
    bytes=$(wc -c <"$2")
    bytes=$((bytes))
    printf 'throughline-output: %s\n' "$1"
    if [ "$bytes" -le "$cap" ]; then
        cat "$2"
    else
        head -c $((cap / 4)) "$2"
        printf '\n[... %s bytes left out ...]\n' $((bytes - cap))
        tail -c $((cap - cap / 4)) "$2"
    fi | { cat; echo; } | sed 's/^/|/'
}

finish() { # $1 result
    unlock
    say result "$1"
    say product "$product"
    say version "$version"
    say digest "$digest"
    say token "$token"
    say before "$before"
    say level "$level"
    say phase "$phase"
    say changed "$changed"
    say repeated "$repeated"
    say resumed "$resumed"
    [ -z "$reason" ] || say reason "$reason"
    [ -z "$detail" ] || say detail "$detail"
    trap '' PIPE
    echo
    echo 'throughline-answer: protocol=1'
    if [ -n "$work" ]; then
        for name in level install verify rollback; do
            show "$name" "$work/$name.out"
        done
        show level-errors "$work/level.err"
    fi
    printf '%s\nthroughline-answer: end=1\n' "${answers#"$nl"}"
    [ -z "$work" ] || rm -rf "$work"
    exit 0
}

unrecorded() { # the marker could not be written
    [ "$changed" = yes ] || refuse state "the state folder cannot be written"
    reason=state detail="the host was changed, but the state folder cannot be written"
    say step record
    finish FAILED
}

refuse() { # $1 reason, $2 in words: nothing was done
    reason=$1 detail=$2
    finish REFUSED
}

fail() { # the step that ran last did not succeed; a host that was touched remembers it
    say step "$step_name"
    say exit "$exit"
    say timedOut "$timed_out"
    [ -z "$phase" ] || mark failed "$step_name"
    finish FAILED
}

# --- what was asked

watchdog=own
if timeout -k 1 9 true 2>/dev/null; then watchdog=timeout; fi
me=$$.$(born $$).$boot mine='' work='' answers='' level='' before='' phase='' changed=no repeated=no resumed=no
reason='' detail='' exit=0 timed_out=no step_name=''
product='' version='' digest='' token=0 reference='' script='' cap=12288 wait=0 retry=no
script_level='' script_install='' script_verify='' script_rollback=''
limit_level=15 limit_install=300 limit_verify=60 limit_rollback=300 limit_probe=30
while [ $# -gt 0 ]; do
    case $1 in
    --)
        shift
        break
        ;;
    product=* | version=* | digest=* | token=* | reference=* | script=* | cap=* | wait=* | retry=* | \
        script_level=* | script_install=* | script_verify=* | script_rollback=* | \
        limit_level=* | limit_install=* | limit_verify=* | limit_rollback=* | limit_probe=*)
        key=${1%%=*} value=${1#*=}
        eval "$key=\$value"
        ;;
    *) refuse usage "a word that the runner does not know" ;;
    esac
    shift
done
for word; do
    shift
    key=${word%%=*}
    case $key in '' | *[!a-z0-9_]*) refuse usage "a parameter's name" ;; esac
    export "THROUGHLINE_PARAM_$(printf %s "$key" | tr a-z A-Z)=${word#*=}"
    set -- "$@" "${word#*=}"
done
for word in "$token" "$cap" "$wait" "$limit_level" "$limit_install" "$limit_verify" "$limit_rollback" "$limit_probe"; do
    case $word in '' | *[!0-9]*) refuse usage "a number was expected" ;; esac
done
case $product in '' | .* | *[!a-z0-9._-]*) [ "$verb" = probe ] || refuse usage "the product's name" ;; esac

# --- looking without touching: no lock, no file is written

if [ "$verb" = probe ] || [ "$verb" = level ]; then
    if [ "$verb" = level ]; then
        read_marker
        phase=$m_phase before=$m_before
        say markerVersion "$m_version"
        say markerDigest "$m_digest"
        say markerToken "$m_token"
        say markerReference "$m_reference"
        limit_probe=$limit_level
    fi
    echo
    printf 'throughline-output: %s\n' "$verb"
    tick
    began=$now
    exec 4>&1
    exit=$({ {
        limited "$limit_probe" /bin/sh -c "$script" "throughline-$verb" "$@" </dev/null 2>&1 3>&- 4>&-
        echo $? >&3
    } | {
        head -c $((cap + 1))
        echo
        cat >/dev/null
    } | sed 's/^/|/' >&4; } 3>&1)
    exec 4>&-
    tick
    case $exit in 124 | 137 | 143) [ $((now - began)) -lt "$limit_probe" ] || timed_out=yes ;; esac
    say exit "$exit"
    say timedOut "$timed_out"
    finish "$(printf %s "$verb" | tr a-z A-Z)"
fi

# --- changing: the package first (no lock is held while it comes), then the lock, then the token

case $verb in install | verify | rollback) ;; *) refuse usage "the verb" ;; esac
case $digest in *[!0-9a-f]*) refuse usage "the digest" ;; esac
[ ${#digest} = 64 ] || refuse usage "the digest"

mkdir -p "$state" 2>/dev/null && chmod 700 "$state" && mkdir "$state/work.$me" ||
    refuse state "the state folder cannot be written"
work=$state/work.$me
cat >"$work/package.tar.gz" || refuse state "the package cannot be stored"
if command -v sha256sum >/dev/null; then
    arrived=$(sha256sum <"$work/package.tar.gz")
elif command -v shasum >/dev/null; then
    arrived=$(shasum -a 256 <"$work/package.tar.gz")
else
    arrived=$(openssl dgst -sha256 -r <"$work/package.tar.gz") || refuse tools "no tool for SHA-256"
fi
arrived=${arrived%% *}
[ "$arrived" = "$digest" ] || refuse digest "what arrived has the digest $arrived"

lock "$wait" || {
    reason=busy detail="another runner works on this host"
    finish BUSY
}
tidy

seen=0
[ ! -r "$state/token.$product" ] || read -r seen <"$state/token.$product"
if [ "$token" -lt "$seen" ]; then
    reason=fenced detail="token $seen was here already"
    finish FENCED
fi
remember "$state/token.$product" "$token" no || refuse state "the state folder cannot be written"

# The package was checked when it came into Throughline; a digest that fits makes it the same. Checked again all the same.
mkdir "$work/package" && gzip -dc <"$work/package.tar.gz" >"$work/package.tar" &&
    names=$(tar -tf "$work/package.tar") && kinds=$(tar -tvf "$work/package.tar") ||
    refuse archive "the package cannot be read"
case "$nl$names$nl" in *"$nl/"* | *"$nl../"* | */../* | *"/..$nl"* | *"$nl..$nl"*) refuse archive "a path leads outside" ;; esac
case "$nl$kinds" in *"$nl"[!d-]*) refuse archive "neither file nor folder" ;; esac
tar -xof "$work/package.tar" -C "$work/package" || refuse archive "the package cannot be unpacked"
rm -f "$work/package.tar" "$work/package.tar.gz"

THROUGHLINE_PRODUCT=$product THROUGHLINE_VERSION=$version THROUGHLINE_PACKAGE=$work/package THROUGHLINE_BEFORE=''
export THROUGHLINE_PRODUCT THROUGHLINE_VERSION THROUGHLINE_PACKAGE THROUGHLINE_BEFORE

read_marker
ours=no
[ "$m_digest" != "$digest" ] || ours=yes
find_level || fail
before=$level
if [ "$ours" = yes ]; then
    phase=$m_phase
    case $m_phase in rolled-back) ;; *) before=${m_before:-$level} ;; esac
fi
# From here on $phase is empty unless the marker is about this package; fail then leaves the marker alone.
THROUGHLINE_BEFORE=$before

verified() { # level and verify script agree; $1 what to answer if an earlier run did it under the same reference
    if [ "$ours" = no ] || [ "$m_phase" = rolled-back ]; then
        phase=''
        verify_now || fail
        finish UP_TO_DATE
    fi
    verify_now || return 1
    repeated=yes
    case $m_phase in intended | reverting) resumed=yes ;; esac
    if [ "$m_phase" = verified ] && [ "$m_reference" != "$reference" ]; then
        finish UP_TO_DATE
    fi
    mark verified
    finish APPLIED
}

case $verb in
install)
    if [ "$level" = "$version" ]; then
        verified || case $m_phase in verified | applied) fail ;; esac
    elif [ "$ours" = yes ] && [ "$m_reference" = "$reference" ]; then
        case $m_phase in
        applied | verified)
            reason=level-differs detail="the package was applied, but the level is $level"
            finish FAILED
            ;;
        esac
    fi
    if [ "$ours" = yes ]; then
        case $m_phase in
        failed)
            if [ "$m_reference" = "$reference" ] && [ "$retry" != yes ]; then
                repeated=yes reason=failed-before
                say step "$m_step"
                finish FAILED
            fi
            ;;
        intended | reverting) resumed=yes ;;
        rolled-back | applied | verified) before=$level ;;
        esac
    fi
    THROUGHLINE_BEFORE=$before
    mark intended
    changed=yes
    step install "$limit_install" "$script_install" >"$work/install.out" 2>&1 || fail
    mark applied
    verify_now || fail
    find_level || fail
    if [ "$level" != "$version" ]; then
        reason=level-differs detail="after the installation the level is $level"
        exit=0
        fail
    fi
    mark verified
    finish APPLIED
    ;;

verify)
    if [ "$level" = "$version" ]; then
        verified || fail
    fi
    [ "$ours" = yes ] || finish NOT_APPLIED
    case $m_phase in
    rolled-back) if [ "$level" = "$before" ] || [ "$level" = "$m_before" ]; then finish ROLLED_BACK; fi ;;
    failed)
        repeated=yes
        say step "$m_step"
        finish FAILED
        ;;
    intended | reverting) finish HALF_APPLIED ;;
    esac
    reason=level-differs detail="the marker says $m_phase, but the level is $level"
    finish FAILED
    ;;

rollback)
    [ -n "$script_rollback" ] || refuse no-rollback "the package has no way back"
    [ "$ours" = yes ] || refuse not-ours "this package was not applied here"
    if [ "$m_phase" = rolled-back ]; then
        before=$m_before repeated=yes
        [ "$level" != "$m_before" ] || finish ROLLED_BACK
        refuse not-ours "this package was taken back here already, and the level is $level since"
    fi
    mark reverting
    changed=yes
    step rollback "$limit_rollback" "$script_rollback" >"$work/rollback.out" 2>&1 || fail
    find_level || fail
    if [ "$level" != "$before" ]; then
        reason=level-differs detail="after the rollback the level is $level"
        exit=0
        fail
    fi
    mark rolled-back
    finish ROLLED_BACK
    ;;
esac
