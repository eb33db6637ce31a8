#!/bin/sh
# The board over 1,000,000 matters of one unit, 100,000 of them open: what officers and secretaries look at, each page again
# and again; then the night's round over all open ones, past their day, by two at once. About five minutes; leaves nothing.
# Usage: bench/board.sh [MATTERS [PORT]]
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
need_jdk
need mvn maven
need curl curl
matters=${1:-1000000} port=${2:-8460}
. bench/worker.sh

start_product "$port"
psql -q -v matters="$matters" -f bench/board.sql
psql -qc VACUUM -c ANALYZE
echo "matters, open, events: $(psql -qAtF ', ' -c "SELECT count(*), count(*) FILTER (WHERE open) FROM matter.matters" |
    tr '\n' ' ')$(psql -qAtc "SELECT count(*) FROM matter.events")"
unit=/units/0c560000-0000-7000-8000-000000000001
branch=$(psql -qAtc "SELECT md5('matters 30')::uuid")

# page NAME SESSION PATH [TIME [TIMES]]: TIME is what curl calls it, time_total if absent
page() {
    curl -sS -o /dev/null -H "Cookie: yjt=$2" "http://localhost:$port$3#[1-5]"
    curl -sS -o /dev/null -H "Cookie: yjt=$2" -w "%{http_code} %{${4:-time_total}}\n" "http://localhost:$port$3#[1-${5:-40}]" |
        sort -n -k 2 | awk -v NAME="$1" '{ time[NR] = $2 * 1000; if ($1 != 200) wrong++ }
            END { printf "%-34s p50 %5.0f ms, p95 %5.0f ms%s\n", NAME, time[int((NR + 1) / 2)], time[int(NR * 0.95 + 0.5)],
                wrong ? ", failed " wrong : "" }'
}
for each in bench bench-general bench-1; do
    page "board, $each" $each $unit/matters
    page "one flow in one state, $each" $each "$unit/matters?flow=political-tasks&state=reported"
    page "late, $each" $each "$unit/matters?late=true"
    page "settled, $each" $each "$unit/matters?settled=true"
    page "a word that many have, $each" $each "$unit/matters?text=%E7%94%B5%E6%A2%AF"
    page "two words, $each" $each "$unit/matters?text=%E4%B8%89%E6%A5%BC%E8%B5%B0%E5%BB%8A%20%E7%94%B5%E6%A2%AF"
    page "my matters, $each" $each /matters
    page "figures of a year, $each" $each $unit/matters/statistics
done
page "those of one branch, bench" bench "$unit/matters?owner=$branch"
page "settled in one state, bench" bench "$unit/matters?settled=true&flow=political-tasks&state=noted"
next=$(curl -sS -H "Cookie: yjt=bench" "http://localhost:$port$unit/matters" | grep -o 'href="[^"]*after=[^"]*"' | head -n 1 |
    sed 's/^href="//; s/"$//; s/&amp;/\&/g')
page "second page, bench" bench "$next"
page "export .xlsx, first byte" bench $unit/matters/export time_starttransfer 3
page "export .csv, first byte" bench "$unit/matters/export?format=csv" time_starttransfer 3

# Every open one is past its day; of some branches nobody is secretary since today, so that what they have goes up.
psql -q <<'SQL'
SET session_replication_role = replica;
UPDATE matter.matters SET due_on = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE due_on IS NOT NULL;
UPDATE organization.appointments SET valid_to = (now() AT TIME ZONE 'Asia/Shanghai')::date
WHERE post = 'secretary' AND organization_id IN (SELECT md5('matters ' || i)::uuid FROM generate_series(40, 420, 20) i);
INSERT INTO notice.mailboxes SELECT account_id, '\x00', now() FROM access.accounts ON CONFLICT DO NOTHING;
SQL
psql -qc VACUUM -c ANALYZE
echo "$(ask product sweep '^swept') $(psql -qAtc "SELECT count(*) FROM matter.reminders") reminders, each once;" \
    "$(psql -qAtc "SELECT count(*) FROM matter.events WHERE kind = 'handed'") handed over;" \
    "$(psql -qAtc "SELECT count(*) FROM notice.outbox") digests"
ask product sweep '^swept' | sed 's/^/again, with nothing to do: /'
uptime
