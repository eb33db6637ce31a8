# Read by the benches: the database of a running product, and what it is asked during one request.
. bin/tools.sh
need psql postgresql-client
need pgbench postgresql-contrib

# database DATA ROLE: the connection of psql and pgbench
database() {
    PGHOST=127.0.0.1 PGPORT=$(cat "$1/pg/port") PGDATABASE=yijitong PGUSER=$2
    PGPASSWORD=$(cat "${YIJITONG_SECRETS:-$1/secrets}/$2")
    # As the product's connections are set up (application.yaml).
    PGOPTIONS='-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0'
    export PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD PGOPTIONS
}

# The server's log of the application's statements goes on or off; its connections are opened anew for it.
logging() {
    (
        database "$1" postgres
        case $2 in
            on) psql -qc "ALTER ROLE yijitong_app SET log_statement = 'all'" \
                -c "ALTER ROLE yijitong_app SET log_error_verbosity = 'default'" ;;
            off) psql -qc "ALTER ROLE yijitong_app RESET ALL" ;;
        esac
        psql -qAtc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'yijitong_app'" >/dev/null
    )
    sleep 1
}

# statements DATA ADDRESS FILE: the statements of one request as a pgbench script FILE, its options in FILE.options
statements() {
    logging "$1" on
    curl -fsS -o /dev/null -H 'Cookie: yjt=bench' "$2"
    from=$(($(wc -c <"$1/pg/postgres.log") + 1))
    curl -fsS -o /dev/null -H 'Cookie: yjt=bench' "$2"
    sleep 0.2
    : >"$3.options"
    tail -c "+$from" "$1/pg/postgres.log" | awk -v OPTIONS="$3.options" -f bench/statements.awk >"$3"
    logging "$1" off
}
