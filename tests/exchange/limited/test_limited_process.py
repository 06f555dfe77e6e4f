"""A program that reads an untrusted file has limits, and nothing of the service."""

import resource
from pathlib import Path

import pytest

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError, Limits, OutOfTimeError


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return tmp_path / "program.py"


def test_the_answer_is_what_the_program_writes(program: Path) -> None:
    program.write_text("import sys\nsys.stdout.write(sys.stdin.read().upper())")

    assert limited_process.run(program, b"typed") == b"TYPED"


def test_memory_time_and_files_are_limited_in_the_process_alone(program: Path) -> None:
    limits = "resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_AS"
    program.write_text(f"import resource\nprint([resource.getrlimit(each) for each in ({limits})])")

    shown = limited_process.run(program, b"").decode().strip()

    # The first limit of time ends the process, and says so; the second would end it without a word.
    assert shown == str([(5, 6), (0, 0), (512 * 1024 * 1024,) * 2])
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0


@pytest.mark.parametrize(
    "lines",
    [
        "raise SystemExit(1)",
        "import os\nos.kill(os.getpid(), 9)",
        "b' ' * 1_000_000_000",
        "while True: pass",
        "import time\ntime.sleep(60)",
    ],
    ids=["failed", "killed", "memory", "computing", "waiting"],
)
def test_a_program_that_fails_or_meets_a_limit_has_no_answer(lines: str, program: Path) -> None:
    program.write_text(lines)

    with pytest.raises(LimitedProcessError):
        limited_process.run(program, b"", Limits(wait_seconds=7))


@pytest.mark.parametrize(
    ("lines", "limits"),
    [("while True: pass", Limits(seconds=1)), ("import time\ntime.sleep(60)", Limits(wait_seconds=1))],
    ids=["computing", "waiting"],
)
def test_a_program_that_takes_too_long_is_told_from_one_that_fails(
    lines: str, limits: Limits, program: Path
) -> None:
    program.write_text(lines)

    with pytest.raises(OutOfTimeError):
        limited_process.run(program, b"", limits)


def test_the_limits_are_those_that_are_asked_for(program: Path) -> None:
    limits = "resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_NOFILE"
    program.write_text(f"import resource\nprint([resource.getrlimit(each) for each in ({limits})])")

    shown = limited_process.run(program, b"", Limits(memory=2**28, seconds=20, open_files=32))

    assert shown.decode().strip() == str([(20, 21), (2**28, 2**28), (32, 32)])


def test_the_program_may_import_the_application_but_runs_none_of_the_rest(program: Path) -> None:
    program.write_text(
        "import sys\nfrom app.maturity.policy.policy_text import TextBlock\n"
        "print(TextBlock.__name__, 'flask' in sys.modules, hasattr(sys.modules['app'], 'create_app'))"
    )

    assert limited_process.run(program, b"") == b"TextBlock False False\n"


def test_the_program_writes_no_file(program: Path, tmp_path: Path) -> None:
    program.write_text(f"from pathlib import Path\nPath({str(tmp_path / 'written')!r}).write_text('text')")

    with pytest.raises(LimitedProcessError):
        limited_process.run(program, b"")
    assert not (tmp_path / "written").read_text()


def test_the_program_gets_none_of_the_services_secrets(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEPPER", "secret")
    program.write_text("import os\nprint('PEPPER' in os.environ)")

    assert limited_process.run(program, b"") == b"False\n"
