from app.exchange import assessment_json
from app.maturity.outlook.supposition import suppose
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import Scorecard, build, what_if
from tests.build import bellatrix
from tests.web.checks import attributes, words
from tests.web.respondent import Fields, Respondent


def opened(respondent: Respondent, questionnaire: Questionnaire) -> Respondent:
    respondent.uploads(assessment_json.write(bellatrix(questionnaire), questionnaire))
    return respondent.visits("results/what-if")


def compared(respondent: Respondent) -> list[list[str]]:
    """Return the cells of the table, without the heading that stands in each on a phone."""
    rows = respondent.page.query("main table tbody tr")
    return [[words(cell).partition(": ")[2] for cell in row.query("td")] for row in rows]


def numbers(card: Scorecard) -> list[str]:
    """Return overall readiness and the domains as a table cell shows them."""
    scores = [card.overall.score, *(each.score for each in card.domains)]
    return [str(each.rounded) if each else "–" for each in scores]


def test_what_if_shows_the_core_s_scores_and_stores_nothing(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    assessment = bellatrix(questionnaire)
    opened(respondent, questionnaire)
    before = respondent.exported()

    respondent.sends({"reach": ["E3", "G2"]})

    supposed = build(questionnaire, what_if(questionnaire, assessment, ["E3", "G2"]), completed=True)
    now = build(questionnaire, assessment, completed=True)
    cells = compared(respondent)
    scores = [cells[0], *cells[3:]]
    assert [each[1] for each in scores] == numbers(supposed)
    assert [each[0] for each in scores] == numbers(now)
    name = questionnaire.question("E3").name.en
    assert cells[2] == [name, "None", f"No longer missing: {name}"]
    assert "Nothing was changed" in respondent.text
    assert respondent.exported() == before


def test_what_changes_is_said_in_words(respondent: Respondent, questionnaire: Questionnaire) -> None:
    now = build(questionnaire, bellatrix(questionnaire), completed=True)
    gains = suppose(now, ["G2"]).domains[0].points

    opened(respondent, questionnaire).sends({"reach": ["G2"]})

    changes = [each[2] for each in compared(respondent)]
    assert changes[3] == f"Up by {round(float(gains), 1):g} points"
    assert changes[4:] == ["No change"] * 8
    header = [words(each) for each in respondent.page.query("main table thead th")]
    assert header == ["Measure", "Now", "Then", "What changes"]


def test_the_ticks_are_kept_to_suppose_something_else(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    opened(respondent, questionnaire).sends({"reach": ["E3", "G2"]})

    assert set(respondent.fields(respondent.form("/what-if"))["reach"]) == {"E3", "G2"}


def test_with_nothing_ticked_nothing_changes(respondent: Respondent, questionnaire: Questionnaire) -> None:
    opened(respondent, questionnaire).sends()

    assert {change for _, _, change in compared(respondent)} == {"No change"}
    assert "No recommendation was ticked" in respondent.text


def test_before_anything_is_supposed_there_is_only_the_form(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    opened(respondent, questionnaire)

    assert respondent.status == 200
    assert not respondent.page.query("main table")


def test_a_tick_the_page_does_not_offer_is_refused_and_the_others_are_kept(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    opened(respondent, questionnaire).sends({"reach": ["E3", "Z9"]})

    assert respondent.status == 422
    assert respondent.errors() == ["Tick only recommendations on this page"]
    ticked = [each for each in respondent.page.query('input[name="reach"]') if "checked" in attributes(each)]
    assert [attributes(each)["value"] for each in ticked] == ["E3"]


def test_targets_are_stored_and_move_the_recommendations(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    opened(respondent, questionnaire)
    before = len(respondent.visits("results/recommendations").page.query(".results-advice"))

    respondent.visits("targets").sends({f"target-{letter}": "4" for letter in "GIASPCELV"})

    assert respondent.path.endswith("/results/recommendations")
    assert respondent.exported()["targets"] == dict.fromkeys("GIASPCELV", 4)
    assert len(respondent.page.query(".results-advice")) > before
    assert "Every domain aims at Proven" in respondent.visits("results/domains").text


def test_a_wrong_or_missing_target_is_refused_with_what_was_chosen(respondent: Respondent) -> None:
    respondent.starts("quick").visits("targets")

    respondent.sends({"target-G": "9", "target-A": "4"}, without=("target-V",))

    assert respondent.status == 422
    assert respondent.errors() == [
        "G Mandate and governance: choose one of the target levels on the page",
        "V Value and return: choose one of the target levels on the page",
    ]
    assert respondent.selected("target-A") == "4"
    assert respondent.exported()["targets"] == {**dict.fromkeys("GIASPCELV", 3), "A": 4}


def test_a_second_tab_never_overwrites_targets_unseen(respondent: Respondent) -> None:
    first = respondent.starts("quick").visits("targets")
    second = first.in_another_tab()
    second.sends({"target-G": "4"})

    first.sends({"target-G": "2"})

    assert first.status == 409
    assert "Saved in the meantime: 4 Proven" in first.text
    assert first.selected("target-G") == "2"
    assert first.sends().exported()["targets"]["G"] == 2


def test_a_mended_form_still_does_not_overwrite_targets_unseen(respondent: Respondent) -> None:
    first = respondent.starts("quick").visits("targets")
    first.in_another_tab().sends({"target-G": "4"})
    wrong: Fields = {"target-G": "9"}

    first.sends(wrong)

    assert first.status == 409
    assert "Saved in the meantime: 4 Proven" in first.text
    assert first.exported()["targets"]["G"] == 4
