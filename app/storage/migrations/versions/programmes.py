"""The tables of programmes, new in 1.1."""

import sqlalchemy as sa
from alembic import op

revision = "programmes"
down_revision = "first_release"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("questionnaire", "version", "variant")),
        sa.Column("created_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("closes_on", "closed_on")),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
    )
    op.create_table(
        "programme_codes",
        sa.Column("programme_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("pepper_name", sa.String(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programmes.id"],
            name="fk_programme_codes_programme_id_programmes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("programme_id", "number", name="pk_programme_codes"),
        sa.UniqueConstraint("lookup", name="uq_programme_codes_lookup"),
    )
    _create_invitations()
    op.create_table(
        "submissions",
        sa.Column("invitation_id", sa.String(), nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_texts", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["programme_invitations.id"],
            name="fk_submissions_invitation_id_programme_invitations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("invitation_id", "round_number", name="pk_submissions"),
    )


def _create_invitations() -> None:
    op.create_table(
        "programme_invitations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.String(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=True),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("sealed", "terms")),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programmes.id"],
            name="fk_programme_invitations_programme_id_programmes",
            ondelete="CASCADE",
        ),
        # No action on deletion: the tie is ended before its assessment is deleted.
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_programme_invitations_assessment_id_assessments"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_invitations"),
        sa.UniqueConstraint("token_digest", name="uq_programme_invitations_token_digest"),
        sa.UniqueConstraint("assessment_id", name="uq_programme_invitations_assessment_id"),
    )
    op.create_index("ix_programme_invitations_programme_id", "programme_invitations", ["programme_id"])
