import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from reportlab import rl_config

from app.maturity.scorecard import Scorecard, build
from tests import build as builders
from tests.figures.cast import questionnaire
from tests.report.corpus import ENDLESS, HOSTILE, STRANGE
from tests.report.documents import reader, rendered, words

CORPUS = HOSTILE | STRANGE | ENDLESS


def hostile(text: str, questions: int = 3) -> Scorecard:
    """Return the scorecard of an assessment with one text in every field."""
    every = questionnaire().questions_in("full")
    answers = {
        question.id: builders.an_answer(number % 5, comment=text, evidence=text)
        for number, question in enumerate(every[:questions])
    }
    assessment = builders.an_assessment(answers, organisation=text)
    return build(questionnaire(), assessment, completed=False)


@contextmanager
def recorded_openings() -> Iterator[list[str]]:
    """Record every file and address that is opened."""
    seen: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event in ("open", "socket.connect", "subprocess.Popen"):
            seen.append(f"{event} {arguments[0]}")

    sys.addaudithook(hook)
    try:
        yield seen
    finally:
        watching = False


@pytest.mark.parametrize("text", CORPUS.values(), ids=CORPUS)
def test_no_text_makes_a_document_fail_or_grow_without_bound(text: str) -> None:
    pages = reader(rendered(hostile(text), "en")).pages

    assert 10 < len(pages) <= 40


def test_no_text_opens_a_file_or_an_address() -> None:
    rendered(hostile("warm"), "en")

    with recorded_openings() as seen:
        rendered(hostile(HOSTILE["absolute path"] + HOSTILE["script link"]), "en")

    assert seen == []


def test_the_recorder_records_an_opened_file() -> None:
    with recorded_openings() as seen, open(__file__):  # noqa: PTH123  # the plain call is what is watched
        pass

    assert seen == [f"open {__file__}"]


def test_markup_is_printed_as_plain_text() -> None:
    document = words(rendered(hostile('<b>A & B</b> <img src="/etc/passwd">'), "en"))

    assert document.count('<b>A & B</b> <img src="/etc/passwd">') >= 7


def test_no_text_becomes_a_link() -> None:
    links = [
        annotation.get_object()
        for page in reader(rendered(hostile("<a href='javascript:x'>x</a> https://evil.example"), "en")).pages
        for annotation in page.get("/Annots", ())
    ]

    assert [link for link in links if "evil" in str(link) or "javascript" in str(link)] == []


def test_no_host_and_no_scheme_is_trusted() -> None:
    assert (rl_config.trustedHosts, rl_config.trustedSchemes) == (None, [])


def test_the_longest_assessment_permitted_has_a_bounded_number_of_pages() -> None:
    longest = hostile("words and\n" * 200, questions=46)

    assert len(reader(rendered(longest, "fr")).pages) <= 160


def test_a_name_at_its_limit_keeps_the_board_s_page_one_page() -> None:
    scorecard = hostile("W" * 200)

    pages = reader(rendered(scorecard, "en")).pages

    assert "Board summary" in pages[1].extract_text()
    assert "The nine domains" in pages[2].extract_text()


def test_all_hostile_texts_at_once_in_every_field() -> None:
    everything = hostile(" ".join(text[:80] for text in CORPUS.values()), questions=46)
    profile = replace(everything.assessment.profile, organisation_type="", region="nowhere")

    strange = replace(everything, assessment=replace(everything.assessment, profile=profile))

    assert rendered(strange, "fr").startswith(b"%PDF")
