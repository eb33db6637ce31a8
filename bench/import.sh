#!/bin/sh
# Time to check and to put in a roster of 50,000 rows over the API.
# Usage: BASE=http://localhost:8080 TOKEN=... UNIT=... bench/import.sh ROSTER.csv
set -eu
ask() { curl -fsS -H "Authorization: Bearer $TOKEN" "$@"; }
at=$BASE/api/v1/units/$UNIT/imports
began=$(date +%s%N)
id=$(ask -H "Idempotency-Key: bench-$began" -F "file=@$1" "$at" | grep -oE '[0-9a-f]{8}-[0-9a-f-]{27}' | head -n 1)
[ -n "$id" ] || { echo "the roster was not taken" >&2; exit 1; }
until ask "$at/$id" | grep -qiE '"state" *: *"(checked|refused)"'; do sleep 0.2; done
checked=$(date +%s%N)
ask -H "Idempotency-Key: apply-$began" -X POST "$at/$id/application" >/dev/null
ended=$(date +%s%N)
echo "checked in $(((checked - began) / 1000000)) ms, put in in $(((ended - checked) / 1000000)) ms"
ask "$at/$id"
