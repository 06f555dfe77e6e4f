"""Let other programs read OSCAL and CISO Assistant files of random assessments: ``make consumers``.

oscal-validate needs Python 3.12 or newer, named by ``NEWER_PYTHON``. CISO Assistant is no package: to try it
too, ``CISO_ASSISTANT`` names the ``backend`` folder of its source, and ``CISO_PYTHON`` a Python that has what
it needs.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.consumers import ciso_assistant, oscal_readers
from tests.consumers.sample_files import FOLDER, write_files

ASSESSMENTS = 60


def main() -> int:
    """Read every file, print what is wrong, and return how the trial ended."""
    cases = write_files(ASSESSMENTS)
    print(f"{len(cases)} assessments: {sum(1 for _ in FOLDER.iterdir())} files")
    with TemporaryDirectory() as folder:
        faults = [
            *oscal_readers.import_into_trestle(Path(folder)),
            *oscal_readers.check_constraints(Path(folder)),
        ]
        source, python = os.environ.get("CISO_ASSISTANT"), os.environ.get("CISO_PYTHON")
        if source and python:
            faults += ciso_assistant.import_audits(Path(source), python, Path(folder), cases)
        else:
            print("CISO Assistant was left out: set CISO_ASSISTANT and CISO_PYTHON.")
    print(*faults, f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
