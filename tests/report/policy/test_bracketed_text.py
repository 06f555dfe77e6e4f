import pytest

from app.maturity.clean_text import clean_title
from app.maturity.text import Language
from app.report.policy.bracketed_text import BracketedText
from app.report.policy.draft_document import DraftRun
from tests.report.corpus import HOSTILE
from tests.report.policy.build import PLACEHOLDERS

TYPED = [each for each in (*HOSTILE.values(), "[keeper]", "[12]", "a [b] c") if clean_title(each)]


def brackets(language: Language = "en", **filled: str) -> BracketedText:
    return BracketedText(language, PLACEHOLDERS, filled)


def words(text: str, language: Language = "en", **filled: str) -> str:
    return "".join(run.text for run in brackets(language, **filled).runs(text))


def test_a_placeholder_keeps_its_brackets_and_is_a_run_of_its_own() -> None:
    assert brackets().runs("The list of [organisation] must be kept.") == (
        DraftRun("The list of ", "en"),
        DraftRun("[organisation]", "en", "placeholder"),
        DraftRun(" must be kept.", "en"),
    )


def test_what_was_typed_is_plain_text_and_begins_a_sentence_with_a_capital() -> None:
    runs = brackets(keeper="the archivist").runs("[Keeper] must read what [keeper] keeps.")

    assert runs == (DraftRun("The archivist must read what the archivist keeps.", "en"),)


def test_a_number_in_brackets_is_a_proposal_and_no_placeholder() -> None:
    texts = ["Every [12] months [keeper] must read it."]

    assert brackets().has_proposals(texts)
    assert not brackets().has_proposals(["[Keeper] must read it."])
    assert [each.id for each in brackets().open_placeholders(texts)] == ["keeper"]
    assert brackets(keeper="Ada").open_placeholders(texts) == ()


@pytest.mark.parametrize("typed", TYPED)
def test_typed_words_never_become_placeholders(typed: str) -> None:
    runs = brackets(organisation=typed).runs("of [organisation], ")

    assert runs == (DraftRun(f"of {clean_title(typed)}, ", "en"),)


@pytest.mark.parametrize("typed", ["", " \t\u3000", "\x00\n"])
def test_words_in_which_nothing_can_be_seen_leave_the_brackets(typed: str) -> None:
    assert words("of [organisation]", organisation=typed) == "of [organisation]"


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("La liste de [organisation].", "Aldebaran", "La liste d’Aldebaran."),
        ("La liste de [organisation].", "le service", "La liste du service."),
        ("La liste de [organisation].", "les unités", "La liste des unités."),
        ("La liste de [organisation].", "l’état-major", "La liste de l’état-major."),
        ("La liste de [organisation].", "Le Mans Défense", "La liste de Le Mans Défense."),
        ("La liste de [organisation].", "Bellatrix", "La liste de Bellatrix."),
        ("Il revient à [organisation].", "le service", "Il revient au service."),
        ("Il revient à [organisation].", "les unités", "Il revient aux unités."),
        ("Il revient à [organisation].", "Aldebaran", "Il revient à Aldebaran."),
        ("Ce que [organisation] dit.", "Aldebaran", "Ce qu’Aldebaran dit."),
        ("De [organisation] vient tout.", "le service", "Du service vient tout."),
        ("Une bande [organisation].", "Aldebaran", "Une bande Aldebaran."),
    ],
)
def test_french_joins_short_words_to_what_was_typed(text: str, typed: str, expected: str) -> None:
    assert words(text, "fr", organisation=typed) == expected


def test_english_joins_nothing() -> None:
    assert words("a code [organisation] and de [organisation]", organisation="le Mans") == (
        "a code le Mans and de le Mans"
    )
