#!/usr/bin/env bash
# Each attestation in OSCAL assessment results breaks a constraint that is meant for others. NIST’s constraint
# oscal-assesment-part-objective-cardinality wants a property “method” for a part whose name is “objective”, but
# has the condition in the target that is counted: .[@name='objective']/prop[…]. For a part of any other name
# the count is 0, below the minimum of 1. A program that takes it by the letter reports an ERROR for every
# attestation, valid by the schema; oscal-validate does.
# Version: oscal-validate 0.5.0, Python 3.13.
# Output seen: “authorization-statement: CONSTRAINT_CARDINALITY”, “objective: CONSTRAINT_CARDINALITY”,
# “without attestations: no error”.
# Needs Python 3.12 or newer, named by PYTHON if python3 is older, with venv, and pip with access to a package
# index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"${PYTHON:-python3}" -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check oscal-validate==0.5.0

venv/bin/python - <<'PYTHON'
import json
import subprocess

TIME = "2026-11-01T00:00:00Z"


def errors(name):
    result = {
        "uuid": "7d9b1a52-0f3a-4b5e-9c59-1f5a3a0b7c01",
        "title": "R",
        "description": "R",
        "start": TIME,
        "reviewed-controls": {"control-selections": [{"include-all": {}}]},
    }
    if name:
        part = {"name": name, "ns": "https://example.org/ns", "prose": "We declare it."}
        result["attestations"] = [{"parts": [part]}]
    document = {
        "assessment-results": {
            "uuid": "7d9b1a52-0f3a-4b5e-9c59-1f5a3a0b7c02",
            "metadata": {"title": "T", "last-modified": TIME, "version": "1", "oscal-version": "1.2.3"},
            "import-ap": {"href": "#7d9b1a52-0f3a-4b5e-9c59-1f5a3a0b7c03"},
            "results": [result],
            "back-matter": {"resources": [{"uuid": "7d9b1a52-0f3a-4b5e-9c59-1f5a3a0b7c03", "rlinks": [{"href": "a"}]}]},
        }
    }
    with open("results.json", "w") as file:
        json.dump(document, file)
    said = subprocess.run(["venv/bin/oscal-validate", "results.json", "--format", "json"], capture_output=True)
    return sorted({each["code"] for each in json.loads(said.stdout)["findings"] if each["severity"] == "ERROR"})


for name in ("authorization-statement", "objective"):
    found = errors(name)
    print(f"{name}: {', '.join(found)}")
    assert found == ["CONSTRAINT_CARDINALITY"]
assert errors(None) == []
print("without attestations: no error")
PYTHON
