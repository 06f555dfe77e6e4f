"""The import of a file that a person chose: assessment.json, or a PDF that carries it.

``imported_file``   reads either, and says of anything else what it is and what is wanted
``file_kinds``      recognises what a file is
``pdf_attachment``  takes assessment.json out of a PDF, in a limited process
``pdf_process``     the program of that process
"""
