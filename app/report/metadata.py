"""The metadata of a document, with its header and footer."""

from datetime import date

from app.maturity.scorecard import Scorecard
from app.report import files
from app.report.files import DocumentKind, ScorecardFiles
from app.report.sections.cover import interim_notice, organisation_name
from app.translations.wording import Wording
from app.typesetting.document import DocumentMetadata


def build_metadata(
    kind: DocumentKind,
    wording: Wording,
    *,
    title: str,
    footer: str,
    subject: str | None = None,
    header: str | None = None,
    interim: str | None = None,
    document_date: date | None = None,
    attachments: ScorecardFiles | None = None,
) -> DocumentMetadata:
    """Build the metadata of a document; by default header and title are equal, and subject and footer."""
    return DocumentMetadata(
        title=title,
        subject=subject or footer,
        header=header or title,
        footer=footer,
        page_label=wording._("Page %(number)s of %(total)s"),
        language=wording.language,
        interim=interim,
        document_date=document_date,
        xmp_schemas=(files.document_schema(attachments, wording, kind),),
        attachments=files.build_attachments(attachments, wording),
    )


def build_scorecard_metadata(
    kind: DocumentKind, scorecard: Scorecard, wording: Wording, title: str, attachments: ScorecardFiles | None
) -> DocumentMetadata:
    """Build the metadata of a scorecard's document, with the organisation beside its title."""
    name = organisation_name(scorecard, wording)
    return build_metadata(
        kind,
        wording,
        title=f"{title} – {name}",
        footer=edition_footer(scorecard.assessment.profile.variant, wording),
        header=name,
        interim=None if scorecard.complete else interim_notice(scorecard, wording),
        document_date=scorecard.assessment.effective_date,
        attachments=attachments,
    )


def edition_footer(variant: str, wording: Wording) -> str:
    """Return the footer that names the questionnaire, its version and its variant."""
    questionnaire = wording.questionnaire
    return wording._("Muster · questionnaire, version %(version)s · %(variant)s") % {
        "version": questionnaire.version,
        "variant": wording.text(questionnaire.variants[variant].name),
    }
