"""Send random requests to the API with a code of each role and without one: ``make fuzz-api``.

Schemathesis makes them from the OpenAPI document, and is installed into an environment of its own. Nothing
may be answered that the document does not list, and no code may change what its link may not.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.config import ROOT
from bench.server import serving
from tests.api_fuzz.prepared import ROLES, Prepared, prepare, read_state
from tests.readers.calendars import install

SCHEMATHESIS = ("schemathesis==4.32.5",)
FOLDER = ROOT / "build" / "api-fuzz"
SETTINGS = Path(__file__).with_name("schemathesis.toml")
# Whether a random mark in If-Match counts as that of the present state.
MARKS = ("random", "right")
_CASES = re.compile(r"(\d+) generated")


def main() -> int:
    """Send the requests of every role, print what is wrong, and return how the trial ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60, help="for each role, twice")
    parser.add_argument("--programs", type=Path, help="where Schemathesis is installed")
    parser.add_argument("--roles", nargs="+", default=ROLES, choices=ROLES)
    given = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    faults: list[str] = []
    with TemporaryDirectory() as name:
        programs = given.programs or install(Path(name) / "schemathesis", SCHEMATHESIS)
        for marks in MARKS:
            folder = Path(name) / marks
            folder.mkdir()
            prepared = prepare(folder)
            os.environ |= {**prepared.environment, "API_FUZZ_MARKS": marks}
            with serving("tests.api_fuzz.served:app", folder, with_log=False) as port:
                site = f"http://127.0.0.1:{port}/api/v1"
                for role in given.roles:
                    faults += _sends(programs, site, role, marks, given.seconds, prepared)
    print(*faults, sep="\n")
    print(f"What was sent and found is in {FOLDER.relative_to(ROOT)}.")
    return 1 if faults else 0


def _sends(programs: Path, site: str, role: str, marks: str, seconds: int, prepared: Prepared) -> list[str]:
    before = read_state(site, prepared)
    command = [str(programs / "st"), "--config-file", str(SETTINGS), "run", f"{site}/openapi.json"]
    # More than one worker makes Schemathesis itself fail now and then on Python 3.11.
    command += ["--max-time", str(seconds), "--phases", "examples,coverage,fuzzing", "--workers", "1"]
    command += ["--continue-on-failure", "--no-shrink"]
    if prepared.codes[role]:
        command += ["--header", f"Authorization: Bearer {prepared.codes[role]}"]
    log = FOLDER / f"{role}-{marks}.txt"
    with log.open("w") as file:
        # So that it finds the hooks.
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, cwd=FOLDER, env=environment)
    cases = sum(map(int, _CASES.findall(log.read_text("utf-8"))))
    after = read_state(site, prepared)
    changed = {name for name in before if before[name] != after[name]}
    print(f"{role}, {marks} marks: {cases} cases; changed: {', '.join(sorted(changed)) or 'nothing'}")
    faults = [] if ended.returncode == 0 and cases else [f"{role}: see {log.relative_to(ROOT)}"]
    beyond = changed - prepared.may_change[role]
    return [*faults, *(f"{role} changed the {name}" for name in sorted(beyond))]


if __name__ == "__main__":
    sys.exit(main())
