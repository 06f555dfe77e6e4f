"""Documents of usual programs are read whole: sentences, headings, items, notes and pages."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.exchange.policy import policy_file
from app.maturity.policy.policy_text import TextBlock
from tests.exchange.policy.build import Facts, facts

DOCUMENTS = Path(__file__).with_name("documents")

FRENCH: Facts = [
    ("heading", "Politique relative aux réseaux sociaux"),
    ("heading", "1. Objet"),
    (
        "paragraph",
        "La présente politique fixe l’usage des réseaux sociaux par l’Institut. Elle s’applique à"
        " l’ensemble du personnel, y compris aux réservistes et aux prestataires, et a été"
        " approuvée par le comité exécutif le 4 mai 2026.",
    ),
    ("heading", "2. Comptes officiels"),
    ("heading", "2.1 Ouverture d’un compte"),
    (
        "paragraph",
        "Le responsable de la communication décide par écrit de l’ouverture d’un compte officiel."
        " Nul ne peut ouvrir un compte au nom de l’Institut sans cette décision ; le registre des"
        " comptes est tenu par le service de communication.",
    ),
    ("paragraph", "Il est interdit de publier :"),
    ("item", "les données personnelles des collègues ou de leur famille ;"),
    ("item", "la position, les mouvements ou l’effectif des unités ;"),
    (
        "item",
        "les photographies prises en zone protégée, sauf si l’officier de sécurité les a"
        " autorisées par écrit avant publication.",
    ),
    ("heading", "2.2 Registre"),
    (
        "paragraph",
        "Les bureaux affectés notifient officiellement dans un délai de cinq jours ouvrés. Les"
        " cas difficiles sont soumis à l’officier de sécurité.",
    ),
    ("heading", "3. Sécurité"),
    ("item", "Tout compte officiel est protégé par un second facteur à la connexion."),
    ("item", "Les mots de passe sont conservés dans le gestionnaire agréé."),
    (
        "paragraph",
        "Le personnel qui quitte l’Institut perd ses accès le dernier jour. L’administrateur le"
        " retire et change le jour même les mots de passe partagés.",
    ),
]
ENGLISH: Facts = [
    ("heading", "1. Purpose"),
    (
        "paragraph",
        "This policy sets out how the Institute uses social media. It applies to all staff,"
        " including reservists and civilian contractors, and it was approved by the Board on 4 May"
        " 2026.",
    ),
    ("note", "The Board reviews this policy every two years."),
    ("heading", "2. Official accounts"),
    ("heading", "2.1 Opening an account"),
    ("paragraph", "The following must never be posted:"),
    ("item", "personal data of colleagues or their families;"),
    ("item", "the location, movement or strength of units;"),
    (
        "item",
        "photographs taken in a restricted area, unless the security officer has cleared them in"
        " writing before publication.",
    ),
    ("heading", "2.2 Register"),
    (
        "paragraph",
        "The affected offices must file an official notification within five working days."
        " Difficult cases go to the security officer.",
    ),
    ("heading", "3. Security"),
    ("item", "Every official account is protected by a second step at sign-in."),
    ("item", "Passwords are kept in the agreed password manager."),
]
COLUMNS: Facts = [
    ("heading", "1 Comptes officiels"),
    (
        "paragraph",
        "La direction de la communication autorise par écrit l’ouverture de tout compte officiel,"
        " et nul ne peut ouvrir un compte au nom de l’Institut sans cette autorisation. Le"
        " registre des comptes est tenu par le service de communication. Les bureaux affectés"
        " notifient officiellement.",
    ),
    ("heading", "1.1 Authentification"),
    (
        "paragraph",
        "L’authentification à deux facteurs est obligatoire sur tous les comptes officiels, et"
        " les mots de passe sont conservés dans le gestionnaire agréé par l’officier de sécurité"
        " des systèmes d’information. Le personnel qui quitte l’Institut perd ses accès le dernier"
        " jour, et peut-être même avant si le responsable hiérarchique le demande.",
    ),
    ("paragraph", "Il est interdit de publier :"),
    ("item", "les données personnelles des collègues ;"),
    ("item", "la position, les mouvements ou l’effectif des unités ;"),
    (
        "item",
        "les photographies prises en zone protégée, sauf autorisation écrite de l’officier de sécurité.",
    ),
    ("heading", "1.2 Usage personnel"),
    (
        "paragraph",
        "Le personnel peut utiliser les réseaux sociaux à titre personnel dans le respect du"
        " devoir de réserve, sans jamais engager l’Institut ni divulguer une information qui n’est"
        " pas publique. Un rappel est publié chaque année par le secrétariat général à"
        " l’intention de l’ensemble des agents, qui en accusent réception par écrit auprès de leur"
        " service gestionnaire dans un délai de quinze jours. Les manquements sont examinés avec"
        " l’intéressé avant toute autre mesure.",
    ),
    ("heading", "1.3 Incidents"),
    ("heading", "2 Contrôle"),
    (
        "paragraph",
        "L’inspection vérifie chaque année l’application de la présente politique et rend compte"
        " au comité exécutif.",
    ),
]
CELLS = [("paragraph", cell) for cell in ("LinkedIn", "Service de communication", "Chef du recrutement")]
NOTE = ("note", "Le comité exécutif réexamine la présente politique tous les deux ans.")


def read(name: str) -> tuple[TextBlock, ...]:
    return policy_file.read_policy((DOCUMENTS / name).read_bytes())


def assert_in_order(said: Facts, blocks: Sequence[TextBlock]) -> None:
    """Assert that a document says all of it in this order, perhaps with other blocks between."""
    found = iter(facts(blocks))
    missing = [each for each in said if each not in found]
    assert not missing


@pytest.mark.parametrize("name", ["pandoc-fr.docx", "libreoffice-fr.docx"])
def test_a_docx_is_whole_and_its_note_follows_its_paragraph(name: str) -> None:
    blocks = read(name)

    assert_in_order([*FRENCH[:3], NOTE, *FRENCH[3:11], *CELLS, *FRENCH[11:]], blocks)


@pytest.mark.parametrize("name", ["pandoc-en.odt", "libreoffice-en.odt"])
def test_an_odt_is_whole_and_its_note_follows_its_paragraph(name: str) -> None:
    assert_in_order(ENGLISH, read(name))


@pytest.mark.parametrize("name", ["pandoc-fr.htm", "libreoffice-fr.htm"])
def test_a_page_is_whole(name: str) -> None:
    blocks = read(name)

    assert_in_order([*FRENCH[1:3], NOTE, *FRENCH[3:11], *CELLS, *FRENCH[11:]], blocks)


def test_a_print_of_chromium_is_whole_and_has_no_head_or_foot() -> None:
    blocks = read("chromium-fr.pdf")

    assert_in_order([*FRENCH[:3], NOTE, *FRENCH[3:11], *CELLS, *FRENCH[11:]], blocks)
    assert facts(blocks)[0] == FRENCH[0]
    pages = {block.text: block.page for block in blocks}
    assert [pages[FRENCH[place][1]] for place in (0, 13, 14, 15)] == [1, 1, 2, 2]


def test_a_tagged_pdf_of_typst_is_whole_and_its_note_follows_its_paragraph() -> None:
    blocks = read("typst-en.pdf")

    assert_in_order(ENGLISH, blocks)
    assert facts(blocks)[0] == ("heading", "Social Media Policy")


def test_a_pdf_of_libreoffice_without_tags_is_whole() -> None:
    blocks = read("libreoffice-fr.pdf")

    assert_in_order([*FRENCH[:3], NOTE, *FRENCH[3:]], blocks)
    assert [text for kind, text in facts(blocks) if kind == "heading"] == [
        text for kind, text in FRENCH if kind == "heading"
    ]


@pytest.mark.parametrize("name", ["typst-columns-fr.pdf", "typst-columns-untagged-fr.pdf"])
def test_columns_divided_words_and_compounds_are_whole_with_tags_and_without(name: str) -> None:
    blocks = read(name)

    assert_in_order(COLUMNS, blocks)
    assert ("note", "Le registre est revu chaque trimestre par le service.") in facts(blocks)
    assert not [block.text for block in blocks if "Diffusion" in block.text or "Version" in block.text]
    assert [block.page for block in blocks if block.text.startswith(("1 Comptes", "2 Contrôle"))] == [1, 2]


@pytest.mark.parametrize("name", ["libreoffice-heads-en.pdf", "libreoffice-tagged-en.pdf"])
def test_headings_without_numbers_are_found_and_heads_and_feet_left_out(name: str) -> None:
    blocks = read(name)

    assert [(block.text, block.page) for block in blocks if block.kind == "heading"] == [
        ("Official accounts", 1),
        ("Opening an account", 1),
        ("Access", 1),
        ("Closing an account", 1),
        ("Publishing", 2),
        ("Comments", 2),
        ("Incidents", 3),
    ]
    assert not [block.text for block in blocks if "handbook" in block.text[-9:] or "Internal" in block.text]
    across = next(block for block in blocks if block.text.startswith("An account that"))
    assert across.text.endswith("listed in the annual report to the executive body of the Institute.")
    assert across.page == 1
    after = next(block for block in blocks if block.text.startswith("Before an account is closed"))
    assert after.page == 2
