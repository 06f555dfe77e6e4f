"""The wording of the questionnaire that the product ships: each text is read alone, in either language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.loader import load
from app.maturity.questionnaire import Question
from app.maturity.text import Language, Text

FOLDER = Path(__file__).parents[2] / "questionnaires" / "readiness"

QUESTIONNAIRE = load(FOLDER)
PRACTICES = QUESTIONNAIRE.questions_in("full")

# What a step shown alone cannot lean on; in its first clause, where it names its object.
LEANING: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^(\w+ ){1,3}(it|them|they|these|this(?! week| month| year))\b"
        r"|\b(do the same|the rest|the remaining|the others)\b"
        r"|\bthe (page|list|check|text|sentences|plan|course|rule|rules|table)\b(?! (of|on|that|for)\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"^(l’|les? |la |en |y )\w+[eio]i?re?\b|\bfaire de même\b|\ble tout\b"
        r"|^(\w+ ){1,4}(ce|cet|cette|ces) (?!qu|à quoi\b|mois|semaine|année|soir)"
        r"|\b(cette|la|les|le) (page|liste|contrôle|texte|phrases|plan|formation|règles?|tableau)\b"
        r"(?! (de|du|des|à|en|sur|qui|que|aux?)\b| (d|qu)’)",
        re.IGNORECASE,
    ),
}
# A reason that names no object leaves the reader of a board page to guess which plan or rule is meant.
BARE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^Without (an? |written |published )?(plan|rules?|method|guide|scheme|limits)\b"
        r"(?! (for|on|to|of|against)\b)"
    ),
    "fr": re.compile(r"^Sans (plan|règles?|méthode|guide|programme|limites)( écrites| publiées)?,"),
}
# A board page sets a reason beside a decision that says “our”, a list of tasks beside steps that say “your”.
ADDRESSED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(you|yours?|yourselves|we|us|ours?|ourselves)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(vous|votre|vos|nous|notre|nos)\b", re.IGNORECASE),
}
FIRST_CLAUSE = re.compile(r"[^,:;(]*")
DECIDES = {
    "Adopt": "Adopter",
    "Appoint": "Désigner",
    "Approve": "Approuver",
    "Fund": "Financer",
    "Mandate": "Mandater",
    "Require": "Exiger",
}
UNKNOWN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(nobody|no one) knows\b|\b(do|does) not know\b|\bdon’t know\b", re.IGNORECASE),
    "fr": re.compile(r"\bne (sait|savons|savent)\b|\bignor(e|ons|ent)\b", re.IGNORECASE),
}
# A word that the glossary defines, and how each language says it.
DEFINED = {
    "most": (r"\b((?<!\bat )most|more than half)\b", r"\bla plupart\b|\bplus de la moitié\b"),
    "throughout": (r"\bthroughout\b", r"\bl’ensemble\b|\bpartout\b"),
    "every": (r"\bevery\b", r"\bchaque\b|\bsans exception\b"),
}
TIMES = {
    "en": re.compile(r"\bevery ((two|three|six|\d+) )?(day|week|month|quarter|year)s?\b"),
    "fr": re.compile(r"\bchaque (jour|semaine|mois|trimestre|année)\b"),
}
REPLACED: dict[Language, tuple[str, ...]] = {
    "en": (
        "bear it out",
        "draws the line",
        "whoever",
        "mended",
        "in the house",
        "carries them through",
        "means every one",
    ),
    "fr": (
        "manière convenue",
        "remplissons",
        "le seul verrou",
        "seconde étape de connexion",
        "outils de programmation",
        "joué en exercice",
    ),
}


def steps(practice: Question) -> Iterator[Text]:
    """Return the texts of a practice that a task list or a board page shows alone."""
    yield from practice.actions
    if practice.decision:
        yield practice.decision


def every_text(practice: Question) -> Iterator[Text]:
    """Return all that is written about a practice."""
    yield from (practice.name, practice.text, practice.help, practice.why)
    yield from practice.levels
    yield from practice.evidence
    yield from steps(practice)


def first_clause(text: str) -> str:
    found = FIRST_CLAUSE.match(text)
    return found[0] if found else text


@pytest.fixture(params=PRACTICES, ids=lambda practice: practice.id)
def practice(request: pytest.FixtureRequest) -> Question:
    asked: Question = request.param
    return asked


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_step_or_decision_names_its_object(practice: Question, language: Language) -> None:
    clauses = [first_clause(text.in_(language)) for text in steps(practice)]

    assert [clause for clause in clauses if LEANING[language].search(clause)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reason_names_what_is_missing(practice: Question, language: Language) -> None:
    assert not BARE[language].search(practice.why.in_(language))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reason_speaks_of_the_organisation_and_holds_where_part_is_in_place(
    practice: Question, language: Language
) -> None:
    reason = practice.why.in_(language)

    assert not ADDRESSED[language].search(reason)
    assert not reason.startswith(("Without ", "Sans "))


def test_a_step_does_not_send_its_owner_to_the_owner(practice: Question) -> None:
    # The page of a role gives its head these steps: nobody asks, tells or decides “with” themselves.
    department = {"finance": "finance", "hr": "HR", "legal": "legal", "security": "security"}
    owned = department.get(practice.owner, "-")
    sent = re.compile(rf"\b(with|have|from|give|ask) {owned}\b(?! (and|together))", re.IGNORECASE)

    assert [step.en for step in practice.actions if sent.search(step.en)] == []


def test_each_practice_has_four_steps(practice: Question) -> None:
    assert len(practice.actions) == 4


def test_a_decision_begins_with_what_a_board_does(practice: Question) -> None:
    assert practice.decision
    verb = practice.decision.en.split()[0]

    assert practice.decision.fr.split()[0] == DECIDES[verb]


def test_a_decision_is_one_sentence(practice: Question) -> None:
    assert practice.decision
    for text in (practice.decision.en, practice.decision.fr):
        assert re.fullmatch(r"[^.!?]+\.", text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_lowest_level_leaves_not_knowing_to_its_own_answer(
    practice: Question, language: Language
) -> None:
    assert not UNKNOWN[language].search(practice.levels[0].in_(language))


def test_level_4_names_level_3(practice: Question) -> None:
    assert practice.levels[4].en.startswith("We meet level 3, and in the last 12 months ")
    assert practice.levels[4].fr.startswith(
        "Nous atteignons le niveau\u00a03 et, au cours des 12\u00a0derniers mois, "
    )


@pytest.mark.parametrize("word", DEFINED)
def test_both_languages_use_a_defined_word_at_the_same_levels(practice: Question, word: str) -> None:
    english, french = (re.compile(pattern, re.IGNORECASE) for pattern in DEFINED[word])

    assert [bool(english.search(TIMES["en"].sub("", level.en))) for level in practice.levels] == [
        bool(french.search(TIMES["fr"].sub("", level.fr))) for level in practice.levels
    ]


def test_no_level_says_each_which_is_not_defined(practice: Question) -> None:
    assert [level.en for level in practice.levels if re.search(r"\beach\b", level.en)] == []


def test_both_languages_state_the_same_numbers(practice: Question) -> None:
    differing = [
        text
        for text in every_text(practice)
        if sorted(re.findall(r"\d+", text.en)) != sorted(re.findall(r"\d+", text.fr))
    ]

    assert differing == []


def test_the_help_names_no_practice(practice: Question) -> None:
    # The quick check asks only some of them.
    assert not re.search(r"\b[A-Z][1-9]\b", practice.help.en + practice.help.fr)


def test_at_most_three_texts_of_guidance_are_cited(practice: Question) -> None:
    assert len(practice.guidance) <= 3


def test_french_keeps_a_level_and_its_number_on_one_line(practice: Question) -> None:
    assert [text.fr for text in every_text(practice) if re.search(r"niveau \d", text.fr)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_words_that_readers_stumbled_over_stay_away(practice: Question, language: Language) -> None:
    written = " ".join(text.in_(language) for text in every_text(practice))

    assert [words for words in REPLACED[language] if words in written] == []


@pytest.mark.parametrize("meaning", QUESTIONNAIRE.level_meanings)
def test_the_meaning_of_a_level_is_read_alone(meaning: Text) -> None:
    assert re.search(r"\b[Tt]he practice\b", meaning.en)
    assert meaning.fr.startswith("La pratique ")


@pytest.mark.parametrize("effort", QUESTIONNAIRE.efforts.values())
def test_an_effort_is_read_after_its_label(effort: Text) -> None:
    assert effort.en.startswith("a few ")
    assert effort.fr.startswith("quelques ")
