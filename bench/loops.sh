#!/bin/sh
# The six-step loop of a matter (register, assign, accept, report, verify, close), each step a transaction of its own, eight
# at a time: by the product's service, with history, audit log and ledger; by pgbench running the very statements; by plain
# JDBC in 12 statements; and by Flowable 8, embedded as it comes. On one PostgreSQL, in turns; the median of three counts.
# The last line but one is the same loop over HTTP, with sign-in and idempotency keys. About five minutes; leaves nothing.
# Usage: bench/loops.sh [SECONDS [PORT]]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need_jdk
need mvn maven
need wrk wrk
seconds=${1:-8} port=${2:-8460}
. bench/worker.sh

start_product "$port"
psql -qc "CREATE ROLE bench SUPERUSER LOGIN PASSWORD 'bench'"
for each in plain flowable; do
    psql -qc "CREATE DATABASE bench_$each"
    # shellcheck disable=SC2086
    PGPASSWORD=bench worker "$each" java $flags -cp "bench/flowable/target/classes:bench/flowable/target/lib/*" bench.Worker \
        "$each" "jdbc:postgresql://127.0.0.1:$PGPORT/bench_$each" bench
done
for each in product plain flowable; do measure "$each" "$seconds" >/dev/null; done
# A server in service has been analysed since it was empty, by itself a minute after it was filled.
psql -qc ANALYZE
for each in plain flowable; do psql -q -d "bench_$each" -c ANALYZE; done

# logged ROLE on|off: what a role asks goes into the server's log
logged() {
    case $2 in
        on) psql -qc "ALTER ROLE $1 SET log_statement = 'all'" -c "ALTER ROLE $1 SET log_error_verbosity = 'default'" ;;
        off) psql -qc "ALTER ROLE $1 RESET ALL" ;;
    esac
    psql -qAtc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '$1'" >/dev/null
    sleep 1
}
# capture NAME NUMBER FILE: what one loop says; anew if the product read something in the background meanwhile
capture() {
    sleep 0.5
    from=$(($(wc -c <"$product/pg/postgres.log") + 1))
    ask "$1" "once $2" done >/dev/null
    # What the server says reaches its log a little later.
    until settled=$(wc -c <"$product/pg/postgres.log") && sleep 0.5 && [ "$settled" = "$(wc -c <"$product/pg/postgres.log")" ]; do
        :
    done
    tail -c "+$from" "$product/pg/postgres.log" >"$3"
    ! grep -aq 'BEGIN READ ONLY' "$3" || capture "$@"
}
said() { grep -aE ' LOG:  (execute [^:]*|statement): ' "$1" | grep -acvE ': *(BEGIN|SET |RESET|COMMIT|SHOW)'; }
around() { grep -aE ' LOG:  (execute [^:]*|statement): ' "$1" | grep -acE ': *(BEGIN|SET LOCAL|RESET|COMMIT)'; }
ids() { grep -aoE '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}' "$1" | sort -u; }
logged yijitong_app on
scripts=
for each in 0 1 2 3; do
    # After a few rounds the driver has prepared what it says again and again.
    for _ in 1 2 3 4 5 6; do ask product "once $each" done >/dev/null; done
    capture product "$each" "$data/a.log"
    capture product "$each" "$data/b.log"
    ids "$data/a.log" >"$data/a.ids"
    ids "$data/b.log" | comm -13 "$data/a.ids" - >"$data/made"
    : >"$data/options"
    awk -v OPTIONS="$data/options" -f bench/statements.awk "$data/b.log" >"$data/script"
    awk -v MADE="$data/made" -f bench/loops.awk "$data/options" "$data/script" >"$data/$each.sql"
    scripts="$scripts -f $data/$each.sql"
done
logged yijitong_app off
echo "statements a loop: product $(said "$data/b.log"), and $(around "$data/b.log") of BEGIN, SET and COMMIT"
[ -z "${KEEP:-}" ] || cp "$data"/?.sql "$data"/?.log "$KEEP"
logged bench on
for each in plain flowable; do
    ask "$each" "once 0" done >/dev/null
    capture "$each" 0 "$data/c.log"
    echo "statements a loop: $each $(said "$data/c.log")"
done
logged bench off

wal() { psql -qAtc "SELECT (pg_current_wal_lsn() - '0/0')::bigint"; }
direct() {
    before=$(wal)
    (
        database "$product" yijitong_app
        # shellcheck disable=SC2086
        pgbench -n -M prepared -c 8 -j 2 -T "$seconds" -D serial=0 -D "begun=$(($(date +%s) % 1000))" $scripts
    ) >"$data/direct" 2>&1 || { cat "$data/direct" >&2; exit 1; }
    awk -v WAL="$(($(wal) - before))" '/^number of transactions actually/ { all = $NF } /^tps/ { tps = $3 }
        END { printf "%.1f %d\n", tps, WAL / all }' "$data/direct"
}
for _ in 1 2 3; do
    for each in product direct plain flowable; do
        if [ $each = direct ]; then direct; else measure $each "$seconds"; fi | sed "s/^/$each /" >>"$data/rounds"
    done
done
awk '{ runs[$1] = runs[$1] " " $2; wal[$1] = $3 }
    function median(list,    each, swap) {
        split(list, each, " ")
        if (each[1] > each[2]) { swap = each[1]; each[1] = each[2]; each[2] = swap }
        if (each[2] > each[3]) { swap = each[2]; each[2] = each[3]; each[3] = swap }
        return each[1] + 0 > each[2] + 0 ? each[1] : each[2]
    }
    END {
        split("product direct plain flowable", names, " ")
        for (i = 1; i <= 4; i++) {
            of[names[i]] = median(runs[names[i]])
            printf "%-9s %7.1f loops/s (%s ), WAL %.1f kB a loop\n", names[i], of[names[i]], runs[names[i]], wal[names[i]] / 1000
        }
        printf "product: %.2f of pgbench, %.2f of plain JDBC, %.1f times Flowable\n", of["product"] / of["direct"],
            of["product"] / of["plain"], of["product"] / of["flowable"]
    }' "$data/rounds"

UNIT=0c560000-0000-7000-8000-000000000001 TOP=$(psql -qAtc "SELECT md5('matters 0')::uuid") DOERS=$data/doers
psql -qAtc "SELECT md5('matters ' || i)::uuid FROM generate_series(21, 28) i" >"$DOERS"
export UNIT TOP DOERS
over() { wrk -t 4 -c 4 -d "$1" -s bench/loops.lua "http://localhost:$port" | tail -n 1; }
over "$seconds" >/dev/null
over "$seconds"
uptime
