#!/bin/sh
# Works out everything again from 1,000,000 facts of 1,000 branches under 60 duties, beside the running product.
# Usage: bench/rebuild.sh DIR PORT [FACTS [UNITS]]; the data folder DIR must be new. A unit has 100 branches.
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 port=$2 facts=${3:-1000000} units=${4:-10}
mkdir -p "$data/mechanisms"
sh bench/duties.sh >"$data/mechanisms/bench.yaml"
./run --empty --port "$port" --data "$data" >"$data/run.log" 2>&1 &
until curl -fs -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.2; done
database "$data" postgres
psql -q -v facts="$facts" -v units="$units" -f bench/ledger.sql
psql -qc "ANALYZE"
echo "duties in force: $(psql -qAtc "SELECT count(*) FROM mechanism.v_duties WHERE current_date BETWEEN since AND until")"
rebuild() {
    echo "$1"
    shift
    /usr/bin/time -f '%e s, peak resident %M kB' ./run rebuild "$@" --data "$data" >"$data/rebuild.log" 2>&1 || true
    tail -n 2 "$data/rebuild.log"
}
rebuild "all obligations opened and counted for the first time"
psql -qc "VACUUM ANALYZE"
rebuild "everything compared" --check
psql -qc "TRUNCATE ledger.contributions, ledger.standings, ledger.tallies, ledger.tally_changes"
rebuild "what counts and how it stands worked out anew, after a loss of both"
psql -qAtc "SELECT count(*) || ' obligations' FROM ledger.obligations" -c "SELECT count(*) || ' contributions' FROM ledger.contributions"
uptime
