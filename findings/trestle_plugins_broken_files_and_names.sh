#!/usr/bin/env bash
# What compliance-trestle accepts, refuses and breaks on:
#   A catalogue with one control id twice and a part id twice is imported, and “trestle validate” says VALID.
#   A name with a dot (-o c1.2) makes “trestle import” fail, but leaves a folder behind; from then on every
#   import fails with the sentence that files of type .2 are not allowed, until the folder is removed.
#   A file trestle_something.py anywhere on Python’s path is taken for a plugin: each command then ends with an
#   AttributeError. So a script that uses trestle must not have such a neighbour, or be called so itself.
# Version: compliance-trestle 5.2.0, Python 3.11.
# Output seen: “twice: import 0, VALID”, “dot: import 1, left behind c1.2”, “after it: import 5, Files of type .2
# are not allowed”, “after removing it: import 0”, “plugin: AttributeError”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check compliance-trestle==5.2.0
trestle=$folder/venv/bin/trestle

cat >catalog.json <<'JSON'
{"catalog": {"uuid": "9b0a3d8e-5d3c-4f0e-8d4a-0f6c5a1b2c3d",
 "metadata": {"title": "T", "last-modified": "2026-11-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
 "controls": [{"id": "a1", "title": "A", "parts": [{"id": "a1_smt", "name": "statement", "prose": "One."}]},
              {"id": "a1", "title": "B", "parts": [{"id": "a1_smt", "name": "statement", "prose": "Two."}]}]}}
JSON
mkdir workspace
cd workspace
"$trestle" init --local >/dev/null 2>&1

run() { code=0; said=$("$trestle" "$@" 2>&1) || code=$?; }

run import -f ../catalog.json -o twice
first=$code
run validate -a
valid=$(grep -o 'VALID' <<<"$said" | head -1)
echo "twice: import $first, $valid"
[ "$first" = 0 ] && [ "$valid" = VALID ]

run import -f ../catalog.json -o c1.2
left=$(ls catalogs | grep '\.' || true)
echo "dot: import $code, left behind $left"
[ "$code" != 0 ] && [ "$left" = c1.2 ]
run import -f ../catalog.json -o later
reason=$(grep -o 'Files of type .2 are not allowed' <<<"$said" | head -1)
echo "after it: import $code, $reason"
[ "$code" != 0 ] && [ -n "$reason" ]
rm -r catalogs/c1.2
run import -f ../catalog.json -o later
echo "after removing it: import $code"
[ "$code" = 0 ]

cd ..
echo 'VALUE = 1' >trestle_something.py
said=$(cd workspace && PYTHONPATH=$folder "$trestle" version 2>&1 | tail -1 || true)
echo "plugin: ${said%%:*}"
[ "${said%%:*}" = AttributeError ]
