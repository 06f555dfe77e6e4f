"""Documents with independent answers: the scorecard, and the sheet for a meeting."""

from dataclasses import replace
from functools import cache

from app.maturity.answers import Answer
from app.maturity.clean_text import clean, clean_title
from app.maturity.text import Language
from app.maturity.voices.disagreement import Voices, compare
from app.maturity.voices.voice import ROLE_NAME_LIMIT, Voice, VoiceRole, number_voices
from app.report import document_of_file
from app.report.voices.meeting_sheet import render_meeting_sheet
from app.storage.voices.voices import MAX_VOICES
from tests.figures.cast import card, questionnaire, wording_in
from tests.figures.cast_voices import voices
from tests.report.corpus import HEAVY, HOSTILE, STRANGE, WRITTEN

_LONG = "Nobody has read it. " * 100


@cache
def with_voices(language: Language, variant: str = "full") -> bytes:
    """Return Bellatrix’s scorecard with what colleagues answered, as it is downloaded."""
    return document_of_file.render_pdf(
        card("bellatrix", variant), language, board=False, voices=voices(variant)
    )


@cache
def meeting(language: Language, variant: str = "full") -> bytes:
    """Return the sheet for a meeting of Bellatrix."""
    return render_meeting_sheet(card("bellatrix", variant), voices(variant), wording_in(language))


def typed_voices() -> Voices:
    """Return voices whose roles and comments are every script, harm and length, in pairs that disagree."""
    texts = [clean(each) for each in (*WRITTEN.values(), *HOSTILE.values(), *STRANGE.values())]
    named = [clean_title(each[:ROLE_NAME_LIMIT]) for each in texts if each][:40]
    comments = [*map(clean, HEAVY.values()), *texts]
    asked = questionnaire().questions_in("quick")
    letters = tuple(domain.letter for domain in questionnaire().domains)
    given = [
        Voice(
            str(place),
            VoiceRole("other", name),
            letters,
            {
                each.id: Answer(
                    str((place + number) % 5), comments[(place + 5 * number) % len(comments)][:2000]
                )
                for number, each in enumerate(asked)
                if (place + number) % 6 == 0
            },
            finished=True,
        )
        for place, name in enumerate(named)
    ]
    return compare(asked, number_voices(given))


def most_voices() -> Voices:
    """Return as many voices as there can be, with the longest names and comments, all in disagreement."""
    asked = questionnaire().questions_in("quick")
    letters = tuple(domain.letter for domain in questionnaire().domains)
    given = [
        Voice(
            str(place),
            VoiceRole("other", (("W" if place % 2 else "Comité W ") * 60)[:ROLE_NAME_LIMIT]),
            letters,
            {each.id: Answer(each.choices[place % len(each.choices)], _LONG) for each in asked[:3]},
            finished=True,
        )
        for place in range(MAX_VOICES)
    ]
    return compare(asked, number_voices(given))


def agreed_voices() -> Voices:
    """Return the voices without any answer of theirs on a disputed practice."""
    return replace(voices(), questions=voices().undisputed)
