"""The form that imports a file."""

from app.translations import N_
from app.web.forms.file_form import FileForm


class ImportForm(FileForm):
    """A file to which an assessment was exported."""

    missing = N_("Choose the scorecard PDF, the board page PDF or assessment.json to import")
