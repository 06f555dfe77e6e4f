"""The command that reads a policy: the sentences that speak to each practice, as lines or as JSON."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from app.cli import files
from app.cli.errors import InputError
from app.cli.versions import load_versions
from app.exchange.policy import refusal_sentences
from app.exchange.policy.policy_file import MAX_BYTES, read_policy
from app.exchange.policy.refusal import UnreadablePolicyError
from app.maturity.clean_text import escape_unprintable
from app.maturity.policy.matching import Quote, find_quotes
from app.maturity.policy.sentences import split_sentences
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from app.translations import translator
from app.translations.policy_words import nothing_words, place_words
from app.translations.wording import Wording, quote


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--lang", "language", default="en", type=click.Choice(LANGUAGES), help="Language of what is printed."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def read(file: Path, language: Language, *, as_json: bool) -> None:
    """Print the sentences of a policy (PDF, DOCX, ODT, HTML, text) on each practice, and keep none."""
    questionnaire = load_versions().newest
    try:
        blocks = read_policy(files.read_bytes(file, MAX_BYTES + 1))
    except UnreadablePolicyError as error:
        sentence = refusal_sentences.sentence(error.refusal, translator(language))
        raise InputError(f"{files.printable_name(file)}: {sentence}") from None
    found = find_quotes(split_sentences(blocks), questionnaire.policy.cues)
    if as_json:
        click.echo(json.dumps(_content(questionnaire, found), ensure_ascii=False, indent=2))
        return
    for line in _lines(Wording(language, translator(language), questionnaire), found):
        click.echo(escape_unprintable(line))


def _lines(wording: Wording, found: Mapping[str, tuple[Quote, ...]]) -> Iterator[str]:
    questionnaire = wording.questionnaire
    for question in questionnaire.questions_in("full"):
        yield f"{question.id} {wording.text(question.name)}"
        quotes = found.get(question.id, ())
        for each in quotes:
            place = place_words(each, wording)
            yield f"  {quote(each.text, wording.language)}{f' ({place})' if place else ''}"
        if not quotes:
            reading = questionnaire.policy.reading_of(question.id)
            yield f"  {nothing_words(wording, is_readable=reading.is_readable)}"


def _content(questionnaire: Questionnaire, found: Mapping[str, tuple[Quote, ...]]) -> dict[str, object]:
    return {
        "format": "muster-policy-reading",
        "format_version": 1,
        "questionnaire": questionnaire.id,
        "questionnaire_version": questionnaire.version,
        "practices": [
            {
                "id": question.id,
                "reads": questionnaire.policy.reading_of(question.id).kind,
                "quotes": [
                    {"text": each.text, "heading": each.heading, "page": each.page}
                    for each in found.get(question.id, ())
                ],
            }
            for question in questionnaire.questions_in("full")
        ],
    }
