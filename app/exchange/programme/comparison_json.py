"""comparison.json: the organisations of a programme side by side, every number exact and as shown."""

from app.exchange import canonical_json
from app.exchange.rounds.entries import round_entry, score_entry
from app.maturity.answers import Answer
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.distribution import Distribution
from app.maturity.programme.programme import Organisation, Programme
from app.maturity.programme.side_by_side import Comparison
from app.maturity.programme.submission import Submission
from app.maturity.rounds.change import Change

FORMAT, FORMAT_VERSION = "muster-programme", 1


def write(comparison: Comparison) -> bytes:
    """Write a comparison; equal comparisons give equal bytes.

    Of an organisation that has not submitted it holds the label, the state and the day of the state.
    """
    changes = {each.organisation.invitation_id: each.change for each in comparison.submitted}
    return canonical_json.write(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "programme": _programme(comparison.programme),
            "progress": dict(comparison.progress.counts),
            "overall": _distribution(comparison.overall),
            "domains": {
                each.domain.letter: _distribution(each) for each in comparison.distributions if each.domain
            },
            "unreadable": comparison.unreadable,
            "with_levels": comparison.with_levels,
            "below_target": [
                {"question": each.question.id, "below": each.below, "of": each.of, "unknown": each.unknown}
                for each in comparison.below_target
            ],
            "organisations": [
                _organisation(each, changes.get(each.invitation_id)) for each in comparison.organisations
            ],
        }
    )


def _programme(programme: Programme) -> dict[str, object]:
    days = {
        "created_on": programme.created_on,
        "closes_on": programme.closes_on,
        "closed_on": programme.closed_on,
    }
    return {
        "name": programme.name,
        "questionnaire": {"id": programme.questionnaire_id, "version": programme.version},
        "variant": programme.variant,
        **{key: day and day.isoformat() for key, day in days.items()},
    }


def _distribution(distribution: Distribution) -> dict[str, object]:
    return {
        "scores": len(distribution.scores),
        "without_score": distribution.without_score,
        "lowest": score_entry(distribution.lowest),
        "median": score_entry(distribution.median),
        "mean": score_entry(distribution.mean),
        "highest": score_entry(distribution.highest),
        "levels": {level.key: count for level, count in distribution.levels.items()},
    }


def _organisation(organisation: Organisation, change: ChangeSince | None) -> dict[str, object]:
    return {
        "label": organisation.label,
        "state": organisation.state,
        "since": organisation.day.isoformat(),
        "submissions": [_submission(each) for each in organisation.submissions],
        "change": _change(change) if change else None,
    }


def _submission(submission: Submission) -> dict[str, object]:
    content: dict[str, object] = {
        "organisation": submission.organisation,
        "organisation_type": submission.organisation_type,
        "size_band": submission.size_band,
        "region": submission.region,
        "submitted_on": submission.submitted_on.isoformat(),
        "depth": submission.depth,
        "round": round_entry(submission.round),
    }
    if submission.levels is not None:
        content["answers"] = {id: _answer(each) for id, each in submission.levels.answers.items()}
        content["targets"] = dict(submission.levels.targets)
    return content


def _answer(answer: Answer) -> int | str | None:
    return int(answer.choice) if answer.choice and answer.choice.isdigit() else answer.choice


def _change(change: ChangeSince) -> dict[str, object]:
    return {
        "since": change.since.round.number,
        "like_for_like": change.like_for_like,
        "overall": _difference(change.overall),
        "domains": {letter: _difference(each) for letter, each in change.domains.items()},
        "compared": change.compared,
        "of": change.asked,
    }


def _difference(change: Change | None) -> dict[str, object] | None:
    return {"exact": str(change.exact), "rounded": change.rounded} if change else None
