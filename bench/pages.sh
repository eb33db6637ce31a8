#!/bin/sh
# The live panel, a branch's home and its committee's overview, each for 32 people who read for a second, and as fast as 32
# can ask.
# Usage: after bench/rebuild.sh DIR PORT [FACTS [UNITS]], ./run --empty --data DIR --port PORT &, bench/pages.sh DIR PORT
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need wrk wrk
data=$1 site="http://localhost:$2" seconds=${3:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" postgres
psql -q -f bench/record.sql
unit=$(psql -qAtc "SELECT md5('ledger unit 1')::uuid")
# One where bench/record.sh wrote nothing.
branch=$(psql -qAtc "SELECT md5('ledger 1 50')::uuid")
echo "facts, obligations: $(psql -qAtF ', ' -c "SELECT (SELECT count(*) FROM ledger.facts), (SELECT count(*) FROM ledger.obligations)")"
cat >"$work/get.lua" <<'LUA'
wrk.headers["Cookie"] = "yjt=bench"
wrk.headers["Accept-Encoding"] = "gzip"
LUA
cat >"$work/panel.lua" <<LUA
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer bench"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"kinds": ["GENERAL_MEETING", "LESSON"], "day": "$(TZ=Asia/Shanghai date +%F)", "lecturer": "SECRETARY",
    "agenda": [{"subject": "学习全会精神", "study": true}], "hours": 1.5}]]
LUA
cat >"$work/told.lua" <<'LUA'
function done(summary, latency, requests)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("%.1f/s, p50 %.0f ms, p95 %.0f ms, failed %d\n", summary.requests * 1e6
        / summary.duration, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
echo "function delay() return math.random(500, 1500) end" >"$work/pause.lua"

# measure NAME SCRIPT ADDRESS
measure() {
    cat "$work/$2.lua" "$work/told.lua" >"$work/fast.lua"
    cat "$work/fast.lua" "$work/pause.lua" >"$work/read.lua"
    wrk -t 2 -c 8 -d 3 -s "$work/fast.lua" "$3" >/dev/null
    echo "$1: $(wrk -t 2 -c 32 -d "$seconds" -s "$work/read.lua" "$3" | tail -n 1)"
    echo "$1, as fast as 32 can ask: $(wrk -t 2 -c 32 -d "$seconds" -s "$work/fast.lua" "$3" | tail -n 1)"
}
measure "live panel" panel "$site/api/v1/units/$unit/organizations/$branch/records/outlook"
measure "home" get "$site/units/$unit/organizations/$branch/duties"
measure "overview" get "$site/"
uptime
