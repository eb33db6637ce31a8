# Turns what a server logged of one request (log_statement = 'all') into a pgbench script on standard output, and the
# parameters into options of pgbench, one a line, in the file OPTIONS: prepared once, filled each time, as by JDBC.
function value(number) { return number in values ? values[number] : "" }
function finish(    out, number) {
    if (statement == "") return
    count++
    while (match(statement, /\$[0-9]+/)) {
        number = substr(statement, RSTART + 1, RLENGTH - 1)
        out = out substr(statement, 1, RSTART - 1) (value(number) == "NULL" ? "NULL" : ":s" count "p" number)
        statement = substr(statement, RSTART + RLENGTH)
    }
    print out statement ";"
    for (number in values) if (values[number] != "NULL") print "-Ds" count "p" number "=" values[number] >OPTIONS
    statement = ""
    split("", values)
}
function read_parameters(text,    found, number, quoted) {
    while (match(text, /\$[0-9]+ = (NULL|'([^']|'')*')/)) {
        found = substr(text, RSTART + 1, RLENGTH - 1)
        text = substr(text, RSTART + RLENGTH)
        number = found
        sub(/ .*/, "", number)
        sub(/^[0-9]+ = /, "", found)
        quoted = found ~ /^'/
        if (quoted) found = substr(found, 2, length(found) - 2)
        gsub(/''/, "'", found)
        values[number] = found
    }
}
/^\t/ { if (inside) statement = statement "\n" $0; next }
{ inside = 0 }
/ LOG:  (execute [^:]*|statement): / {
    finish()
    statement = $0
    sub(/^.* LOG:  (execute [^:]*|statement): /, "", statement)
    inside = 1
    next
}
/ DETAIL:  [Pp]arameters: / { read_parameters($0) }
END { finish() }
