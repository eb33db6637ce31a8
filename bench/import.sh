#!/bin/sh
# Time to check and to put in a roster over the API, with the server's peak memory.
# Usage: BASE=http://localhost:8080 TOKEN=... UNIT=... bench/import.sh ROSTER.csv
set -eu
ask() { curl -fsS -H "Authorization: Bearer $TOKEN" "$@"; }
began=$(date +%s%N)
href=$(ask -H "Idempotency-Key: bench-$began" -F "file=@$1" "$BASE/api/v1/units/$UNIT/imports" | sed 's/.*"href":"\([^"]*\)".*/\1/')
tries=0
until ask "$BASE$href" | grep -qiE '"state" *: *"(checked|refused)"'; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "not checked after two minutes" >&2; exit 1; }
    sleep 0.2
done
checked=$(date +%s%N)
ask -H "Idempotency-Key: apply-$began" -X POST "$BASE$href/application" >/dev/null
ended=$(date +%s%N)
echo "checked in $(((checked - began) / 1000000)) ms, put in in $(((ended - checked) / 1000000)) ms"
ask "$BASE$href"
echo
