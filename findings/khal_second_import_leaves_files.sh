#!/usr/bin/env bash
# Importing a file of events into khal once more, as after a change, shows no event twice, but leaves two more
# files for each event in the calendar’s folder. Their names end in “.ics” and random letters, so neither khal
# nor vdirsyncer shows them, and nothing removes them. A file that holds only to-dos is imported without a
# word: nothing is stored, and the exit code is 0.
# Version: khal 0.14.1, Python 3.11.
# Output seen: “first import: 3 files, 3 events”, “second import: 9 files, 3 events”, “to-dos: exit code 0, no
# output, 0 files”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check khal==0.14.1
mkdir plan tasks
printf '[calendars]\n[[plan]]\npath = %s/plan\n[[tasks]]\npath = %s/tasks\n[sqlite]\npath = %s/khal.db\n' \
  "$folder" "$folder" "$folder" >settings
cat >>settings <<'SETTINGS'
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
SETTINGS

calendar() {
  printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n'
  for number in 1 2 3; do
    printf 'BEGIN:%s\r\nUID:%s-%s\r\nDTSTAMP:20261101T000000Z\r\n' "$1" "$1" "$number"
    printf 'DTSTART;VALUE=DATE:2026120%s\r\nSUMMARY:Number %s\r\nEND:%s\r\n' "$number" "$number" "$1"
  done
  printf 'END:VCALENDAR\r\n'
}
khal() { venv/bin/khal --config settings "$@"; }
expect() { echo "$1"; [ "$1" = "$2" ] || { echo "Changed: expected “$2”."; exit 1; }; }

khal --version
calendar VEVENT >events.ics
calendar VTODO >todos.ics
for time in first second; do
  khal import --batch -a plan events.ics >/dev/null
  shown=$(khal list -a plan --format '{title}' 2026-11-30 10d | grep -c Number)
  case $time in first) files=3 ;; second) files=9 ;; esac
  expect "$time import: $(find plan -type f | wc -l) files, $shown events" "$time import: $files files, 3 events"
done
output=$(khal import --batch -a tasks todos.ics 2>&1) && code=0 || code=$?
[ -z "$output" ] && output="no output"
expect "to-dos: exit code $code, $output, $(find tasks -type f | wc -l) files" "to-dos: exit code 0, no output, 0 files"
