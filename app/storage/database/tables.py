"""The tables. Everything that an organisation typed is stored sealed.

Those of programmes are in ``programme_tables``. No row of the tables about peers, the last five, shows which
assessment it comes from or when it was written.
"""

from datetime import date

from sqlalchemy import ForeignKey, ForeignKeyConstraint, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The base of every table; each constraint has a name, so that a migration can refer to it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class AssessmentRow(Base):
    """An assessment, under its random public id; ``changed_on`` is a day, never an hour."""

    __tablename__ = "assessments"

    id: Mapped[str] = mapped_column(primary_key=True)
    questionnaire: Mapped[str]
    version: Mapped[str]
    changed_on: Mapped[date]


class LinkRow(Base):
    """A link to an assessment: what it may open, and what its code derives, but never the code.

    ``role``, ``domains`` and ``scores`` are bound into every key that is wrapped to the link. ``pepper_name``
    names the pepper that was mixed in, so that an operator can see when a past one is out of use.
    """

    __tablename__ = "links"

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    domains: Mapped[str]
    scores: Mapped[bool]
    lookup: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    pepper_name: Mapped[str]
    revoked_on: Mapped[date | None]


class DocumentRow(Base):
    """A sealed document of an assessment; ``version`` counts its changes, ``schema`` numbers its form."""

    __tablename__ = "documents"

    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    schema: Mapped[int]
    sealed: Mapped[bytes]


class PulseRow(Base):
    """A staff pulse: what its link's code finds, and the answers since it was opened.

    ``terms``, sealed for the code, hold the public key to which answers are sealed. ``answers`` are joined,
    all of one length, and sorted by their random bytes. All are in one row, which is rewritten with each, so
    that neither a row number nor a position shows when an answer came.
    """

    __tablename__ = "pulses"

    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True
    )
    lookup: Mapped[bytes] = mapped_column(unique=True)
    pepper_name: Mapped[str]
    terms: Mapped[bytes]
    is_open: Mapped[bool]
    answers: Mapped[bytes]


class DocumentKeyRow(Base):
    """A document's key, wrapped to one link that may read the document."""

    __tablename__ = "document_keys"
    __table_args__ = (
        ForeignKeyConstraint(
            ["assessment_id", "name"], ["documents.assessment_id", "documents.name"], ondelete="CASCADE"
        ),
    )

    assessment_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    link_id: Mapped[str] = mapped_column(
        ForeignKey("links.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    wrapped: Mapped[bytes]


# Without row numbers SQLite keeps no trace of the order in which rows were inserted.
_UNORDERED = {"sqlite_with_rowid": False}


class ContributionRow(Base):
    """A contribution, under the digest of its receipt; ``scores`` is JSON, whole points by measure."""

    __tablename__ = "contributions"
    __table_args__ = _UNORDERED

    receipt_digest: Mapped[bytes] = mapped_column(primary_key=True)
    version: Mapped[str]
    variant: Mapped[str]
    organisation_type: Mapped[str]
    size_band: Mapped[str]
    scores: Mapped[str]


class HistogramRow(Base):
    """The number of contributions of a cell with these points in a measure; zero is not stored."""

    __tablename__ = "histograms"
    __table_args__ = _UNORDERED

    version: Mapped[str] = mapped_column(primary_key=True)
    variant: Mapped[str] = mapped_column(primary_key=True)
    organisation_type: Mapped[str] = mapped_column(primary_key=True)
    size_band: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


class PendingRow(Base):
    """A receipt whose contribution differs from the published snapshot, and the cell it has in the snapshot.

    ``measures`` names the measures with a score there. ``scores_digest`` is keyed by the receipt, so
    that a withdrawn score cannot be read back. A receipt that was not in the snapshot has no cell.
    """

    __tablename__ = "pending"
    __table_args__ = _UNORDERED

    version: Mapped[str] = mapped_column(primary_key=True)
    variant: Mapped[str] = mapped_column(primary_key=True)
    receipt_digest: Mapped[bytes] = mapped_column(primary_key=True)
    organisation_type: Mapped[str]
    size_band: Mapped[str]
    measures: Mapped[str]
    scores_digest: Mapped[bytes]


class SnapshotRow(Base):
    """The published figures of one measure in one cohort; every row of a snapshot has the same month."""

    __tablename__ = "snapshots"
    __table_args__ = _UNORDERED

    version: Mapped[str] = mapped_column(primary_key=True)
    variant: Mapped[str] = mapped_column(primary_key=True)
    organisation_type: Mapped[str] = mapped_column(primary_key=True)
    size_band: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[str]
    n: Mapped[int]
    median: Mapped[int | None]
    lower: Mapped[int | None]
    upper: Mapped[int | None]


class InvitationRow(Base):
    """The digest of a token that lets one organisation contribute once; it is deleted when used."""

    __tablename__ = "invitations"
    __table_args__ = _UNORDERED

    token_digest: Mapped[bytes] = mapped_column(primary_key=True)
