from itertools import product

from tests.figures.cast import LANGUAGES
from tests.report.reading import CASES, blank, carrying
from tests.report.verapdf.checking import broken_rules

VARIANTS = ("full", "quick")


def test_every_document_is_pdf_ua_1_and_pdf_a_3a() -> None:
    cases = (*CASES, ("nothing", "quick"))
    documents = {
        f"{name} {variant} {language}": carrying(name, variant, language)
        for (name, variant), language in product(cases, LANGUAGES)
    }
    documents |= {
        f"blank {variant} {language}": blank(variant, language)
        for variant, language in product(VARIANTS, LANGUAGES)
    }

    assert broken_rules(documents) == {name: set() for name in documents}
