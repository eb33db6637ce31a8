#!/bin/sh
# Seconds to rehearse one document on last year, over units of 100,000 facts each, one after the other.
# Usage: after bench/rebuild.sh DIR PORT [FACTS [UNITS]], ./run --data DIR --port PORT &, bench/dry-run.sh DIR PORT [UNITS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 base="http://localhost:$2/api/v1" units=${3:-10}
database "$data" postgres
ask() { curl -fsS -H "Authorization: Bearer bench" "$@"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
year=$(($(date +%Y) - 1))
cat >"$work/body" <<JSON
{"year": $year, "text": "mechanism: dry-run-bench\nversion: 1\nname: {zh-Hans: 试算, en: Dry run}\nin-force: {since: 2031-01-01, until: 2031-12-31}\nsources: [{regulation: 试算}]\nduties:\n  - duty: once\n    name: {zh-Hans: 试算, en: Dry run}\n    basis: {regulation: 试算}\n    owed-by: {organizations: [branch]}\n    every: month\n    need: 1\n    counts: {fact: activity, where: [{field: kinds, contains: lesson}]}\n"}
JSON
all=0
for number in $(seq "$units"); do
    psql -q -v number="$number" -f bench/dry-run.sql
    begun=$(date +%s%N)
    href=$(ask -H 'Content-Type: application/json' -d "@$work/body" "$base/rehearsals" | sed 's/.*"href":"\([^"]*\)".*/\1/')
    while ask "http://localhost:$2$href" >"$work/view" && grep -q '"state":"WAITING"' "$work/view"; do sleep 0.05; done
    grep -q '"state":"DONE"' "$work/view" || { cat "$work/view" >&2; exit 1; }
    all=$((all + ($(date +%s%N) - begun) / 1000000))
done
facts=$(psql -qAtc "SELECT count(*) FROM ledger.facts WHERE unit_id IN (SELECT md5('ledger unit ' || i)::uuid
    FROM generate_series(1, $units) i)")
echo "$units units, $facts facts: $all ms"
sed 's/.*"duties":\[{\([^[]*\).*/the last one: \1/' "$work/view" | cut -c1-160
echo "load $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores"
