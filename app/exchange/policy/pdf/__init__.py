"""The reading of a PDF, by its tags if they cover its text, else by its look.

``pdf_text``       reads a document
``pdf_content``    takes the content of a page apart for pypdf
``pdf_lines``      finds the lines of a page with what pypdf finds on it
``pdf_margins``    leaves out running heads and feet
``pdf_structure``  reads what tags say
``pdf_layout``     finds headings, paragraphs and notes where there are no tags
``pdf_paragraph``  finds the page of each sentence
"""
