from itertools import cycle, product

from app.maturity.answers import COMMENT_LIMIT
from app.maturity.scorecard import Scorecard, build
from tests import build as builders
from tests.figures.cast import LANGUAGES, questionnaire
from tests.report.reading import CASES, blank, board, briefed, carrying, rendered
from tests.report.test_hostile import CORPUS
from tests.report.verapdf.checking import broken_rules

SCRIPTS = (
    "Żółć, naïveté, Ångström, œuvre, ﬁn",
    "Ελληνικά με τόνους και διαλυτικά: ΐ",
    "Кириллица: ёж, щит, Ѣ",
    "العربية مع ‏123 و(أقواس) و Latin",
    "עברית עם 2026 ו-Latin (סוגריים)",
    "中文，日本語のテキスト、한국어",
    "Emoji 👩🏽‍🚀 🇫🇷 and \ue000 private use",
    "Z" + "\u0300" * 30 + " a\u0323\u0302 combining",
    "one\ntwo\n\nthree\u2028four\tfive",
)


def saying(texts: tuple[str, ...], organisation: str) -> Scorecard:
    """Score an assessment whose comments and evidence say the texts by turns."""
    said = cycle(texts)
    given = {
        question.id: builders.an_answer(2, comment=next(said), evidence=next(said))
        for question in questionnaire().asked("full")
    }
    assessment = builders.an_assessment(given, organisation=organisation)
    return build(questionnaire(), assessment, pressed=False)


def test_every_document_is_pdf_ua_1_and_pdf_a_3a() -> None:
    documents = {
        f"{name} {variant} {language}": carrying(name, variant, language)
        for (name, variant), language in product((*CASES, ("nothing", "quick")), LANGUAGES)
    }
    documents |= {f"blank {language}": blank("full", language) for language in LANGUAGES}
    documents |= {
        f"board of {name} {language}": board(name, variant, language)
        for (name, variant), language in product((*CASES, ("nothing", "quick")), LANGUAGES)
    }

    assert broken_rules(documents) == {name: set() for name in documents}


def test_whatever_people_type_the_document_is_pdf_ua_1_and_pdf_a_3a() -> None:
    hostile = tuple(text[:COMMENT_LIMIT] for text in CORPUS.values())
    documents = {
        "scripts": rendered(saying(SCRIPTS, "شركة الدفاع"), "en"),
        "hostile": rendered(saying(hostile, "<b>汉</b>"), "fr"),
        "board, scripts": briefed(saying(SCRIPTS, "שלום and الدفاع"), "fr"),
        "board, hostile": briefed(saying(hostile, "<b>汉</b>" * 20), "en"),
        "longest": rendered(saying(("word " * (COMMENT_LIMIT // 5),), "x" * 200), "en"),
    }

    assert broken_rules(documents) == {name: set() for name in documents}
