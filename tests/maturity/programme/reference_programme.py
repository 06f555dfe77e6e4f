"""A second implementation of a programme’s comparison, written from docs/method.md and from nothing else.

It takes plain lists and dictionaries: of each organisation its submissions, of each submission the whole
answers as ``0`` to ``4``, ``"unknown"`` or ``"not_applicable"`` by question, and the targets by domain.
"""

import statistics
from fractions import Fraction
from typing import Any

Answers = dict[str, Any]


def worth(answer: Any) -> int:  # noqa: ANN401  # a level or a word
    """Return what an answer counts as."""
    return answer if isinstance(answer, int) else 0


def domain_scores(answers: Answers) -> dict[str, Fraction]:
    """Return the score of every domain in which an answer counts, by its letter."""
    by_domain: dict[str, list[int]] = {}
    for question, answer in answers.items():
        if answer != "not_applicable":
            by_domain.setdefault(question[0], []).append(worth(answer))
    return {letter: Fraction(100 * sum(all_), 4 * len(all_)) for letter, all_ in by_domain.items()}


def mean(scores: dict[str, Fraction]) -> Fraction | None:
    """Return the overall score, None without any."""
    return sum(scores.values(), Fraction(0)) / len(scores) if scores else None


def spread(scores: list[Fraction]) -> dict[str, Any]:
    """Return what a distribution shows of scores."""
    enough = len(scores) > 1
    return {
        "scores": sorted(scores),
        "mean": statistics.mean(scores) if enough else None,
        "median": statistics.median(scores) if enough else None,
    }


def below(submitted: list[tuple[Answers, dict[str, int]]], asked: list[str]) -> list[tuple[str, int, int]]:
    """Return practice, organisations below target and organisations that it applies to, in order."""
    rows = []
    for place, question in enumerate(asked):
        applying = [
            (worth(answers[question]), targets[question[0]])
            for answers, targets in submitted
            if answers[question] != "not_applicable"
        ]
        count = len([1 for level, target in applying if level < target])
        if count:
            rows.append((-count, len(applying), place, question))
    return [(question, -count, of) for count, of, _place, question in sorted(rows)]


def change(before: Answers, after: Answers) -> tuple[Fraction | None, dict[str, Fraction]]:
    """Return the like-for-like change, overall and of each domain that has one."""
    shared = [id for id in after if "not_applicable" not in (before[id], after[id])]
    old = domain_scores({id: before[id] for id in shared})
    new = domain_scores({id: after[id] for id in shared})
    if not shared:
        return None, {}
    overall_old, overall_new = mean(old), mean(new)
    assert overall_old is not None
    assert overall_new is not None
    return overall_new - overall_old, {letter: new[letter] - old[letter] for letter in new}
