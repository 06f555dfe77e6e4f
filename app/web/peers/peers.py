"""The public pages of peers: the published cohorts, and the withdrawal of a contribution by its receipt."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.maturity.questionnaire import Variant
from app.storage.peers import contributions, snapshots
from app.storage.peers.edition import Edition
from app.web import access
from app.web.forms.base import Problem, sentences_by_control
from app.web.peers.forms import ReceiptForm
from app.web.peers.terms import terms
from app.web.peers.view import PeersView, all_peers
from app.web.request import database, language
from app.web.request.language import translate as _
from app.web.request.services import newest_questionnaire

bp = Blueprint("peers", __name__, url_prefix=f"{language.LANGUAGE_PREFIX}/peers")
language.localise(bp)


@bp.get("")
def peers() -> ResponseReturnValue:
    """Show every published cohort of the questionnaire’s newest version."""
    return render_template(
        "peers/peers.html", questionnaire=newest_questionnaire(), editions=tuple(_editions()), **terms()
    )


@bp.route("/withdraw", methods=["GET", "POST"])
def withdraw() -> ResponseReturnValue:
    """Withdraw what was contributed under a receipt."""
    form = ReceiptForm.from_request_or_blank()
    if not form.is_valid:
        problems = list(form.problems())
        return _withdrawal(form, problems), 422 if problems else 200
    # Looked up by a reader first, so that receipts of nothing never wait for the one writer.
    if contributions.find(database.reading(), form.normalised_receipt) is None or not contributions.withdraw(
        database.writing(), form.normalised_receipt
    ):
        sentence = _(
            "No scores are stored under this receipt. Check the receipt. The scores may have been"
            " withdrawn already."
        )
        refused = access.refuse_code(sentence)
        return _withdrawal(form, [Problem("receipt", refused.sentence)]), refused.status, refused.headers
    return redirect(url_for("peers.withdrawn"))


@bp.get("/withdrawn")
def withdrawn() -> ResponseReturnValue:
    """Show that the contribution is withdrawn."""
    return render_template("peers/withdrawn.html")


def _editions() -> Iterator[tuple[Variant, PeersView | None]]:
    questionnaire = newest_questionnaire()
    wording = language.wording(questionnaire)
    for token, variant in questionnaire.variants.items():
        snapshot = snapshots.read_snapshot(database.reading(), Edition(questionnaire.version, token))
        yield variant, all_peers(snapshot, wording) if snapshot else None


def _withdrawal(form: ReceiptForm, problems: list[Problem]) -> str:
    errors = sentences_by_control(problems)
    return render_template("peers/withdraw.html", form=form, problems=problems, errors=errors)
