"""Beginning an assessment, and importing one."""

import copy
import json
from typing import Any

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests import build
from tests.web.checks import attributes
from tests.web.respondent import MULTIPART, Respondent

PROFILE = {"organisation_type": "supplier", "size_band": "50_249", "region": "europe", "variant": "full"}


def exported(questionnaire: Questionnaire, variant: str = "full") -> dict[str, Any]:
    """Return Bellatrix’s file with notes, one of them on a question without a choice."""
    assessment = build.bellatrix(questionnaire, variant)
    notes = {
        "G1": build.an_answer(3, comment="Zwölf\n你好 🙂", evidence="<b>Minutes</b>"),
        "G2": build.an_answer(None, comment="Asked HR"),
    }
    answers = {**assessment.answers, **notes}
    written = build.an_assessment(answers, version=questionnaire.version, variant=variant, targets={"A": 4})
    found: dict[str, Any] = json.loads(assessment_json.write(written, questionnaire))
    return found


@pytest.mark.parametrize("field", list(PROFILE))
@pytest.mark.parametrize("value", ["", "mars", "<script>x</script>", None])
def test_a_profile_without_a_choice_is_refused_and_keeps_the_rest(
    respondent: Respondent, field: str, value: str | None
) -> None:
    typed = {**PROFILE, "organisation": "Aldebaran", field: value or ""}
    respondent.opens("start").sends(typed, without=(field,) if value is None else ())

    assert respondent.status == 422
    assert len(respondent.errors()) == 1
    assert respondent.text_of("organisation") == "Aldebaran"
    assert all(respondent.selected(name) == PROFILE[name] for name in PROFILE if name != field)


def test_a_name_of_two_hundred_characters_is_kept_and_of_one_more_refused(respondent: Respondent) -> None:
    respondent.opens("start").sends({**PROFILE, "organisation": "🙂" * 201})
    assert respondent.status == 422
    assert respondent.errors() == ["Shorten the name to 200 characters; it has 201"]
    assert respondent.text_of("organisation") == "🙂" * 201

    respondent.sends({"organisation": "🙂" * 200})
    assert respondent.exported()["profile"]["organisation"] == "🙂" * 200


def test_a_name_is_kept_on_one_line(respondent: Respondent) -> None:
    respondent.starts("full", " Bella\r\ntrix\t\0 Werke ")

    assert respondent.exported()["profile"]["organisation"] == "Bella trix Werke"


def test_nothing_is_made_without_the_forms_token(respondent: Respondent) -> None:
    respondent.opens("start").sends(dict(PROFILE), without=("csrf_token",))

    assert respondent.status == 422
    assert respondent.selected("region") == "europe"


def test_the_profile_changes_and_switching_the_variant_keeps_the_answers(respondent: Respondent) -> None:
    respondent.starts("full").answers("G", "save", G1="2", G3="4")

    respondent.visits("profile").sends({"variant": "quick", "organisation": "Capella"})
    assert "Capella" in respondent.text
    assert respondent.exported()["answers"] == {"G1": {"level": 2}}

    respondent.visits("profile").sends({"variant": "full"})
    assert respondent.exported()["answers"] == {"G1": {"level": 2}, "G3": {"level": 4}}


@pytest.mark.parametrize("variant", ["full", "quick"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_imported_is_exported_the_same(
    app: Flask, questionnaire: Questionnaire, variant: str, language: str
) -> None:
    reader = Respondent(app.test_client(), language)
    content = exported(questionnaire, variant)

    reader.uploads(json.dumps(content).encode())

    assert reader.path == f"/{language}/assessment/{reader.id}/code"
    assert len(reader.code.replace("-", "")) == 28
    assert reader.exported() == content
    again = Respondent(app.test_client(), language).uploads(
        reader.visits("files/assessment.json").response.data
    )
    assert again.exported() == content
    assert again.id != reader.id


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("file", ["scorecard.pdf", "board.pdf"])
def test_a_downloaded_pdf_brings_every_answer_back_under_a_new_code(
    app: Flask, questionnaire: Questionnaire, language: str, file: str
) -> None:
    reader = Respondent(app.test_client(), language)
    reader.uploads(json.dumps(exported(questionnaire)).encode())
    pdf, before = reader.visits(file).response.data, reader.exported()

    again = Respondent(app.test_client(), language).uploads(pdf)

    assert again.path.endswith("/code")
    assert again.exported() == before
    assert again.id != reader.id


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "This is scorecard.json, which holds the numbers but not the answers."
            " Choose assessment.json, the scorecard PDF or the board page PDF.",
        ),
        (
            "fr",
            "Ce fichier est scorecard.json : il contient les nombres, mais pas les réponses. Choisissez"
            " assessment.json, le bilan",
        ),
    ],
)
def test_the_other_download_is_named_with_what_is_wanted(app: Flask, language: str, sentence: str) -> None:
    reader = Respondent(app.test_client(), language).starts("quick")
    numbers = reader.visits("scorecard.json").response.data

    assert reader.uploads(numbers).status == 422
    assert reader.errors()[0].startswith(sentence)


def test_a_complete_import_is_complete_and_one_with_a_blank_is_interim(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    content = json.loads(assessment_json.write(build.bellatrix(questionnaire, "quick"), questionnaire))
    assert respondent.uploads(json.dumps(content).encode()).exported()["completed_on"] == "2026-11-01"

    del content["answers"]["G1"]
    assert "completed_on" not in respondent.uploads(json.dumps(content).encode()).exported()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fault_of_a_file_is_named_in_the_readers_language(
    app: Flask, questionnaire: Questionnaire, language: str
) -> None:
    content = exported(questionnaire)
    content["answers"] |= {"G1": {"level": 5}, "Z9": {"level": 1}, "G2": {"level": 1, "unknown": True}}
    content["profile"]["region"] = "<b>mars</b>"
    content["extra"] = 1
    content["completed_on"] = "2999-01-01"

    reader = Respondent(app.test_client(), language).uploads(json.dumps(content).encode())

    assert reader.status == 422
    assert len(reader.errors()) == 6
    places = ("extra", "profile.region", "answers.G1.level", "answers.Z9", "answers.G2", "completed_on")
    assert all(any(sentence.startswith(place) for sentence in reader.errors()) for place in places)
    assert ("une question" in reader.text) == (language == "fr")
    assert "<b>mars" not in reader.response.text


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"  ", b"{", b"[]", b"null", b'{"a": 1, "a": 2}', b"\xff\xfe{}", b"[" * 100_000, b"%PDF-1.7"),
        *(b'{"format": "other"}', b'{"format": "muster-assessment", "format_version": 99}', b"1" * 5_000),
        b'{"format": "muster-assessment", "profile": {"organisation": "\\ud800"}}',
    ],
)
def test_a_file_that_is_no_assessment_is_refused_in_a_sentence(
    respondente: Respondent, content: bytes
) -> None:
    respondente.uploads(content)

    assert respondente.status == 422
    assert respondente.errors()


def test_a_file_over_the_limit_is_refused(respondent: Respondent) -> None:
    assert respondent.uploads(b" " * 40_100_000).errors() == ["The file is larger than 40 MB."]
    assert respondent.uploads(b" " * 42_000_000).status == 413
    assert "This page takes at most 40 MB." in respondent.text


def test_a_form_without_a_file_asks_for_it(respondent: Respondent) -> None:
    respondent.opens("import")
    kind = "multipart/form-data"

    for data in ({"csrf_token": respondent.token()}, {"csrf_token": respondent.token(), "file": "{}"}):
        respondent.posts(copy.copy(data), content_type=kind)
        assert respondent.errors() == [
            "Choose the scorecard PDF, the board page PDF or assessment.json to import"
        ]


def test_a_file_without_the_forms_token_makes_nothing(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    content = json.dumps(exported(questionnaire)).encode()
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n'

    respondent.posts(head + content + b"\r\n--x--", path="/en/import", content_type=MULTIPART)

    assert respondent.status == 422
    assert "too long" in respondent.errors()[0]


def test_a_table_of_the_method_scrolls_in_a_group_that_is_named(respondent: Respondent) -> None:
    respondent.opens("method")

    groups = [attributes(node) for node in respondent.page.query('[role="group"]')]

    names = [group["aria-label"] for group in groups]
    assert names[0] == "Table: level, name, what it means"
    assert len(set(names)) == len(respondent.page.query("table"))
    assert {group["tabindex"] for group in groups} == {"0"}


@pytest.mark.parametrize(
    ("query", "chosen"), [("", "full"), ("?variant=quick", "quick"), ("?variant=x", "full")]
)
def test_a_link_may_choose_the_quick_check(respondent: Respondent, query: str, chosen: str) -> None:
    respondent.opens(f"start{query}")

    checked = [each for each in respondent.page.query("input[name=variant]") if "checked" in attributes(each)]

    assert [attributes(each)["value"] for each in checked] == [chosen]


def test_the_first_page_leads_to_the_quick_check(respondent: Respondent) -> None:
    addresses = [attributes(each).get("href") for each in respondent.opens("").page.query("a")]

    assert "/en/start?variant=quick" in addresses
