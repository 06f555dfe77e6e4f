"""A folder is loaded as a questionnaire, or refused."""

from pathlib import Path

import pytest

from app.catalogue.check import check
from app.catalogue.loader import FaultyQuestionnaireError, load
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import Text
from tests.catalogue.mutations import GARDEN, QUESTIONNAIRES, SURVEY, Mutation


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load(QUESTIONNAIRES / "sound")


def test_a_questionnaire_keeps_its_id_version_and_title(questionnaire: Questionnaire) -> None:
    assert (questionnaire.id, questionnaire.version) == ("sound", "1.0")
    assert questionnaire.title == Text("A sound questionnaire", "Un questionnaire sans faute")


def test_domains_are_in_the_order_of_the_list_and_not_of_the_alphabet(questionnaire: Questionnaire) -> None:
    assert [domain.letter for domain in questionnaire.domains] == ["H", "G"]


def test_a_domain_has_a_barrier_and_a_benefit_only_if_the_file_has(questionnaire: Questionnaire) -> None:
    harbour, garden = questionnaire.domains

    assert (harbour.barrier, harbour.benefit) == (
        Text("Fog", "Brouillard"),
        Text("Safe arrival", "Arrivée sûre"),
    )
    assert (garden.barrier, garden.benefit) == (None, None)


def test_every_field_of_a_practice_is_loaded(questionnaire: Questionnaire) -> None:
    assert questionnaire.question("G1") == Question(
        id="G1",
        domain_letter="G",
        name=Text("Hedge", "Haie"),
        text=Text("Do you keep the hedge?", "Entretenez-vous la haie\u202f?"),
        help=Text(
            "The hedge counts as kept where somebody looks after it.",
            "«\u00a0Haie\u00a0» compte dès que quelqu’un s’en occupe.",
        ),
        levels=(
            Text("Nobody keeps the hedge.", "Personne n’entretient la haie."),
            Text("Some of us keep the hedge.", "Certains entretiennent la haie."),
            Text("Most of us keep the hedge.", "La plupart entretiennent la haie."),
            Text("All of us keep the hedge.", "Tous entretiennent la haie."),
            Text("We tested the hedge.", "Nous avons éprouvé la haie."),
        ),
        evidence=(Text("Logbook", "Journal de bord"), Text("Dated photograph", "Photographie datée")),
        actions=(
            Text("Name a keeper.", "Nommer un gardien."),
            Text("Agree a way.", "Convenir d’une manière."),
            Text("Hold it throughout.", "L’appliquer partout."),
            Text("Test it.", "La mettre à l’épreuve."),
        ),
        why=Text("An unkept hedge is lost.", "Ce que personne ne garde se perd."),
        owner="keeper",
        effort=2,
        gate=False,
        not_applicable=None,
        guidance=("R2",),
        findings=(),
        foundation=True,
        builds_on=(),
        decision=Text("Appoint a keeper of the hedge.", "Désigner un gardien de la haie."),
    )


def test_gate_findings_and_the_reason_for_leaving_out_are_loaded(questionnaire: Questionnaire) -> None:
    lighthouse, jetty = questionnaire.domains[0].questions

    assert lighthouse.gate
    assert lighthouse.findings == ("fog",)
    assert (lighthouse.foundation, jetty.builds_on) == (False, ("H1",))
    assert jetty.not_applicable == Text("We have no water.", "Nous n’avons pas d’eau.")


def test_the_full_variant_asks_everything_and_the_quick_one_its_list(questionnaire: Questionnaire) -> None:
    assert [question.id for question in questionnaire.questions_in("full")] == ["H1", "H2", "G1"]
    assert [question.id for question in questionnaire.questions_in("quick")] == ["H1", "G1"]


def test_the_texts_common_to_all_questions_are_loaded(questionnaire: Questionnaire) -> None:
    assert [level.fr for level in questionnaire.levels][2:] == ["Défini", "Appliqué", "Éprouvé"]
    assert questionnaire.level_meanings[1] == Text("Done by some.", "Certains le font.")
    assert questionnaire.glossary == (
        (Text("most", "la plupart"), Text("more than half", "plus de la moitié")),
    )
    assert questionnaire.owners["pilot"] == Text("Pilot", "Pilote")
    assert questionnaire.efforts[4] == Text("months", "mois")
    assert questionnaire.answering_rule.en == "Choose the highest statement."


def test_the_weight_of_a_finding_is_its_published_share(questionnaire: Questionnaire) -> None:
    fog, arrivals = questionnaire.survey.findings

    assert (fog.share, fog.figure.working, fog.figure.shown.en) == (33, True, "about one third")
    assert (arrivals.share, arrivals.figure.working) == (60, False)


def test_a_figure_has_its_source_base_and_confidence(questionnaire: Questionnaire) -> None:
    figure = questionnaire.survey.figures["F1"]

    assert figure.share is None
    assert (figure.address, figure.confidence) == ("https://pilots.example/1912", "B")
    assert (figure.quote, figure.quote_language) == ("The pilots' own words on F1", "en")


def test_the_survey_has_its_sample_and_mix(questionnaire: Questionnaire) -> None:
    survey = questionnaire.survey

    assert (survey.published, survey.sample_size, survey.sample_figure) == ("1912-08-14", 100, "F1")
    assert survey.mix_figures == ("F2",)
    assert survey.confidence["C+"] == Text("Third party, quoting", "Tiers, citation")


def test_an_opinion_is_loaded_with_its_options_and_figures(questionnaire: Questionnaire) -> None:
    weather, worries = questionnaire.opinions
    fog, none = worries.options

    assert (weather.many, weather.optional) == (False, True)
    assert (worries.many, worries.optional) == (True, False)
    assert weather.combined[0].tokens == ("fair", "fine")
    assert weather.combined[0].figure == questionnaire.survey.figures["F2"]
    assert (fog.drawn_as, fog.exclusive) == ((30, 37), False)
    assert (none.figure, none.exclusive) == (None, True)


def test_guidance_has_an_address_only_where_it_was_read(questionnaire: Questionnaire) -> None:
    assert questionnaire.guidance["R1"].address == "https://keepers.example/light?edition=1"
    assert questionnaire.guidance["R2"].address is None


def test_a_title_is_one_name_or_written_in_both_languages(questionnaire: Questionnaire) -> None:
    lighthouses, hedges = questionnaire.guidance["R1"], questionnaire.guidance["R2"]

    assert (lighthouses.title, lighthouses.title_language) == (Text("On lighthouses", "On lighthouses"), "en")
    assert (hedges.title, hedges.title_language) == (Text("On hedges", "Des haies"), None)


def test_only_a_title_in_another_language_is_foreign(questionnaire: Questionnaire) -> None:
    lighthouses, hedges = questionnaire.guidance["R1"], questionnaire.guidance["R2"]

    assert (lighthouses.foreign_title("fr"), lighthouses.foreign_title("en")) == ("en", None)
    assert hedges.foreign_title("fr") is None


def test_a_faulty_questionnaire_is_refused_with_all_its_faults(sound: Path) -> None:
    Mutation(GARDEN, "effort = 2", "effort = 3").apply(sound)
    Mutation(SURVEY, "share = 60", "share = 160").apply(sound)

    with pytest.raises(FaultyQuestionnaireError) as refused:
        load(sound)

    assert refused.value.faults == check(sound)
    assert str(refused.value).splitlines() == [
        "domains/garden.toml: G1.effort: must be one of 1, 2, 4",
        "survey-2012.toml: F2.share: must be a whole number from 0 to 100",
    ]
