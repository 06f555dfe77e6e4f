"""The first screen: what stands on it, in which order, and where it leads."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity import clock
from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.translations.dates import format_day
from tests.build import an_answer, an_assessment, bellatrix
from tests.web.checks import attributes, elements, words
from tests.web.respondent import Respondent

DAY = date(2026, 11, 1)


def reads(respondent: Respondent, questionnaire: Questionnaire, assessment: Assessment) -> Respondent:
    content = assessment_json.write(replace(assessment, version=questionnaire.version), questionnaire)
    return respondent.uploads(content).visits("results")


def order(respondent: Respondent, *marks: str) -> list[int]:
    """Return where each selector's first element stands among the elements of the page."""
    everything = list(elements(respondent.page.root))
    return [everything.index(respondent.page.query(mark)[0]) for mark in marks]


def test_the_score_comes_first_then_what_holds_it_then_what_to_do_then_the_files(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire))

    places = order(
        respondent,
        "h1",
        ".results-figure-large",
        ".results-drawing",
        ".results-held",
        ".results-first",
        ".results-files",
        ".results-parts__list",
        "#downloads",
    )

    assert places == sorted(places)


def test_the_first_three_things_to_do_are_the_first_three_recommendations(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    given = {each.id: an_answer(1) for each in questionnaire.questions_in("full")}
    reads(respondent, questionnaire, an_assessment(given, completed_on=DAY))
    steps = [words(each) for each in respondent.page.query(".results-first li")]
    card = respondent.client.get(respondent.address("files/scorecard.json")).get_json()

    for each, step in zip(card["recommendations"][:3], steps, strict=True):
        question = questionnaire.question(each["question"])
        # The second action leads from Ad hoc to Defined; must-haves are due 30 days after completion.
        assert step == (
            f"{question.actions[1].en} {question.name.en}. {questionnaire.owners[each['owner']].en},"
            " by 1 December 2026."
        )


def test_each_of_them_leads_to_its_recommendation(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire))
    addresses = [attributes(link)["href"] for link in respondent.page.query(".results-first a")]

    for address in addresses:
        path, id = address.split("#")
        assert path == respondent.address("results/recommendations")
        assert Respondent(respondent.client).opens(path).page.query(f"#{id}")


def test_of_an_unknown_practice_the_first_thing_is_to_find_out(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    given = {each.id: an_answer(3) for each in questionnaire.questions_in("full")}
    reads(respondent, questionnaire, an_assessment(given | {"A4": an_answer("unknown")}, completed_on=DAY))

    (step,) = (words(each) for each in respondent.page.query(".results-first li"))

    assert step.startswith(f"Find out what is in place for “{questionnaire.question('A4').name.en}”")


def test_before_completion_the_first_things_are_due_from_today(respondent: Respondent) -> None:
    respondent.starts("quick").answers("A", "save", A1="0").visits("results")

    (step,) = (words(each) for each in respondent.page.query(".results-first li"))

    due = clock.utc_day(clock.utc_now()) + timedelta(days=30)
    assert step.endswith(f"by {format_day(due, 'en')}.")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Download the scorecard (PDF)", "Download the board page (PDF)"]),
        ("fr", ["Télécharger le bilan (PDF)", "Télécharger la note à l’instance dirigeante (PDF)"]),
    ],
)
def test_two_buttons_lead_to_the_two_documents(app: Flask, language: str, names: list[str]) -> None:
    respondent = Respondent(app.test_client(), language).starts("quick")
    respondent.answers("G", "save", G1="2").visits("results")

    buttons = {
        words(each): attributes(each)["href"]
        for each in respondent.page.query(".results-files .govuk-button")
    }

    addresses = [respondent.address(f"files/{name}.pdf") for name in ("scorecard", "board")]
    assert list(buttons.items()) == list(zip(names, addresses, strict=True))


@pytest.mark.parametrize("typed", [{}, {"I3": "not_applicable"}])
def test_without_a_score_no_file_is_offered_but_each_address_answers(
    respondent: Respondent, typed: dict[str, str]
) -> None:
    respondent.starts("quick").answers("I", "save", **typed)
    names = ("results", "results/board", "results/for/finance", "results/all")

    offered = {
        attributes(link).get("href", "")
        for name in names
        for link in respondent.visits(name).page.query("main a")
    }

    assert not [each for each in offered if "/files/" in str(each)]
    assert (
        "As soon as there is a score, the scorecard and the board page can be downloaded here."
        in respondent.visits("results").text
    )
    for name in ("scorecard.pdf", "board.pdf", "tasks-finance.pdf", "scorecard.json", "assessment.json"):
        assert respondent.client.get(respondent.address(f"files/{name}")).status_code == 200


def test_every_page_of_the_results_can_be_reached_from_the_first_and_from_each_other(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire))
    links = [attributes(each)["href"] for each in respondent.page.query(".results-parts__list a")]

    assert len(links) > 6
    for link in links:
        page = respondent.opens(link).page
        listed = {
            attributes(each)["href"]: attributes(each).get("aria-current")
            for each in page.query(".results-nav a")
        }
        assert listed == {
            respondent.address("results"): None,
            **{each: "page" if each == link else None for each in links},
        }


def test_an_address_of_the_what_if_of_1_0_leads_to_its_page(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire)).visits("what-if")

    assert respondent.path.endswith("/results/what-if")


@pytest.mark.parametrize("name", ["", "/recommendations", "/domains", "/peers", "/what-if", "/why", "/all"])
def test_headings_descend_one_by_one_and_none_holds_a_block(
    respondent: Respondent, questionnaire: Questionnaire, name: str
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire)).visits(f"results{name}")
    headings = list(elements(respondent.page.root, "h1", "h2", "h3", "h4", "h5"))

    depths = [int(each.name[1]) for each in headings]
    inside = {node.name for heading in headings for node in elements(heading)}

    assert all(later - earlier <= 1 for earlier, later in pairwise(depths))
    assert inside <= {"span"}
    assert not respondent.page.query("summary h2, summary h3, summary h4")


@pytest.mark.parametrize("name", ["", "/recommendations", "/domains", "/peers", "/what-if", "/why", "/all"])
def test_a_screen_reader_meets_few_landmarks_and_no_block_in_a_description(
    respondent: Respondent, questionnaire: Questionnaire, name: str
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire)).visits(f"results{name}")

    landmarks = [
        *elements(respondent.page.root, "header", "main", "footer", "nav", "aside"),
        *respondent.page.query('[role="region"], section[aria-labelledby], section[aria-label]'),
    ]
    inside = {node.name for each in elements(respondent.page.root, "dt", "dd") for node in elements(each)}

    assert len(landmarks) <= 6
    assert inside <= {"a", "span", "strong"}


@pytest.mark.parametrize("name", ["", "/domains", "/all"])
def test_every_chart_is_one_drawing_with_one_name(
    respondent: Respondent, questionnaire: Questionnaire, name: str
) -> None:
    reads(respondent, questionnaire, bellatrix(questionnaire)).visits(f"results{name}")
    charts = respondent.page.query("main svg")

    names = [attributes(each)["aria-label"] for each in charts]

    assert len(set(names)) >= 1
    assert not respondent.page.query("main figure")
    for chart in charts:
        assert [node.name for node in chart.children or ()] == ["g"]
        assert attributes(next(elements(chart, "g")))["aria-hidden"] == "true"


def test_an_organisation_s_name_is_never_markup(respondent: Respondent) -> None:
    respondent.starts("quick", "<b>Capella</b> & <i>Sons").visits("results")

    assert "<b>Capella</b> & <i>Sons" in respondent.text
    assert not respondent.page.query("main b")


def test_with_every_practice_answered_nothing_is_said_to_be_open(respondent: Respondent) -> None:
    respondent.starts("quick").answers_all("2").visits("results")

    assert "All 17 practices are answered. The results are interim until the" in respondent.text
    assert "so far" not in respondent.text


def test_what_holds_the_level_is_followed_by_what_a_must_have_and_a_level_is(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    held = reads(respondent, questionnaire, bellatrix(questionnaire)).page.query(".results-held")[0]

    assert "A must-have is a practice without which the overall level cannot rise above Defined." in words(
        held
    )
    link = next(each for each in elements(held) if each.name == "a")
    address, section = str(attributes(link)["href"]).split("#")
    respondent.opens(address.removeprefix("/en/"))
    heading = respondent.page.query(f"#{section}")[0]
    assert words(heading) == "1 Answers"
