#!/bin/sh
# The tree of a unit of 10,000 organizations with ten years of changes: as it was on a day, as we knew it then.
# Usage: ./run --empty --port 8095 --data DIR &   then   bench/as-of.sh DIR 8095
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 page="http://localhost:$2/units/0a500000-0000-7000-8000-000000000001/organizations"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" yijitong_app
psql -q -f bench/as-of.sql
(database "$data" yijitong_owner && psql -qc "ANALYZE" 2>/dev/null)
for asked in "" "?on=2021-06-01" "?on=2021-06-01&as=then"; do
    statements "$data" "$page$asked" "$work/request.sql"
    # Of the page's statements only the tree, with the unit it is asked in.
    awk -v RS=';\n' -v ORS=';\n' '/SET LOCAL app.unit/ && !unit++ || /LIMIT 20000/' \
        "$work/request.sql" >"$work/tree"
    { echo "BEGIN;"; cat "$work/tree"; echo "COMMIT;"; } >"$work/tree.sql"
    echo "tree${asked:- of today}"
    # Without the lists of organizations, which other statements are given.
    awk 'length() < 200' "$work/request.sql.options" |
        xargs -d '\n' pgbench -n -r -M prepared -c 1 -t 30 -f "$work/tree.sql" >"$work/out" 2>&1 ||
        { cat "$work/out" >&2; exit 1; }
    sed -n '/^latency average/p; /SELECT v.organization_id/p' "$work/out"
    curl -fsS -o /dev/null -w 'whole page %{time_total} s, %{size_download} bytes\n' -H 'Cookie: yjt=bench' "$page$asked"
done
uptime
