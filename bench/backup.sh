#!/bin/sh
# A backup of the running product beside the plain COPY of the same tables into one file, in pairs; then a restore.
# Usage: ./run --port 8095 --data DIR &   then   bench/backup.sh DIR [PAIRS]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 pairs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export YIJITONG_BACKUP_PASSPHRASE=only-for-the-bench
database "$data" postgres
psql -qAt >"$work/copy.sql" <<'SQL'
SELECT format('COPY %s TO STDOUT;', c.oid::regclass)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
SQL
for pair in $(seq "$pairs"); do
    /usr/bin/time -f 'pair %C: COPY %e s' -o "$work/time" psql -q -f "$work/copy.sql" >"$work/raw"
    sed "s/pair .*:/pair $pair:/; s/\$/, $(wc -c <"$work/raw") bytes/" "$work/time"
    rm -f "$work/backup"
    /usr/bin/time -f 'backup %e s, peak resident %M kB' ./run backup "$work/backup" --data "$data" 2>&1 | tail -n 2
done
echo "$(wc -c <"$work/backup") bytes sealed"
/usr/bin/time -f 'restore %e s, peak resident %M kB' ./run restore "$work/backup" --data "$work/restored" 2>&1 | tail -n 3
uptime
