"""Texts in both languages."""

from pathlib import Path

import pytest

from tests.catalogue.mutations import HARBOUR, Mutation, check_faults, only_reason

STATEMENT = 'level.2.fr = "La plupart entretiennent le phare."'


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ('""', "is empty"),
        ('" \u00a0 "', "is empty"),
        ('"\u200b…"', "is empty"),
        ("7", "must be text in quotation marks"),
        ("[]", "must be text in quotation marks"),
        ('"l\'entrée"', "holds a straight apostrophe; write ’"),
        ("'dit \"phare\"'", "holds a straight quotation mark; write “…” in English, « … » in French"),
        ('"le phare "', "begins or ends with a space"),
        (r'"le\nphare"', "holds a line end or another control character"),
        ('"Le phare ?"', "holds an ordinary space where French sets a no-break space"),
        ('"Le « phare\u00a0»"', "holds an ordinary space where French sets a no-break space"),
    ],
)
def test_a_text_without_letters_or_with_wrong_typography_is_refused_at_its_key(
    sound: Path, wording: str, reason: str
) -> None:
    Mutation(HARBOUR, STATEMENT, f"level.2.fr = {wording}").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.level.2.fr")]
    assert only_reason(sound) == reason


def test_a_missing_language_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, STATEMENT, "").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.level.2.fr")]
    assert only_reason(sound) == "is missing"


def test_a_third_language_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, STATEMENT, f'{STATEMENT}\nlevel.2.de = "Die meisten."').apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.level.2.de")]


def test_a_text_without_languages_is_refused(sound: Path) -> None:
    Mutation(HARBOUR, 'why.en = "An unkept lighthouse is lost."', 'why = "Lost."').apply(sound)
    Mutation(HARBOUR, 'why.fr = "Ce que personne ne garde se perd."\n', "").apply(sound)

    assert check_faults(sound) == [(HARBOUR, "H1.why")]
    assert only_reason(sound) == "must be a table with the keys en, fr"


def test_typographic_quotation_marks_are_sound(sound: Path) -> None:
    Mutation(HARBOUR, "Most of us keep the lighthouse.", "Most of us keep the “lighthouse”, don’t we?").apply(
        sound
    )

    assert check_faults(sound) == []


def test_a_quotation_from_the_survey_keeps_its_own_typography(sound: Path) -> None:
    # Its quotes hold a straight apostrophe: they are the source's words, not our text.
    assert "pilots' own" in (sound / "survey-2012.toml").read_text(encoding="utf-8")
    assert check_faults(sound) == []
