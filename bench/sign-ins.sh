#!/bin/sh
# Fifty sign-ins a second are offered, and the throttle made to forget; beside them eight people read a page. Without them, with
# them: what the readers waited, and what the sign-ins were answered.
# Usage: after bench/rebuild.sh DIR PORT [FACTS [UNITS]], ./run --empty --data DIR --port PORT &, bench/sign-ins.sh DIR PORT [SECONDS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need wrk wrk
data=$1 site="http://localhost:$2" seconds=${3:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
database "$data" postgres
psql -q -f bench/record.sql
unit=$(psql -qAtc "SELECT md5('ledger unit 1')::uuid")
branch=$(psql -qAtc "SELECT md5('ledger 1 50')::uuid")
csrf=$(curl -fsS -c "$work/jar" "$site/sign-in" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -n 1)
cookie=$(awk '/^#HttpOnly_|^[^#]/ && NF >= 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$work/jar")
cat >"$work/read.lua" <<'LUA'
wrk.headers["Cookie"] = "yjt=bench"
wrk.headers["Accept-Encoding"] = "gzip"
function delay() return math.random(100, 300) end
function done(summary, latency, requests)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("%.1f pages/s, p50 %.0f ms, p95 %.0f ms, failed %d\n", summary.requests * 1e6
        / summary.duration, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
# Each connection offers one a second, whatever the answer. No name is known: the same work as for one that is.
cat >"$work/sign.lua" <<LUA
local threads, each = {}, 0
function setup(thread) table.insert(threads, thread) end
function init() looked, told, other, count = 0, 0, 0, 0 math.randomseed(os.time()) end
function delay() return 950 end
function request()
    count = count + 1
    return wrk.format("POST", "/sign-in", {["Cookie"] = "$cookie", ["Content-Type"] = "application/x-www-form-urlencoded"},
        string.format("_csrf=%s&name=nobody%d&password=not+the+password+%d", "$csrf", math.random(1e9), count))
end
function response(status, headers)
    if status == 422 then looked = looked + 1
    elseif status == 429 and headers["Retry-After"] then told = told + 1
    else other = other + 1 end
end
function done(summary, latency, requests)
    local sum = {0, 0, 0}
    for _, thread in ipairs(threads) do
        for i, name in ipairs({"looked", "told", "other"}) do sum[i] = sum[i] + thread:get(name) end
    end
    io.write(string.format("%.1f/s offered: %.1f/s looked at, %.1f/s told to come back, other answers %d; p95 %.0f ms\n",
        summary.requests * 1e6 / summary.duration, sum[1] * 1e6 / summary.duration, sum[2] * 1e6 / summary.duration,
        sum[3], latency:percentile(95) / 1000))
end
LUA
read_pages() { wrk -t 1 -c 8 -d "$seconds" -s "$work/read.lua" "$site/units/$unit/organizations/$branch/duties" | tail -n 1; }
read_pages >/dev/null
echo "pages alone: $(read_pages)"
# So that it is the line that is measured and not the throttle of one address.
while :; do psql -qc "DELETE FROM access.sign_in_attempts"; sleep 0.3; done &
forgetting=$!
wrk -t 1 -c 50 -d "$((seconds + 4))" -s "$work/sign.lua" "$site" >"$work/signed" &
signing=$!
sleep 2
echo "pages beside: $(read_pages)"
wait "$signing"
kill "$forgetting"
echo "sign-ins: $(tail -n 1 "$work/signed")"
uptime
