"""The differences between two versions of the questionnaire for one assessment."""

from dataclasses import replace

from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.text import Text
from app.maturity.versions.comparison import VersionComparison, compare_versions
from tests.build import (
    a_domain,
    a_question,
    a_questionnaire,
    a_text,
    an_assessment,
    answers,
    three_domains,
)
from tests.build_survey import a_survey

OLD = a_questionnaire()


def changed(id: str, **changes: object) -> Questionnaire:
    """Return the next version, in which one question differs."""
    domains = [
        replace(domain, questions=tuple(_changed(question, id, changes) for question in domain.questions))
        for domain in three_domains()
    ]
    return a_questionnaire(*domains, version="1.1")


def _changed(question: Question, id: str, changes: dict[str, object]) -> Question:
    return replace(question, **changes) if question.id == id else question  # type: ignore[arg-type]  # any field


def compared(after: Questionnaire, variant: str = "full", **given: int) -> VersionComparison:
    return compare_versions(OLD, after, an_assessment(answers(**given), variant=variant))


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def test_a_version_that_differs_in_its_number_alone_changes_nothing() -> None:
    changes = compared(a_questionnaire(version="1.1"))

    assert not changes.affects_results
    assert not changes.shared_texts_differ
    assert not any(
        (changes.added, changes.removed, changes.reworded, changes.advice_changed, changes.changed_opinions)
    )


def test_new_and_removed_questions_are_listed() -> None:
    governance, content, engagement = three_domains()
    newer = replace(governance, questions=(*governance.questions[:2], a_question("G4")))

    changes = compared(a_questionnaire(newer, content, engagement, version="1.1"))

    assert (ids(changes.added), ids(changes.removed)) == (["G4"], ["G3"])
    assert changes.affects_results


def test_only_questions_of_the_quick_check_are_added_or_removed_in_it() -> None:
    newer = a_questionnaire(quick=("G2", "C1", "E1"), version="1.1")

    quick, full = compared(newer, "quick"), compared(newer)

    assert (ids(quick.added), ids(quick.removed)) == (["G2"], ["G1"])
    assert (full.added, full.removed) == ((), ())


def test_every_text_that_an_answer_is_chosen_by_counts_as_wording() -> None:
    levels = tuple(a_text(f"We stand at level {level} of G1.") for level in range(5))
    other = (*levels[:3], a_text("Much more"), levels[4])
    for field, value, part in (
        ("name", a_text("Other"), "name"),
        ("text", a_text("Other?"), "text"),
        ("help", a_text("Other help"), "help"),
        ("not_applicable", a_text("No such thing"), "not_applicable"),
        ("levels", other, "level 3"),
    ):
        (pair,) = compared(changed("G1", **{field: value})).reworded

        assert [wording.part for wording in pair.text_changes] == [part]
        assert pair.text_changes[0].before != pair.text_changes[0].after


def test_a_wording_that_differs_in_french_alone_is_a_change() -> None:
    (pair,) = compared(changed("G1", text=Text("Do you do G1?", "Autrement ?"))).reworded

    assert pair.text_changes[0].after == Text("Do you do G1?", "Autrement ?")


def test_changed_gate_effort_and_findings_are_changes_and_no_rewording() -> None:
    for field, value, member in (
        ("gate", True, "gate_changed"),
        ("effort", 4, "effort_changed"),
        ("findings", ("hostility",), "findings_changed"),
    ):
        changes = compared(changed("G1", **{field: value}))

        (pair,) = getattr(changes, member)
        assert pair.after.id == "G1"
        assert changes.reworded == ()
        assert changes.affects_results


def test_changed_advice_alone_affects_no_result() -> None:
    changes = compared(changed("G1", why=a_text("Another reason")))

    assert [each.after.id for each in changes.advice_changed] == ["G1"]
    assert not changes.affects_results


def test_a_question_that_is_neither_asked_nor_answered_does_not_concern_the_assessment() -> None:
    newer = changed("G2", text=a_text("Other?"))

    assert compared(newer, "quick").reworded == ()
    assert [each.after.id for each in compared(newer, "quick", G2=3).reworded] == ["G2"]


def test_a_share_that_differs_is_a_change() -> None:
    survey = a_survey()
    first, *rest = survey.findings
    other = replace(survey, findings=(replace(first, share=first.share + 1), *rest))

    changes = compared(a_questionnaire(survey=other, version="1.1"))

    assert [(old and old.share, new and new.share) for old, new in changes.share_changes] == [
        (first.share, first.share + 1)
    ]
    assert changes.affects_results


def test_new_removed_and_renamed_domains_are_listed() -> None:
    governance, content, _ = three_domains()
    newer = a_questionnaire(replace(governance, name=a_text("Rule")), content, a_domain("K"), version="1.1")

    changes = compared(newer)

    assert [domain.letter for domain in changes.added_domains] == ["K"]
    assert [domain.letter for domain in changes.removed_domains] == ["E"]
    assert [after.name.en for _, after in changes.renamed_domains] == ["Rule"]


def test_a_changed_opinion_question_is_listed() -> None:
    first, *rest = OLD.opinions
    newer = a_questionnaire(opinions=(replace(first, text=a_text("Otherwise?")), *rest[:-1]), version="1.1")

    assert ids_of_opinions(compared(newer)) == [first.id, rest[-1].id]


def ids_of_opinions(changes: VersionComparison) -> list[str]:
    return [opinion.id for opinion in changes.changed_opinions]


def test_changes_in_the_texts_common_to_all_questions_are_reported() -> None:
    assert compared(
        a_questionnaire(answering_rule=a_text("Choose the lowest."), version="1.1")
    ).shared_texts_differ
