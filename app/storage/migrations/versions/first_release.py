"""The tables of 1.0.0, the first release."""

import sqlalchemy as sa
from alembic import op

# Not a number: databases from before 1.0.0 are stamped "0001" to "0004" and must not pass for this one.
revision = "first_release"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_assessment_tables()
    _create_pulse_table()
    _create_peer_tables()


def _create_assessment_tables() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("questionnaire", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
    )
    op.create_table(
        "links",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("domains", sa.String(), nullable=False),
        sa.Column("scores", sa.Boolean(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("pepper_name", sa.String(), nullable=False),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_links_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("lookup", name="uq_links_lookup"),
    )
    op.create_index("ix_links_assessment_id", "links", ["assessment_id"])
    op.create_table(
        "documents",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_documents_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "name", name="pk_documents"),
    )
    op.create_table(
        "document_keys",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("link_id", sa.String(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id", "name"],
            ["documents.assessment_id", "documents.name"],
            name="fk_document_keys_assessment_id_name_documents",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["link_id"], ["links.id"], name="fk_document_keys_link_id_links", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "name", "link_id", name="pk_document_keys"),
    )
    op.create_index("ix_document_keys_link_id", "document_keys", ["link_id"])


def _create_pulse_table() -> None:
    op.create_table(
        "pulses",
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("pepper_name", sa.String(), nullable=False),
        sa.Column("terms", sa.LargeBinary(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessments.id"],
            name="fk_pulses_assessment_id_assessments",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_pulses"),
        sa.UniqueConstraint("lookup", name="uq_pulses_lookup"),
    )


def _create_peer_tables() -> None:
    # Without row numbers SQLite keeps no trace of the order in which rows were inserted.
    op.create_table(
        "contributions",
        sa.Column("receipt_digest", sa.LargeBinary(), nullable=False),
        *_text_columns("version", "variant", "organisation_type", "size_band", "scores"),
        sa.PrimaryKeyConstraint("receipt_digest", name="pk_contributions"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "histograms",
        *_text_columns("version", "variant", "organisation_type", "size_band", "measure"),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "version", "variant", "organisation_type", "size_band", "measure", "points", name="pk_histograms"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pending",
        *_text_columns("version", "variant"),
        sa.Column("receipt_digest", sa.LargeBinary(), nullable=False),
        *_text_columns("organisation_type", "size_band", "measures"),
        sa.Column("scores_digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("version", "variant", "receipt_digest", name="pk_pending"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "snapshots",
        *_text_columns("version", "variant", "organisation_type", "size_band", "measure", "month"),
        sa.Column("n", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("median", "lower", "upper")),
        sa.PrimaryKeyConstraint(
            "version", "variant", "organisation_type", "size_band", "measure", name="pk_snapshots"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invitations",
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token_digest", name="pk_invitations"),
        sqlite_with_rowid=False,
    )


def _text_columns(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]
