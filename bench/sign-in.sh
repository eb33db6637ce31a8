#!/bin/sh
# Whether the time of an answer tells a name that exists from one that does not: pairs of sign-ins with a wrong password,
# in turn the one and the other first, on a quiet machine.
# Usage: ./run --data DIR --port PORT &, bench/sign-in.sh DIR PORT [PAIRS [NAME]]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 site="http://localhost:$2" pairs=${3:-200} known=${4:-linruochuan}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
database "$data" postgres

token() {
    curl -fsS -c "$work/jar" "$site/sign-in" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -n 1
}

# attempt NAME: the seconds it took; nothing but 422 counts as the answer
attempt() {
    curl -sS -b "$work/jar" -o /dev/null -w '%{http_code} %{time_starttransfer}\n' --data-urlencode "_csrf=$csrf" \
        --data-urlencode "name=$1" --data-urlencode "password=not the password $i" "$site/sign-in" |
        awk '$1 != 422 { print "answered " $1 > "/dev/stderr"; exit 1 } { print $2 }'
}

csrf=$(token)
i=0
while [ "$i" -lt "$((pairs + 10))" ]; do
    # The throttle forgets, so that it is not the throttle that is measured.
    psql -qc "DELETE FROM access.sign_in_attempts"
    if [ $((i % 2)) = 0 ]; then
        a=$(attempt "$known"); b=$(attempt "nobody$i")
    else
        b=$(attempt "nobody$i"); a=$(attempt "$known")
    fi
    # The first ten warm up.
    [ "$i" -lt 10 ] || echo "$a $b"
    i=$((i + 1))
done >"$work/pairs"

quantile() {
    sort -n | awk -v q="$1" '{ v[NR] = $1 } END { printf "%.1f", v[int((NR - 1) * q) + 1] * 1000 }'
}
echo "known name:   median $(cut -d' ' -f1 "$work/pairs" | quantile .5) ms"
echo "unknown name: median $(cut -d' ' -f2 "$work/pairs" | quantile .5) ms"
awk '{ print $1 - $2 }' "$work/pairs" >"$work/differences"
echo "known less unknown, in pairs: median $(quantile .5 <"$work/differences") ms," \
    "middle half $(quantile .25 <"$work/differences") to $(quantile .75 <"$work/differences") ms"
# With nothing to tell them apart either is slower in half of the pairs, give or take twice the root of a quarter of them.
awk '$1 > $2 { more++ } END { printf "the known one was slower in %d of %d pairs (chance: %.0f to %.0f)\n", more, NR,
    NR / 2 - sqrt(NR), NR / 2 + sqrt(NR) }' "$work/pairs"
