#!/usr/bin/env bash
# A PostgreSQL of the tests' own, in a folder that can be thrown away, on loopback.
#
#   eval "$(tests/postgres.sh start /tmp/klynge-postgres)"   starts it and sets KLYNGE_POSTGRES
#   tests/postgres.sh stop /tmp/klynge-postgres              stops it and takes the folder away
#
# It does not wait for the disk (fsync=off): the tests kill the programs that use the database, never the machine below it, and what
# PostgreSQL promises about its own disk is not ours to test. It needs the server's programs (Debian: postgresql).
set -euo pipefail

verb=${1:?start or stop}
folder=${2:?a folder}

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(pg_config --bindir)

# The server refuses to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start() {
  mkdir -p "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  as_server "$bin/initdb" --pgdata "$folder/data" --auth trust --username klynge --encoding UTF8 --locale C.UTF-8 >&2
  local attempt port
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if as_server "$bin/pg_ctl" --pgdata "$folder/data" --wait --log "$folder/log" --options \
      "-h 127.0.0.1 -p $port -k '$folder' -c fsync=off -c full_page_writes=off -c max_connections=300" start >&2; then
      printf 'export KLYNGE_POSTGRES="Host=127.0.0.1;Port=%d;Username=klynge;Database=postgres"\n' "$port"
      return
    fi
    echo "Port $port did not do (attempt $attempt)." >&2
  done
  return 1
}

stop() {
  as_server "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate stop >&2
  rm -rf "$folder"
}

case $verb in
  start) start ;;
  stop) stop ;;
  *)
    echo "start or stop" >&2
    exit 2
    ;;
esac
