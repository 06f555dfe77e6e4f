import subprocess
import sys
from pathlib import Path

from app.config import ROOT


def test_building_documents_of_hostile_texts_opens_only_files_of_the_program() -> None:
    run = subprocess.run(
        [sys.executable, "-B", "-m", "tests.report.guarantees.audit_events"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    events = [line.split(" ", 1) for line in run.stdout.splitlines()]
    opened = {Path(what) for event, what in events if event == "open"}
    own = (ROOT / "app", Path(sys.prefix), Path(sys.base_prefix))

    assert any(path.suffix == ".ttf" for path in opened)
    assert [path for path in opened if not any(path.is_relative_to(folder) for folder in own)] == []
    assert {event for event, _ in events} <= {"open", "os.listdir", "os.scandir"}
