#!/bin/sh
# Recording a meeting of ten people under 60 duties: statements a recording, and recordings a second against pgbench
# running the very statements, and the same without those that ask who may and write the log: what these two cost.
# The records of all stay in the bench's data.
# Usage: after bench/rebuild.sh DIR PORT [FACTS [UNITS]], ./run --data DIR --port PORT &, bench/record.sh DIR PORT [SECONDS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need wrk wrk
data=$1 at="http://localhost:$2/api/v1/units" seconds=${3:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" postgres
psql -q -f bench/record.sql
unit=$(psql -qAtc "SELECT md5('ledger unit 1')::uuid")
today=$(TZ=Asia/Shanghai date +%F)
branch() { psql -qAtc "SELECT md5('ledger 1 $1')::uuid"; }
cat >"$work/body" <<JSON
{"kinds": ["GENERAL_MEETING", "LESSON"], "day": "$today", "from": "15:00", "to": "16:30", "lecturer": "SECRETARY",
 "agenda": [{"subject": "学习全会精神", "study": true}, {"subject": "支部工作"}], "minutes": "一致同意。", "hours": 1.5}
JSON
send() {
    curl -fsS -o /dev/null -X POST -H 'Authorization: Bearer bench' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $2" -d "@$work/body" "$at/$unit/organizations/$1/records"
}

# What a request logged, as a pgbench script; the identifiers only it has, one a line, in FILE.made.
ids() { grep -aoE '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}' "$1" | sort -u; }
capture() {
    from=$(($(wc -c <"$data/pg/postgres.log") + 1))
    send "$1" "$2"
    sleep 0.3
    tail -c "+$from" "$data/pg/postgres.log" >"$3.log"
}
logging "$data" on
for each in 1 2 3 4; do
    org=$(branch $each)
    capture "$org" "bench-$$-$each-a" "$work/a"
    capture "$org" "bench-$$-$each-b" "$work/b"
    ids "$work/a.log" >"$work/a.ids"
    { ids "$work/b.log" | comm -13 "$work/a.ids" -; echo "bench-$$-$each-b"; } >"$work/made"
    : >"$work/options"
    awk -v OPTIONS="$work/options" -f bench/statements.awk "$work/b.log" >"$work/script"
    awk -v MADE="$work/made" -f bench/record.awk "$work/options" "$work/script" >"$work/$each.sql"
done
logging "$data" off
grep -c ';$' "$work/4.sql" | sed 's/$/ statements a recording, BEGIN, SET and COMMIT included/'
grep -cE '^(BEGIN|COMMIT|SET LOCAL|RESET|SET SESSION)' "$work/4.sql" | sed 's/$/ of them BEGIN, SET and COMMIT/'
[ -z "${KEEP:-}" ] || cp "$work"/*.sql "$work/made" "$KEEP"

cat >"$work/record.lua" <<LUA
local paths = {"$(branch 1)", "$(branch 2)", "$(branch 3)", "$(branch 4)"}
local body = io.open("$work/body"):read("*a")
local threads, count = 0, 0
function setup(thread) thread:set("number", threads) threads = threads + 1 end
function request()
    count = count + 1
    return wrk.format("POST", "/api/v1/units/$unit/organizations/" .. paths[1 + count % 4] .. "/records", {
        ["Authorization"] = "Bearer bench", ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = "load-" .. number .. "-" .. count .. "-" .. os.time() }, body)
end
function done(summary, latency, requests)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("%.1f recordings/s, p50 %.1f ms, p95 %.1f ms, failed %d\n", summary.requests * 1e6
        / summary.duration, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
load() { wrk -t 2 -c 4 -d "$1" -s "$work/record.lua" "http://localhost:$2" | tail -n 1; }
load "$seconds" "$2" >/dev/null
load "$seconds" "$2" | tee "$work/product"
database "$data" yijitong_app
# direct NAME: the scripts of that name by pgbench; each run has ids of its own
direct() {
    begun=$((begun + 1))
    pgbench -n -M simple -c 4 -j 2 -T "$seconds" -D serial=0 -D "begun=$((begun % 1000))" -f "$work/1$1.sql" \
        -f "$work/2$1.sql" -f "$work/3$1.sql" -f "$work/4$1.sql" >"$work/direct$1" 2>&1 || { cat "$work/direct$1" >&2; exit 1; }
    grep -E '^(tps|latency average|number of failed)' "$work/direct$1"
}
begun=$(date +%s)
direct ""
for each in 1 2 3 4; do
    awk 'BEGIN { RS = ";\n" } { while (match($0, /^\\set[^\n]*\n/)) { printf "%s", substr($0, 1, RLENGTH); $0 = substr($0, RLENGTH + 1) } }
        !/ (audit|access)\./ { printf "%s;\n", $0 }' "$work/$each.sql" >"$work/$each.bare.sql"
done
echo "without $(($(grep -c ';$' "$work/4.sql") - $(grep -c ';$' "$work/4.bare.sql"))) statements of access and audit:"
direct .bare
awk 'FILENAME ~ /product$/ { made = $1 } /^tps/ { all = all ? all : $3; bare = $3 }
    END { printf "ratio %.2f\naccess and audit: %.1f %% of what the database does, %.1f %% of a recording of the product\n",
        made / all, 100 * (1 - all / bare), 100 * (1 / all - 1 / bare) * made }' "$work/product" "$work/direct" "$work/direct.bare"
uptime
