"""A second implementation of voices, from the words of the method alone: plain dicts in, plain dicts out."""

from typing import Any

Json = dict[str, Any]


def voices(asked: list[str], gates: set[str], given: list[tuple[str, Json]]) -> Json:
    """Compute ``voices`` of scorecard.json.

    ``asked`` holds the questions of the variant in order, ``given`` for each role its answers by question: 0
    to 4, ``"unknown"`` or ``"not_applicable"``.
    """
    rows = [row(id, [(role, mine[id]) for role, mine in given if id in mine]) for id in asked]
    two_levels = [each for each in rows if len(levels(each)) >= 2]
    agreed = [each for each in two_levels if not each["disagreement"]]
    order = {id: place for place, id in enumerate(asked)}

    def place(each: Json) -> tuple[int, int, int, int]:
        if not each["disagreement"]:
            return (1, 0, 0, order[each["question"]])
        spread = each["spread"] if each["spread"] is not None else 0
        return (0, 0 if each["question"] in gates else 1, 4 - spread, order[each["question"]])

    return {
        "agreement": {"agree": len(agreed), "of": len(two_levels)} if two_levels else None,
        "questions": sorted(rows, key=place),
    }


def levels(each: Json) -> list[int]:
    return [one["answer"] for one in each["given"] if isinstance(one["answer"], int)]


def row(id: str, given: list[tuple[str, Any]]) -> Json:
    each: Json = {"question": id, "given": [{"role": role, "answer": answer} for role, answer in given]}
    numbers = levels(each)
    unknown = any(answer == "unknown" for _, answer in given)
    left_out = any(answer == "not_applicable" for _, answer in given)
    spread = None
    for one in numbers:
        for other in numbers:
            if len(numbers) >= 2:
                spread = max(spread or 0, one - other)
    disputed = spread is not None and spread >= 2
    disputed = disputed or (bool(numbers) and (unknown or left_out))
    disputed = disputed or (unknown and left_out)
    proposed: Any = None
    if left_out:
        proposed = "not_applicable"
    if unknown:
        proposed = "unknown"
    for level in (4, 3, 2, 1, 0):
        if level in numbers:
            proposed = level
    return {**each, "spread": spread, "disagreement": disputed, "proposed": proposed}
