"""The tables of programmes: the invitations of a body, and what organisations submitted to it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.database.tables import Base


class ProgrammeRow(Base):
    """A programme under its random public id; ``sealed`` holds its name and contact for its coordinators."""

    __tablename__ = "programmes"

    id: Mapped[str] = mapped_column(primary_key=True)
    questionnaire: Mapped[str]
    version: Mapped[str]
    variant: Mapped[str]
    created_on: Mapped[date]
    closes_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    sealed: Mapped[bytes]


class ProgrammeCodeRow(Base):
    """One of a programme's codes: what it derives, and the programme's private key, sealed for it."""

    __tablename__ = "programme_codes"

    programme_id: Mapped[str] = mapped_column(
        ForeignKey("programmes.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    lookup: Mapped[bytes] = mapped_column(unique=True)
    pepper_name: Mapped[str]
    sealed_key: Mapped[bytes]


class ProgrammeInvitationRow(Base):
    """An invitation of one organisation; its label and token are sealed for coordinators.

    ``terms``, sealed for the token, say what the organisation is invited to. ``state``, since ``state_on``,
    is all that a coordinator learns of an organisation that submitted nothing. ``assessment_id`` is the only
    tie between an assessment and a programme. It has no action on deletion: an assessment that is deleted
    without ending its tie would leave a state that is wrong, so the database refuses that.
    """

    __tablename__ = "programme_invitations"

    id: Mapped[str] = mapped_column(primary_key=True)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    state: Mapped[str]
    state_on: Mapped[date]
    assessment_id: Mapped[str | None] = mapped_column(ForeignKey("assessments.id"), unique=True)
    sealed: Mapped[bytes]
    terms: Mapped[bytes]


class SubmissionRow(Base):
    """What an organisation submitted of one closed round, sealed to the programme's public key.

    Comments and evidence, if they were submitted, are sealed apart: a comparison opens none.
    """

    __tablename__ = "submissions"

    invitation_id: Mapped[str] = mapped_column(
        ForeignKey("programme_invitations.id", ondelete="CASCADE"), primary_key=True
    )
    round_number: Mapped[int] = mapped_column(primary_key=True)
    submitted_on: Mapped[date]
    sealed: Mapped[bytes]
    sealed_texts: Mapped[bytes | None]
