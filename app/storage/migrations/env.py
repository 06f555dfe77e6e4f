"""Alembic runs this for each command, on the caller's connection and in its transaction."""

from alembic import context

from app.storage.database.tables import Base

# SQLite cannot alter most of a table, so a changed one is copied ("batch").
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
