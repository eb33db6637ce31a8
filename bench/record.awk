# Writes the parameters of a pgbench script (statements.awk) into it as literals, so that it can run again and again:
# what only this request made (file MADE, one identifier a line) becomes new each time. Reads options, then the script.
function literal(text,    known, number) {
    for (number in made) while ((known = index(text, made[number])) > 0)
        text = substr(text, 1, known - 1) name(number) substr(text, known + length(made[number]))
    gsub(/'/, "''", text)
    return "'" text (text ~ /^[0-9a-f]+-[0-9a-f]+-[0-9a-f:new-]+$/ && length(text) >= 28 ? "'::uuid" : "'")
}
# A UUID, or the text that is the key of the request, with the digits of the variable "new" at its end.
function name(number) { return length(made[number]) == 36 ? sprintf("0c5b%04x-0000-7000-8000-:new", number) : "bench-:new" }
BEGIN {
    while ((getline line <MADE) > 0) made[++count] = line
    print "\\set serial :serial + 1"
    print "\\set new 100000000000 + (:begun * 100 + :client_id) * 1000000 + :serial"
}
FNR == NR { sub(/^-D/, ""); at = index($0, "="); value[substr($0, 1, at - 1)] = literal(substr($0, at + 1)); next }
{
    out = ""
    while (match($0, /:s[0-9]+p[0-9]+/)) {
        out = out substr($0, 1, RSTART - 1) value[substr($0, RSTART + 1, RLENGTH - 1)]
        $0 = substr($0, RSTART + RLENGTH)
    }
    print out $0
}
