"""A word that was divided at the end of a line is whole again, and a word with a hyphen keeps it."""

import pytest

from app.exchange.policy.hyphens import Hyphens


@pytest.mark.parametrize(
    ("first", "second", "others", "joined"),
    [
        ("the communi-", "cations branch", "", "the communications branch"),
        ("the communi\u00ad", "cations branch", "", "the communications branch"),
        ("the communi\ufffe", "cations branch", "", "the communications branch"),
        ("a social-", "media policy", "social media", "a social-media policy"),
        ("a social-", "media policy", "socialmedia", "a socialmedia policy"),
        ("a co-", "operative", "co-operative", "a co-operative"),
        ("the self-", "service desk", "", "the self-service desk"),
        ("eux-", "mêmes", "", "eux-mêmes"),
        ("peut\u00ad", "être", "", "peut-être"),
        ("by multi\u00ad", "factor sign-in", "", "by multi-factor sign-in"),
        ("l’arrière-", "plan", "", "l’arrière-plan"),
        ("a mi\u00ad", "nister", "", "a minister"),
        ("un va-", "leur", "", "un valeur"),
        ("anti-", "NATO", "", "anti-NATO"),
        ("of 2020-", "2021 only", "", "of 2020- 2021 only"),
        ("plain", "lines", "", "plain lines"),
        ("", "lines", "", "lines"),
    ],
)
def test_two_lines_become_one_text(first: str, second: str, others: str, joined: str) -> None:
    assert Hyphens([others]).join([first, second]) == joined
