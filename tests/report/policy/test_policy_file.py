"""What holds for both documents in both formats."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from typing import get_args

import pytest

from app.config import ROOT
from app.maturity.clean_text import clean_title
from app.maturity.text import LANGUAGES
from app.report.policy import policy_file
from app.report.policy.policy_file import DraftFormat, DraftKind
from tests.figures.cast import questionnaire
from tests.report.corpus import HOSTILE, MIXED, STRANGE, WRITTEN
from tests.report.policy.build import a_content
from tests.report.policy.parts import docx_paragraphs, odt_paragraphs

READERS: dict[str, Callable[[bytes], list[str]]] = {
    "docx": lambda content: [words for _, words in docx_paragraphs(content)],
    "odt": lambda content: [words for _, words in odt_paragraphs(content)],
}
each_format = pytest.mark.parametrize("format", get_args(DraftFormat))
each_kind = pytest.mark.parametrize("kind", get_args(DraftKind))
LONG = "Commandement des opérations interarmées " * 50
SCRIPT = """
import sys
from hashlib import sha256
from app.maturity.text import LANGUAGES
from app.report.policy import policy_file
from tests.report.policy.build import a_content
content = a_content(LANGUAGES, {"organisation": "Capella"})
print(sha256(policy_file.write(content, *sys.argv[1:])).hexdigest())
"""


@each_kind
@each_format
def test_another_process_gives_the_same_bytes(kind: DraftKind, format: DraftFormat) -> None:
    content = policy_file.write(a_content(LANGUAGES, {"organisation": "Capella"}), kind, format)
    command = [sys.executable, "-c", SCRIPT, kind, format]

    other = subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True)  # noqa: S603  # our own script
    assert other.stdout.strip() == sha256(content).hexdigest(), other.stderr


@each_format
@pytest.mark.parametrize("typed", [*HOSTILE.values(), *STRANGE.values(), *WRITTEN.values(), *MIXED.values()])
def test_what_was_typed_is_text_and_comes_back(typed: str, format: DraftFormat) -> None:
    content = policy_file.write(a_content(filled={"keeper": f"x{typed}x"}), "policy", format)

    # Two code points are no characters, and XML cannot hold them.
    expected = clean_title(f"X{typed}x").translate({0xFFFE: None, 0xFFFF: None})
    assert f"{expected} must read it every [12] months." in READERS[format](content)


@each_format
def test_a_long_text_is_written_whole(format: DraftFormat) -> None:
    content = policy_file.write(a_content(LANGUAGES, {"keeper": LONG}), "amendments", format)

    assert f"{LONG.strip()} must read it every [12] months." in READERS[format](content)


@each_format
@each_kind
def test_every_clause_of_the_questionnaire_is_in_its_languages(kind: DraftKind, format: DraftFormat) -> None:
    real = questionnaire()
    content = policy_file.write(a_content(LANGUAGES, questionnaire=real), kind, format)
    found = READERS[format](content)

    missing = [
        words
        for clauses in real.policy.clauses.values()
        for clause in clauses
        for text in (*clause.paragraphs, *clause.also)
        for words in (text.en, text.fr)
        if words not in found
    ]
    assert missing == []
