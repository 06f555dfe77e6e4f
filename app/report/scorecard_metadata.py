"""What every page of a scorecard’s documents says, and what the files say of themselves."""

from app.maturity.scorecard import Scorecard
from app.report import files
from app.report.files import Attachments, Kind
from app.report.sections.cover import interim, organisation
from app.translations.wording import Voice
from app.typesetting.document import Front


def front(
    scorecard: Scorecard, voice: Voice, title: str, kind: Kind, attachments: Attachments | None
) -> Front:
    """Give the front of a document of a kind, with the organisation beside its title."""
    _, questionnaire = voice._, scorecard.questionnaire
    name = organisation(scorecard, voice)
    variant = questionnaire.variants[scorecard.assessment.profile.variant]
    footer = _("Muster · questionnaire %(id)s %(version)s · %(variant)s") % {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "variant": voice.says(variant.name),
    }
    return Front(
        title=f"{title} – {name}",
        subject=footer,
        running=name,
        footer=footer,
        language=voice.language,
        interim=None if scorecard.complete else interim(scorecard, voice),
        dated=scorecard.assessment.dated,
        schemas=(files.schema(attachments, voice, kind),),
        attachments=files.files(attachments, voice),
    )
