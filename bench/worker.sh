# Read by the benches that drive the product, or what it is measured against, in a process beside them: a data folder that is
# thrown away, workers that are asked on their standard input (bench.Worker), and the product with the unit of matters.sql.
flags="-Xmx512m -XX:+UseSerialGC -Dstdout.encoding=UTF-8"
data=$(mktemp -d)
began=
trap 'for each in $began; do kill "$each" 2>/dev/null || true; done
    for each in $began; do while kill -0 "$each" 2>/dev/null; do sleep 0.2; done; done; rm -rf "$data"' EXIT
trap 'exit 1' INT TERM

# worker NAME COMMAND...: starts it, its questions in NAME.in, its answers in NAME.out, and waits until it is ready
worker() {
    name=$1
    shift
    mkfifo "$data/$name.in"
    "$@" <"$data/$name.in" >"$data/$name.out" 2>"$data/$name.log" &
    began="$! $began"
    # Kept open, so that it waits for the next question.
    sleep 100000 >"$data/$name.in" &
    began="$began $!"
    answer "$name" 0 ready >/dev/null
}
# answer NAME LINES PATTERN: the next line after LINES that looks like it
answer() {
    for _ in $(seq 1 1200); do
        found=$(tail -n "+$(($2 + 1))" "$data/$1.out" | grep -m 1 "$3") && { echo "$found"; return; }
        sleep 0.1
    done
    cat "$data/$1.out" "$data/$1.log" >&2
    exit 1
}
ask() {
    lines=$(wc -l <"$data/$1.out")
    echo "$2" >"$data/$1.in"
    answer "$1" "$lines" "$3"
}
measure() { ask "$1" "$2" '^[0-9.]* [0-9]*$'; }

# The product, in $product, on a port, with an empty unit; its database is psql's.
start_product() {
    ./run --help >/dev/null
    (cd bench/flowable && mvn -q -B process-classes)
    product=$data/product
    mkdir -p "$product/flows" "$product/mechanisms"
    cp bench/loop.yaml "$product/flows"
    cp bench/loop-duty.yaml "$product/mechanisms"
    # shellcheck disable=SC2086
    worker product java $flags -cp target/run/app/yijitong-0.1.0.jar:bench/flowable/target/classes bench/Product.java \
        --empty --port "$1" --data "$product"
    database "$product" postgres
    psql -q -f bench/matters.sql
    psql -qc ANALYZE
}
