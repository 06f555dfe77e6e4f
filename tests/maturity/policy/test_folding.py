"""Words as cues see them."""

import pytest

from app.maturity.policy.folding import holds_a_date, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Never POST it!", ["never", "post", "it"]),
        ("L’agent s'exprime à titre privé", ["l", "agent", "s", "exprime", "a", "titre", "prive"]),
        ("Le cœur — œuvre, déjà", ["le", "coeur", "oeuvre", "deja"]),
        ("e\u0301te\u0301 follow-up", ["ete", "follow", "up"]),
        ("50 % or 50%", ["50", "%", "or", "50%"]),
        (
            "Photos: @Port_du_Lac, mail@port.example",
            ["photos", "@", "port", "du", "lac", "mail", "port", "example"],
        ),
        ("…", []),
    ],
)
def test_words_are_in_small_letters_without_accents_and_punctuation(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Approved on 3 March 2024.",
        "Approved on March 3rd, 2024, or 3rd March 2024.",
        "Date : 1er août 2025",
        "Version of June 2023",
        "Issued 2024-03-01",
        "Issued 01/03/2024",
    ],
)
def test_a_day_or_a_month_with_its_year_is_a_date(text: str) -> None:
    assert holds_a_date(words_of(text))


@pytest.mark.parametrize(
    "text", ["In 2024", "On 3 March", "Section 3.1.2", "Marching in 2024", "12 of 2024 posts"]
)
def test_a_year_or_a_day_alone_is_no_date(text: str) -> None:
    assert not holds_a_date(words_of(text))
