#!/bin/sh
# Works out everything again from 1,000,000 facts of 6,000 branches under 60 duties, beside the running product.
# Usage: bench/rebuild.sh DIR PORT [FACTS]; the data folder DIR must be new.
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 port=$2 facts=${3:-1000000}
mkdir -p "$data/mechanisms"
sh bench/duties.sh >"$data/mechanisms/bench.yaml"
./run --empty --port "$port" --data "$data" >"$data/run.log" 2>&1 &
until curl -fs -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.2; done
database "$data" postgres
psql -q -v facts="$facts" -f bench/ledger.sql
psql -qc "ANALYZE"
echo "duties in force: $(psql -qAtc "SELECT count(*) FROM mechanism.v_duties WHERE current_date BETWEEN since AND until")"
for asked in "" --check; do
    /usr/bin/time -f '%e s, peak resident %M kB' ./run rebuild $asked --data "$data" >"$data/rebuild.log" 2>&1 || true
    tail -n 2 "$data/rebuild.log"
done
psql -qAtc "SELECT count(*) || ' obligations' FROM ledger.obligations" -c "SELECT count(*) || ' contributions' FROM ledger.contributions"
uptime
