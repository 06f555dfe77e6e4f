"""What the process keeps between requests: wording, and nothing of an assessment."""

import re
from collections.abc import Mapping
from importlib import import_module

from flask import Flask

from app.config import ROOT
from app.translations.wording_cache import CACHED_FUNCTIONS
from tests.web.checks import attributes, elements
from tests.web.respondent import Respondent

IMPORT = re.compile(r"^from functools import .*\b(cache|lru_cache)\b|functools\.(lru_)?cache", re.MULTILINE)

KEPT = {
    "app.exchange.plan_files.cell_text._names_of_dates",
    "app.exchange.plan_import.edited_row._states",
    "app.exchange.plan_import.headings._known",
    "app.exchange.plan_import.headings._names",
    "app.translations.load_messages",
    "app.typesetting.text.set_paragraph.cached_paragraph",
    "app.web.api.openapi._written",
    "app.web.api.questionnaire._written",
    "app.web.assessment.opinion_form.opinion_form",
    "app.web.assessment.practice_form.practice_form",
    "app.web.forms.answers_field.confirm_name",
    "app.web.forms.answers_field.control_names",
    "app.web.forms.typed_day._months",
    "app.web.pages.bank_files._written",
    "app.web.pages.pages._blank",
    "app.web.pages.pages._prose",
    "app.web.pulse.forms.pulse_form",
    "app.web.request.assets.static",
    "app.web.request.language._address",
    "app.web.request.language.template_context",
    "app.web.results.target_form.target_form",
    "app.web.sharing.forms.link_form",
    "app.web.voices.invite_form.invite_form",
    "app.web.voices.settle_form.settle_form",
    "app.web.voices.voice_form.voice_form",
}


def sizes(app: Flask) -> Mapping[str, int]:
    """Return how much each cache of the process holds."""
    kept = {f"{each.__module__}.{each.__name__}": each.cache_info().currsize for each in CACHED_FUNCTIONS}  # type: ignore[attr-defined]  # what functools.cache adds
    drawn = {name: len(app.extensions[name]) for name in ("muster-fieldsets", "muster-notes")}
    return {**kept, **drawn}


def fill_in(respondent: Respondent, choice: str) -> None:
    """Use the pages of an assessment."""
    respondent.starts("full", f"Organisation {choice}").answers_all(choice)
    for letter in "GIASPCELV":
        respondent.visits(letter)
    respondent.visits("opinions").sends({"O1": "fair"})
    respondent.visits("targets").sends({"target-G": "4"})
    for name in ("", "/recommendations", "/domains", "/survey", "/peers", "/why", "/all", "/what-if"):
        respondent.visits(f"results{name}")
    form = respondent.form("/what-if")
    ticks = [
        attributes(box)["value"] for box in elements(form, "input") if attributes(box).get("name") == "reach"
    ]
    respondent.sends({"reach": ticks[:1]}, form="/what-if")
    assert respondent.status == 200
    respondent.visits("results/recommendations").sends({"tick": ticks[:2]}, form="/recommendations")
    respondent.visits("plan/add").sends({"title": f"Action {choice}", "person": choice, "state": "doing"})
    respondent.visits("plan?state=doing")
    respondent.visits("policy/clauses").sends({"words-en-deputy": f"Deputy {choice}"})
    policy = f"This policy of {choice} was approved by the board on 3 March 2024."
    respondent.visits("policy").sends({"text": policy}, form="/policy")
    respondent.sends({"document_title": choice, "keep-G1": "1"}, form="/policy/keep")
    respondent.shares("contributor", "G")
    respondent.visits("check")


def test_every_cache_of_the_process_in_web_is_marked_as_one_of_wording() -> None:
    modules = [*(ROOT / "app" / "web").rglob("*.py"), *(ROOT / "app" / "translations").rglob("*.py")]
    users = [path.stem for path in modules if IMPORT.search(path.read_text("utf-8"))]

    assert users == ["wording_cache"]


def test_these_functions_keep_their_results_and_no_others() -> None:
    # No page imports it yet; a test that ran before may have.
    import_module("app.exchange.plan_files.cell_text")
    assert {f"{each.__module__}.{each.__name__}" for each in CACHED_FUNCTIONS} == KEPT


def test_other_answers_add_nothing_to_any_cache(app: Flask) -> None:
    fill_in(Respondent(app.test_client()), "1")
    before = sizes(app)

    fill_in(Respondent(app.test_client()), "2")

    assert sizes(app) == before
