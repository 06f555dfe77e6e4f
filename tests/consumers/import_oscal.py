"""Import and validate OSCAL files: ``python import_oscal.py FILES WORKSPACE``, by a Python with trestle.

No file beside this one may be named trestle_ and something: trestle takes it for a plugin and fails
(findings/trestle_plugins_broken_files_and_names.sh).
"""

import contextlib
import io
import os
import sys
from pathlib import Path

from trestle import cli


def run(*arguments: str) -> tuple[int, str]:
    """Run a command of trestle, and return its exit code and what it said."""
    said = io.StringIO()
    sys.argv = ["trestle", *arguments]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            cli.run()
        except SystemExit as end:
            return int(end.code or 0), said.getvalue()
    return 0, said.getvalue()


def main() -> None:
    """Print a line for each file that is refused, and how many were read."""
    files, workspace = sorted(Path(sys.argv[1]).glob("*oscal-*.json")), Path(sys.argv[2])
    workspace.mkdir()
    os.chdir(workspace)
    run("init", "--local")
    for file in files:
        # A dot in a name would leave a folder behind that stops every import after it.
        code, said = run("import", "-f", str(file), "-o", file.stem)
        if code:
            sys.stdout.write(f"FAULT {file.name}: {said.strip()[-300:]}\n")
    code, said = run("validate", "-a")
    valid = said.count("VALID: ")
    if code or valid != len(files):
        sys.stdout.write(f"FAULT validate ended with {code}, {valid} of {len(files)} valid\n")
    sys.stdout.write(f"{len(files)} files imported, {valid} valid\n")


if __name__ == "__main__":
    main()
