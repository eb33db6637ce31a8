#!/bin/sh
# Time from ./run to the first page, and resident memory then, on data that is there already.
# Usage: bench/start.sh DATA [PORT]   (start ./run --data DATA once before, so that the start cache exists)
set -eu
data=$1
port=${2:-8097}
here=$(cd "$(dirname "$0")/.." && pwd)
began=$(date +%s%N)
"${RUN:-$here/run}" --port "$port" --data "$data" >/dev/null 2>&1 &
until curl -fs -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.02; done
ended=$(date +%s%N)
pid=$(pgrep -f "yijitong-0.1.0.jar.*--port $port" | head -n 1)
echo "first page after $(((ended - began) / 1000000)) ms, resident $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status") MB"
kill "$pid"
wait
