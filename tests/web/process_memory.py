"""What is left in the memory of a server’s process after its requests: python -m tests.web.process_memory 20.

So many assessments with marked words are imported, and their pages and PDFs are drawn in both languages. Then
every object of the process is searched for a mark. The command prints what it finds, one a line.

A second argument names a fault, so that a test sees the search find what it leaves.
"""

import gc
import re
import sys
from collections.abc import Iterator
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.catalogue import loader
from app.config import ROOT
from app.exchange import assessment_json
from app.maturity import scorecard
from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Questionnaire
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.maturity.text import LANGUAGES
from app.storage.sealing.roles import API_WRITER, VIEWER
from app.storage.startup import open_database
from app.translations import translator
from app.translations.wording import Wording
from app.typesetting.layout import paragraph
from app.typesetting.text.runs import Span
from app.typesetting.text.set_paragraph import SetParagraph, cached_paragraph
from app.typesetting.text.style import Style
from tests.build import TODAY, an_answer, an_assessment
from tests.conftest import a_config
from tests.web.api.whole_use import use_api
from tests.web.policy.marked_policy import read_policies
from tests.web.programme.marked_programme import use_programme
from tests.web.voices.marked_voices import ask_voices

# The pages and files of an assessment besides those of its domains.
_PAGES = (
    *("", "profile", "opinions", "check", "targets", "sharing", "history", "pulse", "peers", "plan"),
    *("files/assessment.json", "files/scorecard.json", "files/history.json"),
    *("files/workbook.xlsx", "files/plan.csv", "files/plan.ods", "files/plan.ics", "files/plan-todo.ics"),
    *("files/plan-tasks.csv", "files/oscal-results.json", "files/oscal-poam.json"),
    "files/ciso-assistant.csv",
)
_RESULTS = ("recommendations", "domains", "survey", "peers", "why", "all", "what-if", "board")
_MODELS = (Assessment, Scorecard, Recommendation, Profile)
_WORDS = ("Quokka", "Ocelot", "Zyzzyva", "Wombat", "Numbat", "Dugong", "Potoroo")
_TYPED = re.compile("|".join(_WORDS))
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_CODE = re.compile(r'<code id="own-code">([^<]+)<')
# Fewer choices in a row are no assessment’s: a questionnaire lists levels and choices too.
_ROW = 12
# How many assessments have a policy read, which takes a process of its own, and take part in a programme.
_READERS = 3


def marked_assessment(number: int, questionnaire: Questionnaire) -> Assessment:
    """Return an assessment with its number in every word that a person types."""
    random = Random(number)  # noqa: S311  # no secret depends on it
    answers = {
        question.id: an_answer(
            random.choice(question.choices),
            comment=f"Quokka{number}x {question.id}",
            evidence=f"Ocelot{number}x",
        )
        for question in questionnaire.questions_in("full")
    }
    return an_assessment(
        answers, version=questionnaire.version, organisation=f"Zyzzyva{number}x", completed_on=TODAY
    )


def marks(number: int, questionnaire: Questionnaire) -> Iterator[str]:
    """Yield the words, sums and decisions that only one assessment has."""
    yield from (f"{word}{number}x" for word in _WORDS)
    card = scorecard.build(questionnaire, marked_assessment(number, questionnaire), completed=True)
    for domain in card.domains:
        if domain.score:
            yield f"100 × {domain.points} ÷ {domain.maximum_points}"
    # A short fraction may stand elsewhere by chance.
    if card.overall.score and len(str(card.overall.score.exact)) > 5:
        yield str(card.overall.score.exact)
    for language in LANGUAGES:
        wording = Wording(language, translator(language), questionnaire)
        if card.recommendations:
            yield wording._("Practices below their target: %(count)s. The first: “%(first)s”") % {
                "count": len(card.recommendations),
                "first": wording.text(card.recommendations[0].question.name),
            }


def use(app: Flask, number: int, questionnaire: Questionnaire) -> None:
    """Import an assessment, share it, draw its pages and PDFs, and send a form with a fault."""
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
    file = assessment_json.write(marked_assessment(number, questionnaire), questionnaire)
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = part.format("csrf_token", "").encode() + token(client, "/en/import").encode() + b"\r\n"
    body += part.format("file", '; filename="assessment.json"').encode() + file + b"\r\n--x--"
    answer = client.post(
        "/en/import", data=body, content_type="multipart/form-data; boundary=x", follow_redirects=True
    )
    assert answer.status_code == 200
    id = answer.request.path.split("/assessment/")[1].split("/")[0]
    sharing = f"/en/assessment/{id}/sharing/new"
    link = {"name": f"Wombat{number}x", "role": VIEWER, "csrf_token": token(client, sharing)}
    assert "<code" in client.post(sharing, data=link, follow_redirects=True).text
    program = client.post(sharing, data=link | {"role": API_WRITER}, follow_redirects=True).text
    use_api(app, _CODE.findall(program)[0], file, f"Numbat{number}x")
    added = f"/en/assessment/{id}/plan/add"
    words = dict.fromkeys(("title", "person", "note"), f"Numbat{number}x")
    action = {**words, "state": "doing", "csrf_token": token(client, added)}
    assert f"Numbat{number}x" in client.post(added, data=action, follow_redirects=True).text
    if number < _READERS:
        read_policies(client, f"/en/assessment/{id}/policy", token(client, added), f"Dugong{number}x")
    ask_voices(app, client, f"/en/assessment/{id}", f"Potoroo{number}x")
    for language in LANGUAGES:
        own = f"/{language}/assessment/{id}"
        for name in ("", *(f"/{each}" for each in _RESULTS)):
            assert client.get(f"{own}/results{name}").status_code == 200
        for name in ("files/scorecard.pdf", "files/board.pdf", "files/tasks-hr.pdf"):
            assert client.get(f"{own}/{name}").data.startswith(b"%PDF")
    own = f"/{LANGUAGES[number % len(LANGUAGES)]}/assessment/{id}"
    for page in (*_PAGES, *(domain.letter for domain in questionnaire.domains)):
        assert client.get(f"{own}/{page}").status_code == 200, page
    faulty = {"G1": "9", "G1-comment": f"Quokka{number}x typed", "csrf_token": token(client, f"{own}/G")}
    assert client.post(f"{own}/G", data={**faulty, "version": "1", "action": "save"}).status_code in (
        409,
        422,
    )
    if number < _READERS:
        use_programme(app, client, id, f"Dugong{number}x")


def token(client: FlaskClient, path: str) -> str:
    """Return the protection against forgery of a page’s form."""
    found = _TOKEN.search(client.get(path).text)
    assert found
    return found[1]


def held_objects(skipped: set[int]) -> Iterator[object]:
    """Yield every object of the process once, those inside the containers that nobody tracks included."""
    seen = {*skipped, id(skipped)}
    waiting = gc.get_objects()
    seen.add(id(waiting))
    while waiting:
        held = waiting.pop()
        if id(held) in seen:
            continue
        seen.add(id(held))
        yield held
        if not isinstance(held, FrameType):
            waiting.extend(gc.get_referents(held))


def is_row(held: object, choices: frozenset[str]) -> bool:
    """Return whether a container holds as many choices or answers in a row as no wording does."""
    values = held.values() if isinstance(held, dict) else held if isinstance(held, list | tuple) else ()
    if len(values) < _ROW:
        return False
    return all(isinstance(each, Answer) or (isinstance(each, str) and each in choices) for each in values)


def leaks(words: list[str], choices: frozenset[str]) -> Iterator[str]:
    """Yield what is left of the assessments: marked words, rows of answers, and values of the model."""
    sought = re.compile("|".join(map(re.escape, words)))
    # The module re keeps the pattern, and with it all words.
    re.purge()
    skipped = {id(words), id(sought), id(sought.pattern), *map(id, words)}
    for held in held_objects(skipped):
        if isinstance(held, bytes | bytearray):
            held = bytes(held).decode("utf-8", "replace")
        if isinstance(held, str):
            if found := sought.search(held):
                yield f"{found[0]} in a text of {len(held)} characters: {held[:60]!r}"
        elif isinstance(held, _MODELS):
            yield f"a {type(held).__name__}"
        elif is_row(held, choices):
            yield f"a row of {len(held)} answers: {held!r:.60}"  # type: ignore[arg-type]  # a container


def keep_all_paragraphs() -> None:
    """Keep every paragraph of a PDF as if it were wording."""
    vars(paragraph)["SetParagraph"] = cached_paragraph


def keep_paragraphs_not_typed() -> None:
    """Keep every paragraph of a PDF that holds nothing that somebody typed, as versions before 1.0 did."""

    def keep(words: str | tuple[Span, ...], style: Style, width: float) -> SetParagraph:
        text = words if isinstance(words, str) else "".join(span.text for span in words)
        return (SetParagraph if _TYPED.search(text) else cached_paragraph)(words, style, width)

    vars(paragraph)["SetParagraph"] = keep


_KEPT: list[Scorecard] = []


def keep_scorecards() -> None:
    """Keep every scorecard that is built for a page."""
    build = scorecard.build

    def build_and_keep(questionnaire: Questionnaire, assessment: Assessment, *, completed: bool) -> Scorecard:
        _KEPT.append(build(questionnaire, assessment, completed=completed))
        return _KEPT[-1]

    scorecard.build = build_and_keep


FAULTS = {
    "paragraphs": keep_all_paragraphs,
    "paragraphs-not-typed": keep_paragraphs_not_typed,
    "scorecards": keep_scorecards,
}


def main(assessments: int, fault: str = "") -> None:
    """Draw everything in an application of its own, and print what is left of it."""
    if fault:
        FAULTS[fault]()
    questionnaire = loader.load(ROOT / "questionnaires" / "readiness")
    choices = frozenset(
        choice for question in questionnaire.questions_in("full") for choice in question.choices
    )
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/muster.db"
        open_database(url).dispose()
        app = create_app(a_config(url))
        for number in range(assessments):
            use(app, number, questionnaire)
        words = [word for number in range(assessments) for word in marks(number, questionnaire)]
        gc.collect()
        for leak in leaks(words, choices):
            print(leak)  # noqa: T201  # what the command is for
        app.extensions["muster"].engine.dispose()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
