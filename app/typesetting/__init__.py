"""Typesetting of PDF documents. It knows no assessment: callers pass blocks and metadata.

``document``  pages with header, footer and metadata as the bytes of a PDF
``layout``    blocks, tables and pages
``text``      fonts, styles, shaping and line breaking
``tagged``    the tagged PDF itself, on ReportLab’s canvas
``fonts``     the font files, with their licences
"""
