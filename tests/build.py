"""Builders of values with defaults, so that a test states only the fields it is about.

The permanent cast: Aldebaran answers best, Bellatrix middling, Capella has just begun.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.maturity import scorecard
from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Domain, Guidance, Question, Questionnaire, Variant
from app.maturity.scorecard import Scorecard
from app.maturity.text import Text
from tests.build_survey import a_survey, the_opinions

TODAY = date(2026, 11, 1)


def a_text(en: str) -> Text:
    """Return a text whose French differs from its English."""
    return Text(en, f"{en} (en français)")


def a_question(id: str = "G1", **changes: Any) -> Question:  # noqa: ANN401  # any field of a question
    """Return a question of the domain that its id begins with: effort 2, no gate, always applicable."""
    defaults: dict[str, Any] = {
        "id": id,
        "domain_letter": id[0],
        "name": a_text(f"Practice {id}"),
        "text": a_text(f"Do you do {id}?"),
        "help": a_text(f"Help on {id}."),
        "levels": tuple(a_text(f"We stand at level {level} of {id}.") for level in range(5)),
        "evidence": (a_text(f"Minutes of {id}"),),
        "actions": tuple(a_text(f"Take {id} to level {level}.") for level in range(1, 5)),
        "why": a_text(f"Without {id} nothing holds."),
        "owner": "communications",
        "effort": 2,
        "gate": False,
        "not_applicable": None,
        "guidance": ("R1",),
        "findings": (),
    }
    return Question(**(defaults | changes))


def a_domain(letter: str = "G", *questions: Question) -> Domain:
    """Return a domain of the questions, or of three plain ones."""
    return Domain(
        letter=letter,
        name=a_text(f"Domain {letter}"),
        intro=a_text(f"What domain {letter} is about."),
        barrier=a_text(f"Barrier of {letter}"),
        benefit=None,
        questions=questions or tuple(a_question(f"{letter}{number}") for number in (1, 2, 3)),
    )


def three_domains() -> tuple[Domain, Domain, Domain]:
    """Return eight questions in three domains; every finding but recruitment, every effort, one gate (E3)."""
    no_account = a_text("We run no account.")
    governance = a_domain(
        "G",
        a_question("G1", findings=("importance",)),
        a_question("G2", findings=("importance",), effort=1),
        a_question("G3", effort=4, not_applicable=a_text("The law forbids it.")),
    )
    content = a_domain(
        "C",
        a_question("C1", findings=("intention", "brand_awareness"), effort=1, not_applicable=no_account),
        a_question("C2", findings=("thought_leadership",), not_applicable=no_account),
    )
    engagement = a_domain(
        "E",
        a_question("E1", findings=("hostility",), effort=1),
        a_question("E2", findings=("hostility",), effort=4),
        a_question("E3", findings=("hostility",), gate=True, not_applicable=no_account),
    )
    return governance, content, engagement


def a_questionnaire(*domains: Domain, quick: tuple[str, ...] | None = None, **changes: Any) -> Questionnaire:  # noqa: ANN401  # any field of a questionnaire
    """Return a questionnaire of the domains, or of ``three_domains``; quick asks each first question."""
    domains = domains or three_domains()
    ids = [question.id for domain in domains for question in domain.questions]
    asked = [domain.questions[0].id for domain in domains] if quick is None else quick
    defaults: dict[str, Any] = {
        "id": "readiness",
        "version": "1.0",
        "title": a_text("Readiness"),
        "domains": domains,
        "variants": {
            "full": Variant("full", a_text("Full assessment"), frozenset(ids)),
            "quick": Variant("quick", a_text("Quick check"), frozenset(asked)),
        },
        "levels": tuple(a_text(name) for name in ("Absent", "Ad hoc", "Defined", "Applied", "Proven")),
        "level_meanings": tuple(a_text(f"Step {level}.") for level in range(5)),
        "glossary": ((a_text("some"), a_text("at least one")),),
        "answering_rule": a_text("Choose the highest statement that holds."),
        "owners": {"communications": a_text("Head of communications")},
        "efforts": {1: a_text("days"), 2: a_text("weeks"), 4: a_text("months")},
        "opinions": the_opinions(),
        "survey": a_survey(),
        "guidance": {
            "R1": Guidance("R1", a_text("Guide to posting"), a_text("Ministry"), a_text("A policy."))
        },
    }
    return Questionnaire(**(defaults | changes))


def an_answer(choice: int | str | None = None, **changes: Any) -> Answer:  # noqa: ANN401  # any field of an answer
    """Return an answer; a whole number chooses that level."""
    return Answer(None if choice is None else str(choice), **changes)


def answers(**choices: int | str | Answer) -> dict[str, Answer]:
    """Return answers by question: ``answers(G1=3, G2="unknown", G3=an_answer(4, comment="…"))``."""
    return {id: choice if isinstance(choice, Answer) else an_answer(choice) for id, choice in choices.items()}


def a_profile(**changes: str) -> Profile:
    """Return a profile: a supplier of 50 to 249 people in Europe that takes the full assessment."""
    defaults = {
        "organisation": "Bellatrix",
        "organisation_type": "supplier",
        "size_band": "50_249",
        "region": "europe",
        "variant": "full",
    }
    return Profile(**(defaults | changes))


def an_assessment(
    given: Mapping[str, Answer] | None = None,
    *,
    variant: str = "full",
    organisation: str = "Bellatrix",
    **changes: Any,  # noqa: ANN401  # any field of an assessment
) -> Assessment:
    """Return an assessment with the answers, not completed."""
    defaults: dict[str, Any] = {
        "questionnaire_id": "readiness",
        "version": "1.0",
        "profile": a_profile(variant=variant, organisation=organisation),
        "answers": dict(given or {}),
    }
    return Assessment(**(defaults | changes))


def a_scorecard(
    questionnaire: Questionnaire | None = None,
    assessment: Assessment | None = None,
    *,
    completed: bool = True,
) -> Scorecard:
    """Return the scorecard of an assessment; by default Bellatrix’s on the small questionnaire."""
    questionnaire = questionnaire or a_questionnaire()
    return scorecard.build(questionnaire, assessment or bellatrix(questionnaire), completed=completed)


def aldebaran(questionnaire: Questionnaire, variant: str = "full") -> Assessment:
    """Return Aldebaran’s assessment: every practice at level 4, with evidence of last month."""
    evidence = {"evidence": "Minutes of the review", "evidence_date": date(2026, 10, 1)}
    return an_assessment(
        {q.id: an_answer(4, **evidence) for q in questionnaire.questions_in(variant)},
        version=questionnaire.version,
        variant=variant,
        organisation="Aldebaran",
        opinions={"O1": ("essential",), "O2": ("brand_awareness", "recruitment"), "O4": ("yes",)},
        targets={domain.letter: 4 for domain in questionnaire.domains},
        completed_on=TODAY,
    )


def bellatrix(questionnaire: Questionnaire, variant: str = "full") -> Assessment:
    """Return Bellatrix’s assessment: 2, 1, 3, 2 and unknown in turn, some questions not applicable."""
    asked = questionnaire.questions_in(variant)
    cycle: tuple[int | str, ...] = (2, 1, 3, 2, "unknown")
    given = {question.id: an_answer(cycle[place % 5]) for place, question in enumerate(asked)}
    optional = [question.id for question in asked if question.not_applicable]
    given.update(dict.fromkeys(optional[::6], an_answer("not_applicable", comment="The law says so.")))
    return an_assessment(
        given,
        version=questionnaire.version,
        variant=variant,
        opinions={"O1": ("very_important",), "O3": ("hostility", "skills")},
        completed_on=TODAY,
    )


def capella(questionnaire: Questionnaire, variant: str = "full") -> Assessment:
    """Return Capella’s assessment: only the first question, at level 1."""
    first = questionnaire.questions_in(variant)[0]
    return an_assessment(
        {first.id: an_answer(1)},
        version=questionnaire.version,
        variant=variant,
        organisation="Capella",
    )
