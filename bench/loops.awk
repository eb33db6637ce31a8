# Writes the parameters of a pgbench script (statements.awk) into it, for prepared statements that run again and again: what
# only this loop made (file MADE, one identifier a line) is put together anew each time. Reads options, then the script.
function literal(text,    known, number, at, best) {
    best = 0
    for (number in made) if ((at = index(text, made[number])) > 0 && (!best || at < best)) { best = at; known = number }
    if (!best) return quoted(text)
    return quoted(substr(text, 1, best - 1)) " || " sprintf("'0c5b%04x-0000-7000-8000-' || :new", known) \
        " || " literal(substr(text, best + length(made[known])))
}
# pgbench looks for its variables inside of texts, too.
function quoted(text) {
    gsub(/\\/, "\\\\\\\\", text)
    gsub(/'/, "''", text)
    gsub(/:/, "\\x3a", text)
    return "E'" text "'"
}
function known(text,    type, number) {
    type = text ~ /^[0-9a-f-]+$/ && length(text) == 36 ? "::uuid" : ""
    for (number in made) if (index(text, made[number]) > 0) return "(" literal(text) ")" type
    return quoted(text) type
}
BEGIN {
    while ((getline line <MADE) > 0) made[++count] = line
    print "\\set serial :serial + 1"
    print "\\set new 100000000000 + (:begun * 100 + :client_id) * 1000000 + :serial"
}
FNR == NR { sub(/^-D/, ""); at = index($0, "="); value[substr($0, 1, at - 1)] = known(substr($0, at + 1)); next }
{
    out = ""
    while (match($0, /:s[0-9]+p[0-9]+/)) {
        out = out substr($0, 1, RSTART - 1) value[substr($0, RSTART + 1, RLENGTH - 1)]
        $0 = substr($0, RSTART + RLENGTH)
    }
    print out $0
}
