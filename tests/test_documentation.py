"""The documentation names what exists, and what exists is documented."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from app.cli.assessment import assessment_commands
from app.cli.data import data_commands
from app.cli.peers import peers_commands
from app.cli.policy import policy_commands
from app.cli.programme import programme_commands
from app.cli.questionnaire import questionnaire_commands
from app.cli.report import report_commands
from app.config import ROOT

README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
MAXIMUM_README_WORDS = 900
MAXIMUM_FILES_OF_ONE_ANSWER = 20

# The folders of this repository, and the files at its top.
_PATH = re.compile(
    r"`((?:app|bench|docs|questionnaires|tests)/[\w./*-]*|[\w.-]+\.(?:conf\.py|in|toml|txt)|[A-Z]+\.md)`"
)


def read_document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def settings_of_the_code() -> set[str]:
    """Return the name of every environment variable that the code reads."""
    source = "".join((ROOT / name).read_text("utf-8") for name in ("app/config.py", "gunicorn.conf.py"))
    return set(re.findall(r"environ(?:ment)?(?:\.get\(|, )[\"']([A-Z_]+)[\"']", source))


@pytest.mark.parametrize("name", ["README.md", "docs/configuration.md"])
def test_every_setting_is_documented_and_no_other(name: str) -> None:
    table = set(re.findall(r"^\| `([A-Z_]+)`", read_document(name), re.MULTILINE))

    assert len(table) > 6
    assert table == settings_of_the_code()


def test_the_readme_shows_its_two_commands_first() -> None:
    shown = re.findall(r"make (?:run|test)\b", README)

    assert shown[:2] == ["make run", "make test"]


@pytest.mark.parametrize(
    "group",
    [
        assessment_commands,
        data_commands,
        peers_commands,
        policy_commands,
        programme_commands,
        questionnaire_commands,
        report_commands,
    ],
)
def test_every_command_is_documented(group: object) -> None:
    name, commands = group.name, group.commands  # type: ignore[attr-defined]  # click leaves them untyped here
    operations = read_document("docs/operations.md")

    assert commands
    assert [each for each in commands if f"--app wsgi {name} {each}" not in operations] == []


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    make = shutil.which("make")
    assert make, "the README's commands need make"

    command = [make, "--no-print-directory", "help"]
    shown = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603  a fixed command

    phony = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[0].split()
    assert [line.split()[0] for line in shown.splitlines()] == phony


def anchors(path: Path) -> set[str]:
    """Return the anchor that each heading of a document gets when it is shown as a page."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    links = [
        (path, target, anchor)
        for path in DOCUMENTS
        for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)", path.read_text("utf-8"))
        if not target.startswith("http")
    ]

    dead = [f"{path.name}: {target}" for path, target, _ in links if not (path.parent / target).exists()]
    unknown = [
        f"{path.name}: {target}#{anchor}"
        for path, target, anchor in links
        if anchor and anchor not in anchors(path.parent / target if target else path)
    ]
    assert len(links) > 30
    assert not dead
    assert not unknown


def test_every_path_that_the_documentation_names_exists() -> None:
    named = {(path.name, name) for path in DOCUMENTS for name in _PATH.findall(path.read_text("utf-8"))}

    assert len(named) > 100
    assert sorted(f"{document}: {name}" for document, name in named if not any(ROOT.glob(name))) == []


def test_the_way_of_one_answer_names_files_and_functions_that_exist() -> None:
    way = re.findall(
        r"^(\d+)\. `([\w./]+)`(?:, `(\w+)`)?: ", read_document("docs/architecture.md"), re.MULTILINE
    )

    unknown = [
        f"{path}: {name}"
        for _, path, name in way
        if name and not re.search(rf"^(?:def|class) {name}\b", read_document(path), re.MULTILINE)
    ]
    assert [int(number) for number, _, _ in way] == list(range(1, len(way) + 1))
    assert len(way) == len({path for _, path, _ in way})
    assert 10 < len(way) <= MAXIMUM_FILES_OF_ONE_ANSWER
    assert [path for _, path, name in way if path.endswith(".py") and not name] == []
    assert unknown == []


def test_the_readme_is_short() -> None:
    assert len(README.split()) < MAXIMUM_README_WORDS


def test_the_licence_is_named_and_there() -> None:
    assert "Apache License\n                           Version 2.0" in read_document("LICENSE")
    assert "Apache License 2.0" in README
    assert tomllib.loads(read_document("pyproject.toml"))["project"]["license"] == "Apache-2.0"


def test_the_changelog_has_a_place_for_what_is_not_released_yet() -> None:
    versions = re.findall(r"^## \[(.+?)\]", read_document("CHANGELOG.md"), re.MULTILINE)

    assert versions[0] == "Unreleased"
    assert tomllib.loads(read_document("pyproject.toml"))["project"]["version"] == versions[1]


def test_every_dependency_is_justified() -> None:
    documented = read_document("docs/dependencies.md").lower()
    required = [
        re.split(r"[\[><=~! ]", line)[0].lower()
        for name in ("requirements.in", "requirements-dev.in", "bench/requirements.in")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    ]

    assert len(required) > 15
    assert [name for name in required if name not in documented] == []


def test_every_test_that_the_documentation_names_exists() -> None:
    named = {name for path in DOCUMENTS for name in re.findall(r"`(test_\w+)`", path.read_text("utf-8"))}
    sources = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    existing = {name for source in sources for name in re.findall(r"def (test_\w+)", source)}

    assert len(named) > 60
    assert named <= existing, named - existing
