"""What every page of a scorecard’s documents says, and what the files say of themselves."""

from app.maturity.scorecard import Scorecard
from app.report import files
from app.report.files import DocumentKind, ScorecardFiles
from app.report.sections.cover import interim_notice, organisation_name
from app.translations.wording import Wording
from app.typesetting.document import DocumentMetadata


def build_metadata(
    scorecard: Scorecard, wording: Wording, title: str, kind: DocumentKind, attachments: ScorecardFiles | None
) -> DocumentMetadata:
    """Give the front of a document of a kind, with the organisation beside its title."""
    _, questionnaire = wording._, scorecard.questionnaire
    name = organisation_name(scorecard, wording)
    variant = questionnaire.variants[scorecard.assessment.profile.variant]
    footer = _("Muster · questionnaire %(id)s %(version)s · %(variant)s") % {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "variant": wording.text(variant.name),
    }
    return DocumentMetadata(
        title=f"{title} – {name}",
        subject=footer,
        header=name,
        footer=footer,
        language=wording.language,
        interim=None if scorecard.complete else interim_notice(scorecard, wording),
        document_date=scorecard.assessment.effective_date,
        xmp_schemas=(files.document_schema(attachments, wording, kind),),
        attachments=files.build_attachments(attachments, wording),
    )
