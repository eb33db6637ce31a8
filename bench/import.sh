#!/bin/sh
# Seconds to check a roster, to put it in and to take it back over the API, with the server's peak memory.
# Usage: ./run --data DIR --port PORT &, bench/import.sh DIR PORT [ROWS]; KEEP=1 leaves it in, SHOW=1 says how far it is
set -eu
cd "$(dirname "$0")/.."
. bench/tools.sh
data=$1 base="http://localhost:$2" rows=${3:-50000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

database "$data" postgres
psql -q -f bench/import.sql
unit=$(psql -qAtc "SELECT unit_id FROM organization.v_unit_heads WHERE code = 'LH-GH'")
psql -qAtc "SELECT name FROM organization.v_organizations WHERE unit_id = '$unit' AND kind = 'branch'
    AND valid_to = 'infinity'" >"$work/branches"
# No two of the first 50,000 have the same name.
awk -v ROWS="$rows" 'BEGIN {
    families = split("赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许", family, " ")
    names = split("伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 红 建 文 辉 力 浩 宁 凯 岚 松 柏 梅 竹 菊 川 河 江 海 山 石 云 雨 雪 霜", given, " ")
    print "序号,姓名,性别,民族,出生日期,入党时间,转正日期,所在支部,人员类别,手机号码,学历,备注" }
    { branch[NR - 1] = $0 }
    END { for (i = 0; i < ROWS; i++) {
        name = family[1 + i % families] given[1 + int(i / families) % names] given[1 + int(i / families / names) % names]
        born = 1960 + i % 40
        printf "%d,%s,%s,汉族,%d.%d.%d,%d年%d月1日,%d年%d月1日,%s,正式党员,139%08d,大学,\n", i + 1, name,
            i % 2 ? "男" : "女", born, 1 + i % 12, 1 + i % 28, born + 22, 1 + i % 12, born + 23, 1 + i % 12,
            branch[i % NR], i } }' "$work/branches" >"$work/roster.csv"

ask() { curl -fsS -H "Authorization: Bearer bench" "$@"; }
now() { date +%s%N; }
took() { awk "BEGIN { printf \"%-22s %6.1f s\\n\", \"$1\", ($3 - $2) / 1e9 }"; }
# until_it_is STATE: waits for a state at most ten minutes; prints each new stage and share to standard error.
until_it_is() {
    tries=0
    while view=$(ask "$base$href") && ! echo "$view" | grep -q "\"state\":\"$1\""; do
        tries=$((tries + 1))
        [ "$tries" -lt 3000 ] && ! echo "$view" | grep -q '"state":"REFUSED"' || { echo "$view" >&2; exit 1; }
        [ -z "${SHOW:-}" ] || echo "$view" | sed 's/.*"stage"\(.*\),"message.*/\1/' >&2
        sleep 0.2
    done
}
pid=$(pgrep -f -- "--data $data" | while read -r each; do [ -d "/proc/$each" ] && grep -qa java "/proc/$each/cmdline" &&
    echo "$each"; done | head -n 1)
jstat -gc "$pid" 200 >"$work/heap" &
watching=$!
began=$(now)
href=$(ask -H "Idempotency-Key: bench-$began" -F "file=@$work/roster.csv" "$base/api/v1/units/$unit/imports" |
    sed 's/.*"href":"\([^"]*\)".*/\1/')
until_it_is CHECKED
checked=$(now)
took "read and check" "$began" "$checked"
ask -H "Idempotency-Key: apply-$began" -X POST "$base$href/application" >/dev/null
until_it_is APPLIED
written=$(now)
took "put in" "$checked" "$written"
took "all" "$began" "$written"
echo "$view" | sed 's/.*"counts"/rows/'
if [ -z "${KEEP:-}" ]; then
    begun=$(now)
    ask -H "Idempotency-Key: undo-$began" -X POST "$base$href/undoing" >/dev/null
    until_it_is UNDONE
    took "take back" "$begun" "$(now)"
fi
kill "$watching"
awk 'NR > 1 { used = ($3 + $4 + $6 + $8) / 1024; if (used > peak) peak = used }
     END { printf "%-22s %6.0f MB\n", "peak heap", peak }' "$work/heap"
awk '/VmHWM/ { printf "%-22s %6.0f MB\n", "peak resident", $2 / 1024 }' "/proc/$pid/status"
echo "load $(cut -d' ' -f1-3 /proc/loadavg) on $(nproc) cores"
