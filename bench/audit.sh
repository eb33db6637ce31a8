#!/bin/sh
# One million entries of a hundred units: numbered and signed by the running product, then checked whole beside it.
# Usage: bench/audit.sh DIR PORT [ENTRIES]; the data folder DIR must be new.
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 port=$2 entries=${3:-1000000}
mkdir -p "$data"
./run --empty --port "$port" --data "$data" >"$data/run.log" 2>&1 &
until curl -fs -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.2; done
database "$data" postgres
psql -q -v entries="$entries" -f bench/audit.sql
psql -qc "VACUUM ANALYZE"
echo "waiting for the round that numbers them"
until [ "$(psql -qAtc 'SELECT count(*) FROM audit.leaves')" -ge "$entries" ]; do sleep 1; done
psql -qAtc "SELECT count(*) || ' rounds, ' || (max(signed_at) - min(signed_at) FILTER (WHERE size > 0)) || ' from the first to the last'
    FROM audit.checkpoints"
psql -qc "VACUUM ANALYZE"
for time in 1 2 3; do
    /usr/bin/time -f '%e s, peak resident %M kB' ./run verify-audit --data "$data" 2>&1 | tail -n 3
done
uptime
