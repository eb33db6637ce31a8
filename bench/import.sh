#!/bin/sh
# Seconds to check a roster, to put it in and to take it back over the API, with the server's peak memory.
# Usage: BASE=http://localhost:8080 TOKEN=... UNIT=... [PID=of the server] [KEEP=1] bench/import.sh ROSTER.csv
set -eu
ask() { curl -fsS -H "Authorization: Bearer $TOKEN" "$@"; }
now() { date +%s%N; }
took() { awk "BEGIN { printf \"%-22s %6.1f s\\n\", \"$1\", ($3 - $2) / 1e9 }"; }
# until_it_is STATE: waits for a state at most ten minutes; prints each new stage and share to standard error.
until_it_is() {
    tries=0
    while view=$(ask "$BASE$href") && ! echo "$view" | grep -q "\"state\":\"$1\""; do
        tries=$((tries + 1))
        [ "$tries" -lt 3000 ] && ! echo "$view" | grep -q '"state":"REFUSED"' || { echo "$view" >&2; exit 1; }
        [ -z "${SHOW:-}" ] || echo "$view" | sed 's/.*"stage"\(.*\),"message.*/\1/' >&2
        sleep 0.2
    done
}
heap=$(mktemp)
if [ -n "${PID:-}" ]; then
    jstat -gc "$PID" 200 >"$heap" &
    watching=$!
fi
began=$(now)
href=$(ask -H "Idempotency-Key: bench-$began" -F "file=@$1" "$BASE/api/v1/units/$UNIT/imports" | sed 's/.*"href":"\([^"]*\)".*/\1/')
until_it_is CHECKED
checked=$(now)
took "read and check" "$began" "$checked"
ask -H "Idempotency-Key: apply-$began" -X POST "$BASE$href/application" >/dev/null
until_it_is APPLIED
written=$(now)
took "put in" "$checked" "$written"
took "all" "$began" "$written"
echo "$view" | sed 's/.*"counts"/rows/'
if [ -z "${KEEP:-}" ]; then
    begun=$(now)
    ask -H "Idempotency-Key: undo-$began" -X POST "$BASE$href/undoing" >/dev/null
    took "take back" "$begun" "$(now)"
fi
if [ -n "${PID:-}" ]; then
    kill "$watching"
    awk 'NR > 1 { used = ($3 + $4 + $6 + $8) / 1024; if (used > peak) peak = used }
         END { printf "%-22s %6.0f MB\n", "peak heap", peak }' "$heap"
    awk '/VmHWM/ { printf "%-22s %6.0f MB\n", "peak resident", $2 / 1024 }' "/proc/$PID/status"
fi
echo "load $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores"
rm -f "$heap"
