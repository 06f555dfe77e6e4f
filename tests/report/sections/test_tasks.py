"""What is asked of one role, as a PDF that stands alone."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.maturity.answers import ORGANISATION_LIMIT, Answer
from app.maturity.outlook.asked import asked_of
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import LANGUAGES, Language
from app.report.tasks import render_tasks
from tests import build as builders
from tests.figures.cast import card, questionnaire, wording_in
from tests.report.documents import plain, reader, words
from tests.report.test_board import CHOICES, NAMES, scorecard_of
from tests.report.test_hostile import CORPUS
from tests.typesetting.tagged.structure_tree import tree

OWNERS = ("communications", "executive", "finance", "hr", "legal", "security")


def tasks(scorecard: Scorecard, owner: str, language: Language = "en") -> bytes:
    """Return what is asked of a role."""
    return render_tasks(scorecard, owner, wording_in(language, scorecard.questionnaire))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("owner", OWNERS)
def test_each_recommendation_of_the_role_is_there_whole_and_no_other(owner: str, language: Language) -> None:
    scorecard = scorecard_of(["0", "1", "unknown", "2"], "full", "Bellatrix")
    printed = words(tasks(scorecard, owner, language))

    asked = asked_of(scorecard, owner)
    expected = []
    for each in asked:
        question = each.question
        expected += [question.name, question.why, *each.actions, *question.evidence]
        if not each.answer.is_unknown:
            expected.append(question.levels[each.level])
    assert asked
    assert [text for text in expected if plain(text.in_(language)) not in printed] == []
    others = [each.question for each in scorecard.recommendations if each.question.owner != owner]
    assert [other.id for other in others if plain(other.why.in_(language)) in printed] == []


@pytest.mark.parametrize("owner", OWNERS)
def test_the_tasks_are_headings_numbered_from_one(owner: str) -> None:
    scorecard = scorecard_of(["0"], "full", "Bellatrix")
    found = tree(tasks(scorecard, owner))

    asked = asked_of(scorecard, owner)
    (title,) = found.all("H1")
    assert title.words == f"{questionnaire().owners[owner].en}: what is asked of you"
    headings = [heading.words.split()[:2] for heading in found.all("H2")]
    assert headings == [[str(number), each.question.id] for number, each in enumerate(asked, start=1)]


def test_each_task_has_its_day_and_its_effort() -> None:
    answers = {q.id: Answer("3") for q in questionnaire().questions_in("full")}
    answers |= {"A1": Answer("1"), "A2": Answer("2"), "A3": Answer("2")}
    assessment = builders.an_assessment(answers, completed_on=date(2026, 11, 29))

    printed = words(tasks(build(questionnaire(), assessment, completed=True), "security"))

    # Account protection takes days, access rights weeks, devices and tools months: 30, 90 and 180 days.
    assert "Must-have still missing By 29 December 2026 · effort: a few days" in printed
    assert "By 27 February 2027 · effort: a few weeks" in printed
    assert "By 28 May 2027 · effort: a few months" in printed
    assert "Three practices that you are responsible for are below their target." in printed


def test_an_interim_result_names_no_day_and_says_that_it_is_interim() -> None:
    scorecard = scorecard_of(["0", None], "quick", "Capella", completed=False)
    printed = words(tasks(scorecard, "security"))

    assert "Within 30 days · effort: a few days" in printed
    assert printed.count("Interim result: ") >= 2


@pytest.mark.parametrize(
    ("language", "nothing"),
    [("en", "Nothing is asked of you"), ("fr", "Rien ne vous est demandé")],
)
@pytest.mark.parametrize("owner", OWNERS)
def test_a_role_with_nothing_to_do_is_told_so(owner: str, language: Language, nothing: str) -> None:
    document = tasks(scorecard_of(["3"], "full", "Bellatrix"), owner, language)

    assert nothing in words(document)
    assert not tree(document).all("H2")


def test_what_nobody_knows_is_never_called_absent() -> None:
    printed = words(tasks(scorecard_of(["unknown"], "full", "Bellatrix"), "legal"))

    assert "We don’t know. Nobody knew the answer" in printed
    assert "0 Absent." not in printed


def test_no_answer_of_others_travels_with_the_document() -> None:
    assert not reader(tasks(card("bellatrix"), "hr")).attachments


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(CHOICES), min_size=1, max_size=46),
    st.sampled_from(OWNERS),
    st.sampled_from((*NAMES, *CORPUS.values())),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
@example(["0"], "communications", "W" * ORGANISATION_LIMIT, "fr", True)
def test_every_input_gives_the_same_bytes_twice(
    choices: list[str | None], owner: str, organisation: str, language: Language, completed: bool
) -> None:
    scorecard = scorecard_of(choices, "full", organisation, completed=completed)

    assert tasks(scorecard, owner, language) == tasks(scorecard, owner, language)
