#!/bin/sh
# The roster page, 20 rows of 100,000 people, for 32 users, against pgbench running the very statements.
# Usage: ./run --empty --port 8095 --data DIR &   then   bench/roster.sh DIR 8095 [SECONDS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need wrk wrk
data=$1 page="http://localhost:$2/units/0b500000-0000-7000-8000-000000000001/people" seconds=${3:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" yijitong_app
psql -q -f bench/roster.sql
(database "$data" yijitong_owner && psql -qc "ANALYZE" 2>/dev/null)
statements "$data" "$page" "$work/request.sql"
grep -c ';$' "$work/request.sql" | sed 's/$/ statements a request/'
curl -fsS -H 'Cookie: yjt=bench' "$page" | wc -c | sed 's/$/ bytes a page/'

cat >"$work/p95.lua" <<'LUA'
function done(summary, latency, requests)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("%.1f pages/s, p50 %.0f ms, p95 %.0f ms, failed %d\n", summary.requests * 1e6
        / summary.duration, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
load() { wrk -t 2 -c 32 -d "$1" -s "$work/p95.lua" -H 'Cookie: yjt=bench' -H 'Accept-Encoding: gzip' "$page" | tail -n 1; }
# As many connections as the product's pool has: more would only wait for each other.
direct() { xargs -d '\n' pgbench -n -M prepared -c 10 -j 2 -T "$seconds" -f "$work/request.sql" <"$work/request.sql.options"; }
load "$seconds" >/dev/null
echo "as fast as 32 can ask"
load "$seconds" | tee "$work/pages"
# People look at a page before they ask for the next.
echo "function delay() return math.random(500, 1500) end" >>"$work/p95.lua"
echo "32 people who read for a second"
load "$seconds"
direct >"$work/direct" 2>&1 || { cat "$work/direct" >&2; exit 1; }
grep -E '^(tps|latency average)' "$work/direct"
awk 'NR == FNR { pages = $1; next } /^tps/ { printf "ratio %.2f\n", pages / $3 }' "$work/pages" "$work/direct"
uptime
