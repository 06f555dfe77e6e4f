import pytest

from app.maturity.scorecard import build
from app.maturity.text import LANGUAGES, Language
from app.report.policy.clause_chapter import clause_chapter
from app.typesetting.layout.labelled_row import LabelledRow
from app.typesetting.layout.side_by_side import SideBySide
from tests.build import a_questionnaire, bellatrix
from tests.figures.cast import card, wording_in
from tests.report.documents import plain, text
from tests.report.policy.build import bank


def test_the_clauses_of_recommended_practices_follow_their_rank() -> None:
    scorecard = build(bank(), bellatrix(bank()), completed=True)
    blocks = clause_chapter(scorecard, wording_in("en", bank()))

    heads = [each for each in blocks if isinstance(each, SideBySide)]
    expected = [
        (str(each.rank), each.question.id)
        for each in scorecard.recommendations
        if each.question.id in bank().policy.clauses
    ]
    assert [(each.rail[0].plain_text, each.main[0].plain_text[:2]) for each in heads] == expected
    assert 0 < len(expected) < len(scorecard.recommendations)
    rows = [each for each in blocks if isinstance(each, LabelledRow)]
    labels = [each.label for each in rows if "Title" in each.label]
    titles = {id: [clause.title.en for clause in clauses] for id, clauses in bank().policy.clauses.items()}
    assert labels == [f"{title}, for level 2 Defined" for _, id in expected for title in titles[id]]
    assert [each.mark for each in rows[0].entries] == ["1.", "2."]


def test_what_is_in_brackets_is_bold() -> None:
    rows = clause_chapter(build(bank(), bellatrix(bank()), completed=True), wording_in("fr", bank()))

    entry = next(each for each in rows if isinstance(each, LabelledRow)).entries[1]
    assert [(span.text, span.strong) for span in entry.words if not isinstance(span, str)] == [
        ("[Gardien]", True),
        (" doit la lire tous les ", False),
        ("[12]", True),
        (" mois.", False),
    ]


def test_nothing_recommended_or_no_clause_gives_no_chapter() -> None:
    without = a_questionnaire()

    assert clause_chapter(card("aldebaran"), wording_in("en")) == []
    assert clause_chapter(build(without, bellatrix(without), completed=True), wording_in("en", without)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scorecard_has_every_clause_of_its_recommendations(language: Language) -> None:
    printed = text("bellatrix", "full", language)
    scorecard = card("bellatrix")
    bank = scorecard.questionnaire.policy.clauses

    found = [clause for each in scorecard.recommendations for clause in bank.get(each.question.id, ())]
    missing = [clause.id for clause in found if plain(clause.title.in_(language)) not in printed]
    assert found
    assert missing == []
    # A line may end within a paragraph at a hyphen, so only beginnings are compared.
    starts = [plain(each.in_(language)).split("[")[0][:40] for clause in found for each in clause.paragraphs]
    assert [start for start in starts if start not in printed] == []


def test_only_clauses_of_recommended_practices_are_in_the_scorecard() -> None:
    printed = text("aldebaran", "quick", "en")

    assert "Model clauses" not in printed
