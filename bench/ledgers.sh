#!/bin/sh
# Seconds to read a ledger of a whole unit and to write it down over the API, with the server's peak heap.
# Usage: ./run --data DIR --port PORT &, bench/ledgers.sh DIR PORT [ROWS]; the records stay in the data
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 base="http://localhost:$2" rows=${3:-20000}
work=$(mktemp -d)
watching=
trap 'rm -rf "$work"; [ -z "$watching" ] || kill "$watching" 2>/dev/null || true' EXIT

database "$data" postgres
psql -q -f bench/import.sql
unit=$(psql -qAtc "SELECT unit_id FROM organization.v_unit_heads WHERE code = 'LH-GH'")
top=$(psql -qAtc "SELECT organization_id FROM organization.v_organizations WHERE unit_id = '$unit'
    AND kind = 'organ_committee' AND valid_to = 'infinity' LIMIT 1")
branches=$(psql -qAtc "SELECT string_agg(DISTINCT name, '|') FROM organization.v_organizations WHERE unit_id = '$unit'
    AND kind = 'branch' AND valid_from < '2025-01-01' AND valid_to = 'infinity'")
# Different hours, so that no two are the same meeting.
awk -v ROWS="$rows" -v ALL="$branches" 'BEGIN { many = split(ALL, branch, "|"); print "支部,日期,时间,类型,内容,地点"
    for (i = 0; i < ROWS; i++) { n = int(i / many)
        printf "%s,2025年%d月%d日,%d:%02d-%d:59,党员大会+党课,学习全会精神第%d讲,会议室\n", branch[1 + i % many],
            1 + n % 12, 1 + int(n / 12) % 28, 8 + int(n / 336) % 12, int(n / 4032) * 7, 8 + int(n / 336) % 12, i + 1 } }' \
    >"$work/ledger.csv"
ask() { curl -fsS -H "Authorization: Bearer bench" "$@"; }
now() { date +%s%N; }
took() { awk "BEGIN { printf \"%-22s %6.1f s\\n\", \"$1\", ($3 - $2) / 1e9 }"; }
pid=$(pgrep -f -- "--data $data" | while read -r each; do [ -d "/proc/$each" ] && grep -qa java "/proc/$each/cmdline" &&
    echo "$each"; done | head -n 1)
jstat -gc "$pid" 200 >"$work/heap" &
watching=$!
began=$(now)
href=$(ask -H "Idempotency-Key: ledger-$began" -F year=2025 -F "file=@$work/ledger.csv" \
    "$base/api/v1/units/$unit/organizations/$top/ledgers" | sed 's/.*"href":"\([^"]*\)".*/\1/')
ask "$base$href" >"$work/view"
took "read and match" "$began" "$(now)"
echo "new $(grep -o '"NEW":[0-9]*' "$work/view" | head -n 1 | cut -d: -f2) of $rows"
begun=$(now)
ask -H "Idempotency-Key: write-$began" -H 'Content-Type: application/json' -d '{}' "$base$href/application" >/dev/null
while ask "$base$href" >"$work/view" && grep -q '"state":"WRITING"' "$work/view"; do sleep 0.5; done
grep -q '"state":"WRITTEN"' "$work/view" || { cut -c1-400 "$work/view" >&2; exit 1; }
took "write down" "$begun" "$(now)"
kill "$watching"
watching=
awk 'NR > 1 { used = ($3 + $4 + $6 + $8) / 1024; if (used > peak) peak = used }
     END { printf "%-22s %6.0f MB\n", "peak heap", peak }' "$work/heap"
echo "load $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores"
