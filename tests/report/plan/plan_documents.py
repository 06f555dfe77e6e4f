"""The scorecard with a plan."""

from functools import cache

from app.maturity.plan.plan import Plan
from app.maturity.text import Language
from app.report.scorecard import render_scorecard
from tests.figures.cast import card, wording_in
from tests.maturity.plan.build import an_action
from tests.readers.sample import plan_of
from tests.report.corpus import HOSTILE, STRANGE


@cache
def with_plan(language: Language, plan: Plan | None = None) -> bytes:
    """Return the scorecard of Bellatrix with a plan, by default one of its recommendations in all states."""
    bellatrix = card("bellatrix")
    shown = plan_of(bellatrix, language) if plan is None else plan
    return render_scorecard(bellatrix, wording_in(language), plan=shown)


def typed_plan() -> Plan:
    """Return a plan with every strange and hostile text as title, person and note."""
    texts = [" ".join(each.split()) or "x" for each in (*HOSTILE.values(), *STRANGE.values())]
    return tuple(
        an_action(f"a{place}", title=text[:500], person=text[:100], note=text[:1000], lang="fr")
        for place, text in enumerate(texts)
    )
