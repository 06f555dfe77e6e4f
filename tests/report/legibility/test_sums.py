import pytest

from app.maturity.text import Language
from app.translations import translator
from tests.figures.cast import LANGUAGES, card, questionnaire
from tests.report.documents import CASES, pdf
from tests.report.legibility.equations import equations, fractions_in, is_true
from tests.typesetting.tagged.structure_tree import Node, tree

each_document = pytest.mark.parametrize(
    ("name", "variant", "language"), [(*case, language) for case in CASES for language in LANGUAGES]
)
# A cell or a paragraph holds whole equations.
HOLDERS = ("P", "TD", "TH", "LBody")


def parts(name: str, variant: str, language: Language) -> tuple[list[str], list[str]]:
    """Return the texts before the part with the sums, and those of that part."""
    *others, last = tree(pdf(name, variant, language)).all("Sect")
    title = translator(language)("How the numbers are made")
    sections = [each for each in (*others, last) if each.kids and each.kids[0].kind == "H1"]
    assert sections[-1].kids[0].whole == title
    return (
        [text for each in sections[:-1] for text in texts(each)],
        texts(sections[-1]),
    )


def texts(section: Node) -> list[str]:
    return [node.whole for node in section.all(*HOLDERS)]


def numbers_of_documents() -> set[str]:
    """Return what looks like a fraction in the numbers and addresses of sources: “(EU) 2022/2065”."""
    real = questionnaire()
    cited = [
        f"{each.title.en} {each.title.fr} {each.identifier} {each.address}" for each in real.guidance.values()
    ]
    addresses = [figure.address for figure in real.survey.figures.values()]
    return {each for text in (*cited, *addresses) for each in fractions_in(text)}


@each_document
def test_both_sides_of_every_equation_are_equal(name: str, variant: str, language: Language) -> None:
    body, sums = parts(name, variant, language)
    printed = [equation for text in (*body, *sums) for equation in equations(text)]

    scored = [each for each in card(name, variant).domains if each.score]
    assert len(printed) >= len(scored) + 2 * len(card(name, variant).recommendations) + 1
    assert [each for each in printed if not is_true(each)] == []


@each_document
def test_only_the_last_part_has_sums_and_fractions(name: str, variant: str, language: Language) -> None:
    body, _ = parts(name, variant, language)

    assert [each for text in body for each in equations(text)] == []
    known = numbers_of_documents()
    assert [each for text in body for each in fractions_in(text) if each not in known] == []


@pytest.mark.parametrize(
    ("equation", "expected"),
    [
        ("2 × 81/50 ÷ 4 = 81/100 = 0.81", True),
        ("1 + 62/100 = 81/50 = 1,62", True),
        ("(25 + 25/2) ÷ 2 = 75/4 = 18.75", True),
        ("2 × 100 ÷ (4 × 6 × 9) = 25/27 ≈ 0.93", True),
        ("25/27 = 0.93", False),
        ("25/9 × 133/100 = 1.33", False),
        ("25/27 ≈ 0.94", False),
        ("1/2 ≈ 0.5", False),
    ],
)
def test_a_false_equation_is_found(equation: str, expected: bool) -> None:
    assert equations(f"Priority: {equation}.") == [equation]
    assert is_true(equation) is expected
