"""A second implementation of docs/method.md sections 1 to 4, from the files, to compare the product with.

It shares no line and no idea of structure with app/: plain dicts in, plain dicts out. Written from the method
alone; where it and the product differ, one of them misreads the method.
"""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

Json = dict[str, Any]

BANDS = (
    (Fraction("12.5"), "absent"),
    (Fraction("37.5"), "ad_hoc"),
    (Fraction("62.5"), "defined"),
    (Fraction("87.5"), "applied"),
)


def bank(folder: Path) -> Json:
    """Read practices, variants and shares from the questionnaire’s TOML files."""

    def toml(name: str) -> Json:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))

    main, survey = toml("questionnaire.toml"), toml("survey-2012.toml")
    domains = [toml(f"domains/{name}.toml") for name in main["domains"]]
    shares = {figure["id"]: figure.get("share") for figure in survey["figure"]}
    everything = [practice["id"] for domain in domains for practice in domain["practice"]]
    return {
        "letters": [domain["letter"] for domain in domains],
        "practices": {
            p["id"]: p | {"letter": domain["letter"]} for domain in domains for p in domain["practice"]
        },
        "variants": {v["id"]: set(v.get("questions", everything)) for v in main["variant"]},
        "shares": {finding["name"]: shares[finding["figure"]] for finding in survey["finding"]},
    }


def points(answer: Json | None) -> int | None:
    """Return the points of an answer; None is not in the sums."""
    if not answer or "not_applicable" in answer:
        return None
    return 0 if "unknown" in answer else answer.get("level")


def has_choice(answer: Json) -> bool:
    return bool({"level", "unknown", "not_applicable"} & set(answer))


def score(value: Fraction | None) -> Json | None:
    if value is None:
        return None
    return {
        "exact": str(value),
        "rounded": (2 * value.numerator + value.denominator) // (2 * value.denominator),
    }


def level(value: Fraction) -> str:
    return next((name for bound, name in BANDS if value < Fraction(bound)), "proven")


def mean_of_levels(counted: list[int]) -> Fraction | None:
    return Fraction(100 * sum(counted), 4 * len(counted)) if counted else None


def scorecard(bank: Json, assessment: Json) -> Json:
    """Compute the numbers of scorecard.json."""
    answers = assessment["answers"]
    asked = [id for id in bank["practices"] if id in bank["variants"][assessment["profile"]["variant"]]]
    counts = {id: points(answers.get(id)) for id in asked}
    counted = {id: count for id, count in counts.items() if count is not None}
    by_letter = {
        letter: [count for id, count in counted.items() if bank["practices"][id]["letter"] == letter]
        for letter in bank["letters"]
    }
    existing = [value for levels in by_letter.values() if (value := mean_of_levels(levels)) is not None]
    overall = sum(existing, Fraction(0)) / len(existing) if existing else None
    given = [id for id in asked if has_choice(answers.get(id, {}))]
    targets = {letter: assessment.get("targets", {}).get(letter, 3) for letter in bank["letters"]}
    return {
        "complete": len(given) == len(asked),
        "answered": len(given),
        "asked": len(asked),
        "overall": _overall(overall, _failing_gates(bank, asked, answers, counted)),
        "domains": {
            letter: _domain(
                levels, asked=len([id for id in asked if bank["practices"][id]["letter"] == letter])
            )
            for letter, levels in by_letter.items()
        },
        "survey": _survey(bank, counted),
        "targets": targets,
        "not_applicable": {
            id: bank["practices"][id]["not_applicable"]["en"]
            for id in asked
            if "not_applicable" in answers.get(id, {})
        },
        "unknown": [id for id in asked if "unknown" in answers.get(id, {})],
        "recommendations": _recommendations(bank, answers, counted, targets, by_letter),
    }


def _failing_gates(bank: Json, asked: list[str], answers: Json, counted: dict[str, int]) -> list[str]:
    gates = [id for id in asked if bank["practices"][id]["gate"]]
    applicable = [id for id in gates if "not_applicable" not in answers.get(id, {})]
    return [id for id in applicable if counted.get(id, 0) < 2]


def _overall(value: Fraction | None, gates: list[str]) -> Json:
    if value is None:
        return {"exact": None, "rounded": None, "level": None, "uncapped_level": None, "capped_by": gates}
    free = level(value)
    capped = "defined" if gates and free in ("applied", "proven") else free
    return {**(score(value) or {}), "level": capped, "uncapped_level": free, "capped_by": gates}


def _domain(levels: list[int], asked: int) -> Json:
    value = mean_of_levels(levels)
    of = {"applicable": len(levels), "asked": asked}
    if value is None:
        return {"exact": None, "rounded": None, "level": None, **of}
    return {**(score(value) or {}), "level": level(value), **of}


def _survey(bank: Json, counted: dict[str, int]) -> Json:
    found = []
    for name, share in bank["shares"].items():
        levels = [n for id, n in counted.items() if name in bank["practices"][id].get("findings", [])]
        readiness = mean_of_levels(levels)
        if readiness is not None:
            found.append((name, share, readiness, Fraction(share) * (100 - readiness) / 100))
    total = sum(share for _, share, _, _ in found)
    weighted = Fraction(sum(share * r for _, share, r, _ in found)) / total if found else None
    found.sort(key=lambda each: each[3], reverse=True)
    return {
        "weighted": score(weighted),
        "findings": [(name, share, score(r), score(exposure)) for name, share, r, exposure in found],
    }


def _recommendations(
    bank: Json,
    answers: Json,
    counted: dict[str, int],
    targets: dict[str, int],
    by_letter: dict[str, list[int]],
) -> list[Json]:
    scored = len([levels for levels in by_letter.values() if levels])
    rows: dict[str, Json] = {}
    sorting: dict[str, tuple[int, Fraction, int]] = {}
    for place, (id, count) in enumerate(counted.items()):
        practice = bank["practices"][id]
        target, applicable = targets[practice["letter"]], len(by_letter[practice["letter"]])
        if count >= target:
            continue
        importance = 1 + Fraction(
            max((bank["shares"][n] for n in practice.get("findings", [])), default=0), 100
        )
        priority = (target - count) * importance / practice["effort"]
        failing, foundation = practice["gate"] and count < 2, practice.get("foundation", False)
        sorting[id] = (1 if failing else 2 if foundation and count < 2 else 3, -priority, place)
        rows[id] = {
            "question": id,
            "level": "unknown" if "unknown" in answers[id] else count,
            "target": target,
            "gate": failing,
            "foundation": foundation,
            "steps": target - count,
            "gain": str(Fraction(target - count) * 100 / (4 * applicable * scored)),
            "importance": str(importance),
            "priority": str(priority),
            "builds_on": practice.get("builds_on", []),
            "effort": practice["effort"],
            "horizon_days": 30 if failing else {1: 30, 2: 90, 4: 180}[practice["effort"]],
            "owner": practice["owner"],
        }
    pending = {id for id in rows if counted[id] < 2}
    _move_horizons(rows, pending)
    in_order = sorted(rows, key=lambda id: sorting[id])
    return [rows[id] for id in _walk(in_order, sorting, rows, pending)]


def _walk(in_order: list[str], sorting: Json, rows: Json, pending: set[str]) -> list[str]:
    """Take the first practice that waits for no other, and begin again."""
    walked = [id for id in in_order if sorting[id][0] < 3]
    left = [id for id in in_order if sorting[id][0] == 3]
    while left:
        for id in left:
            if all(other in walked or other not in pending for other in rows[id]["builds_on"]):
                walked.append(id)
                left.remove(id)
                break
    return walked


def _move_horizons(rows: Json, pending: set[str]) -> None:
    moved = True
    while moved:
        moved = False
        for row in rows.values():
            for other in row["builds_on"]:
                if other in pending and rows[other]["horizon_days"] > row["horizon_days"]:
                    row["horizon_days"], moved = rows[other]["horizon_days"], True
