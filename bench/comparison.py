"""Our scorecard against other engines on the same content: interleaved in one process, and first in one.

What is prepared for the others, from the scorecard to their source, is not counted; ours is counted whole.
Every round sets another assessment, so that no engine is asked for the same document twice.
"""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from pypdf import PdfReader

from app.catalogue import loader
from app.config import ROOT
from app.maturity import scorecard
from app.maturity.scorecard import Scorecard
from bench.documents import some_assessment
from bench.engines import cold, ours
from bench.engines.cold import OURS, ColdStart
from bench.engines.contenders import ENGINES, Chromium, Engine
from tests.report.verapdf.checking import broken_rules, missing_program

ROUNDS = 5
COLD_ROUNDS = 3
DOCUMENTS = (("The whole scorecard", True), ("Eight pages of it", False))


@dataclass(slots=True)
class Result:
    """What was measured of one engine on one document; times in milliseconds."""

    name: str
    warm: list[float] = field(default_factory=list)
    cold: list[ColdStart] = field(default_factory=list)
    content: bytes = b""


def compare() -> None:
    """Measure and print both documents."""
    questionnaire = loader.load(ROOT / "questionnaires" / "readiness")
    cards = [
        scorecard.build(questionnaire, some_assessment(questionnaire, seed), completed=True)
        for seed in range(ROUNDS + 1)
    ]
    engines = list(_installed())
    try:
        with TemporaryDirectory() as name:
            for title, whole in DOCUMENTS:
                results = _measured(engines, cards, Path(name), whole=whole)
                print(f"\n{title}")
                print("\n".join(_table(results)))
    finally:
        for engine in engines:
            if isinstance(engine, Chromium):
                engine.close()


def _installed() -> Iterator[Engine]:
    for make in ENGINES:
        try:
            yield make()
        except (ImportError, OSError) as error:
            print(f"{make.__name__}: not measured, for it cannot run here: {error}")


def _measured(engines: list[Engine], cards: list[Scorecard], folder: Path, *, whole: bool) -> list[Result]:
    results = {name: Result(name) for name in (OURS, *(engine.name for engine in engines))}
    for number, card in enumerate(cards):
        story = ours.story(card, whole=whole)
        asked: list[tuple[str, Callable[[Any], bytes], Any]] = [
            (each.name, each.build, each.prepare(story, folder / "page.html")) for each in engines
        ]
        asked.append((OURS, _build_ours, (card, whole)))
        # Each round begins with another engine, so that none always follows the same neighbour.
        for name, build, prepared in asked[number % len(asked) :] + asked[: number % len(asked)]:
            # What one leaves behind is not cleared in another’s time, and what is loaded is set aside as the
            # server does (gunicorn.conf.py).
            gc.collect()
            gc.freeze()
            start = time.perf_counter()
            content = build(prepared)
            if number:
                results[name].warm.append(1000 * (time.perf_counter() - start))
            results[name].content = content
    for _ in range(COLD_ROUNDS):
        for name, _build, prepared in asked:
            alone = cold.measure_cold_print if name == Chromium.name else _first(name)
            results[name].cold.append(alone(prepared, folder))
    return list(results.values())


def _build_ours(prepared: tuple[Scorecard, bool]) -> bytes:
    card, whole = prepared
    return ours.render(card, whole=whole)


def _first(name: str) -> Callable[[Any, Path], ColdStart]:
    return lambda prepared, folder: cold.measure_cold_start(name, prepared, folder)


def _table(results: list[Result]) -> Iterator[str]:
    base = next(result for result in results if result.name == OURS)
    letters = _letters(base.content)
    verdicts = _verdicts(results)
    yield (
        f"{'engine':16}{'warm':>8}{'least':>8}{'ratio':>7}{'first':>8}{'ratio':>7}{'memory':>8}"
        f"{'size':>8}{'pages':>7}{'text':>7}  PDF/UA-1"
    )
    for each in sorted(results, key=lambda result: median(result.warm)):
        warm, alone = median(each.warm), median(run.milliseconds for run in each.cold)
        ratio = warm / median(base.warm)
        first = alone / median(run.milliseconds for run in base.cold)
        memory = median(run.megabytes for run in each.cold)
        yield (
            f"{each.name:16}{warm:8.0f}{min(each.warm):8.0f}{ratio:7.2f}{alone:8.0f}{first:7.2f}"
            f"{memory:5.0f} MB{len(each.content) / 1000:5.0f} KB{_pages(each.content):7}"
            f"{_letters(each.content) / letters:7.1%}  {verdicts[each.name]}"
        )


def _verdicts(results: list[Result]) -> dict[str, str]:
    if lack := missing_program():
        return {result.name: f"not checked: {lack}" for result in results}
    broken = broken_rules({result.name: result.content for result in results})
    return {
        result.name: _verdict(
            result.content, {rule for rule in broken[result.name] if rule.startswith("ua1")}
        )
        for result in results
    }


def _verdict(content: bytes, broken: set[str]) -> str:
    if "/StructTreeRoot" not in PdfReader(BytesIO(content)).root_object:
        return "untagged"
    return f"tagged, breaks {len(broken)} rules" if broken else "tagged, passes"


def _pages(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


def _letters(content: bytes) -> int:
    """Count the letters and digits that a reader finds: spaces and line ends differ between engines."""
    pages = PdfReader(BytesIO(content)).pages
    return sum(character.isalnum() for page in pages for character in page.extract_text())
