"""Which domains a contributor's link opens, and whether it may see their scores."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added in place: SQLite would copy the table otherwise, and dropping the old one drops every wrapped key.
    op.add_column("links", sa.Column("domains", sa.String(), nullable=False, server_default=""))
    op.add_column("links", sa.Column("scores", sa.Boolean(), nullable=False, server_default=sa.false()))
