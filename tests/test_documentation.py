"""What the documentation says exists, and what exists is said."""

import re
import shutil
import subprocess

import pytest

from app.cli.assessment import assessment_commands
from app.cli.data import data_commands
from app.cli.peers import peers_commands
from app.cli.questionnaire import questionnaire_commands
from app.cli.report import report_commands
from app.config import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def settings_of_the_code() -> set[str]:
    """Find every environment variable that the code reads."""
    source = "".join((ROOT / name).read_text("utf-8") for name in ("app/config.py", "gunicorn.conf.py"))
    return set(re.findall(r"environ(?:ment)?(?:\.get\(|, )[\"']([A-Z_]+)[\"']", source))


def test_every_setting_is_in_the_readme_and_no_other() -> None:
    table = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))

    assert len(table) > 6
    assert table == settings_of_the_code()


def test_the_readme_shows_its_two_commands_first() -> None:
    shown = re.findall(r"make (?:run|test)\b", README)

    assert shown[:2] == ["make run", "make test"]


@pytest.mark.parametrize(
    "group", [assessment_commands, data_commands, peers_commands, questionnaire_commands, report_commands]
)
def test_every_command_is_in_the_readme(group: object) -> None:
    name, commands = group.name, group.commands  # type: ignore[attr-defined]  # click leaves them untyped here

    assert commands
    assert [each for each in commands if f"{name} {each}" not in README] == []


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    make = shutil.which("make")
    assert make, "the README's commands need make"

    asked = [make, "--no-print-directory", "help"]
    shown = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603  our own words

    phony = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[0].split()
    assert [line.split()[0] for line in shown.splitlines()] == phony


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    dead = [
        f"{path.name}: {target}"
        for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
        if not target.startswith("http") and not (path.parent / target).exists()
    ]

    assert not dead


def test_every_dependency_is_justified() -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    asked = [
        re.split(r"[\[><=~! ]", line)[0].lower()
        for name in ("requirements.in", "requirements-dev.in", "bench/requirements.in")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    ]

    assert len(asked) > 15
    assert [name for name in asked if name not in told] == []


def test_every_test_that_the_documentation_names_exists() -> None:
    told = {
        name
        for path in (ROOT / "docs").rglob("*.md")
        for name in re.findall(r"`(test_\w+)`", path.read_text("utf-8"))
    }
    sources = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = {name for source in sources for name in re.findall(r"def (test_\w+)", source)}

    assert len(told) > 60
    assert told <= there, told - there
