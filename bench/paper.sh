#!/bin/sh
# Milliseconds for minutes and for a ledger as .docx, seconds and peak heap for a workbook of very many rows, over the API.
# Usage: ./run --data DIR --port PORT &, bench/paper.sh DIR PORT [ROWS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 base="http://localhost:$2/api/v1" rows=${3:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" postgres
psql -q -v records="$rows" -f bench/paper.sql
unit=$(psql -qAtc "SELECT unit_id FROM organization.v_unit_heads WHERE code = 'LH-GH'")
record=$(psql -qAtc "SELECT record_id FROM activity.records WHERE unit_id = '$unit' AND title <> '材料测试' LIMIT 1")
branch=$(psql -qAtc "SELECT organization_id FROM activity.records WHERE unit_id = '$unit' AND title = '材料测试' LIMIT 1")
other=$(psql -qAtc "SELECT organization_id FROM activity.records WHERE unit_id = '$unit' AND record_id = '$record'")
year=$(date +%Y)

ask() { curl -fsS -H "Authorization: Bearer bench" "$@"; }
# took NAME ADDRESS: the first five warm up
took() {
    for each in $(seq 55); do ask -o "$work/file" -w '%{time_total}\n' "$base/$2" >>"$work/$1"; done
    tail -n 50 "$work/$1" | sort -n | awk -v NAME="$1" '{ all[NR] = $1 * 1000 }
        END { printf "%-22s p50 %.0f ms, p95 %.0f ms\n", NAME, all[25], all[48] }'
}
took minutes.docx "units/$unit/records/$record/minutes.docx"
took ledger.docx "units/$unit/organizations/$other/papers/year/ledger.docx?year=$year"
pid=$(pgrep -f -- "--data $data" | while read -r each; do [ -d "/proc/$each" ] && grep -qa java "/proc/$each/cmdline" &&
    echo "$each"; done | head -n 1)
jstat -gc "$pid" 100 >"$work/heap" &
watching=$!
ask -o "$work/book.xlsx" -w 'ledger.xlsx            %{time_total} s, %{size_download} bytes\n' \
    "$base/units/$unit/organizations/$branch/papers/theme-day/ledger.xlsx?year=2024"
kill "$watching"
printf 'rows                   %s\n' "$(unzip -p "$work/book.xlsx" xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l)"
awk 'NR > 1 { used = ($3 + $4 + $6 + $8) / 1024; if (used > peak) peak = used }
     END { printf "%-22s %6.0f MB\n", "peak heap", peak }' "$work/heap"
echo "load $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores"
