"""Contributions to peers, what is counted and published of them, and invitations to contribute."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _key(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def upgrade() -> None:
    # Without a row's number SQLite keeps no order in which rows came.
    op.create_table(
        "contributions",
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        *_key("version", "variant", "organisation_type", "size_band", "scores"),
        sa.PrimaryKeyConstraint("receipt", name="pk_contributions"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "histograms",
        *_key("version", "variant", "organisation_type", "size_band", "measure"),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "version", "variant", "organisation_type", "size_band", "measure", "points", name="pk_histograms"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "differing",
        *_key("version", "variant"),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        *_key("organisation_type", "size_band", "measures"),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("version", "variant", "receipt", name="pk_differing"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "snapshots",
        *_key("version", "variant", "organisation_type", "size_band", "measure", "month"),
        sa.Column("n", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("median", "lower", "upper")),
        sa.PrimaryKeyConstraint(
            "version", "variant", "organisation_type", "size_band", "measure", name="pk_snapshots"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invitations",
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_invitations"),
        sqlite_with_rowid=False,
    )
