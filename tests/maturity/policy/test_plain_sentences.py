"""Plain sentences that a tester wrote, for which cues were added, with near misses of each."""

import pytest

from app.maturity.policy.matching import find_quotes
from app.maturity.policy.sentences import Sentence
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language

FOUND: list[tuple[Language, str, str]] = [
    ("en", "G1", "It was approved by the Director General on 12 March 2027."),
    ("en", "G1", "It was approved on 12 March 2027 by the Executive Board and binds all staff."),
    ("en", "G1", "They were adopted by the Board on 3 May 2026."),
    ("fr", "G1", "Elle a été approuvée par le directeur général le 12 mars 2027."),
    ("fr", "G1", "Il a été adopté par le comité exécutif le 3 mai 2026."),
    ("fr", "A1", "L’authentification à plusieurs facteurs est obligatoire sur tous les comptes officiels."),
    ("fr", "A1", "L’accès à chaque compte doit être protégé par une authentification à plusieurs facteurs."),
    ("fr", "A1", "Les administrateurs des comptes doivent activer la double authentification."),
    (
        "fr",
        "A2",
        "L’accès aux comptes est limité à deux personnes et protégé par une double authentification.",
    ),
    ("fr", "A2", "L’accès à un compte doit être demandé par écrit."),
    ("en", "A4", "If an account is taken over, the duty officer informs the head of communications at once."),
    ("en", "A4", "When a page is hacked, its owner notifies the platform and the security officer."),
    ("fr", "A4", "En cas de prise de contrôle d’un compte, l’officier de permanence informe la direction."),
]
MISSED: list[tuple[Language, str, str]] = [
    ("en", "G1", "It was approved by the editor on 3 May 2026."),
    ("en", "G1", "It was approved by many who were asked in the street."),
    ("en", "G1", "Each picture shows the day on which it was approved, such as 3 May 2026."),
    ("fr", "G1", "Elle a été approuvée par le rédacteur le 3 mai 2026."),
    ("fr", "G1", "Elle a été approuvée par toutes les personnes interrogées."),
    ("fr", "A1", "Plusieurs facteurs expliquent le succès d’un compte."),
    ("fr", "A2", "L’accès à chaque compte doit être protégé par une authentification à plusieurs facteurs."),
    ("fr", "A2", "Les administrateurs des comptes doivent activer la double authentification."),
    ("en", "A4", "If an account is taken over by another team, its owner informs the followers."),
    ("en", "A4", "The duty officer informs the owner of each account that has no plan for the week."),
    ("fr", "A4", "Si un compte est détourné de son objet, son gestionnaire en informe la direction."),
]


def practices(questionnaire: Questionnaire, language: Language, text: str) -> set[str]:
    return set(find_quotes((Sentence(text, "", "", None, language),), questionnaire.policy.cues))


@pytest.mark.parametrize(("language", "practice", "text"), FOUND)
def test_a_plain_sentence_is_found(
    questionnaire: Questionnaire, language: Language, practice: str, text: str
) -> None:
    assert practice in practices(questionnaire, language, text)


@pytest.mark.parametrize(("language", "practice", "text"), MISSED)
def test_a_near_miss_is_not_found(
    questionnaire: Questionnaire, language: Language, practice: str, text: str
) -> None:
    assert practice not in practices(questionnaire, language, text)
