"""Tagged PDF for ReportLab’s canvas: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

The package does not depend on what is drawn, but only on ReportLab, deflate and the standard library.

``tags``            the kinds of structure element with their properties
``elements``        the structure tree
``text_elements``   the structure elements of links, and of text in another language
``tree``            the structure tree as PDF objects
``canvas``          ReportLab’s canvas, whose content belongs to structure elements or is an artifact
``compact_canvas``  ReportLab’s canvas with fewer operators, and with text in embedded fonts
``text_operators``  the PDF operators of text, made once for any number of documents
``font``            TrueType fonts whose characters have the same codes in every document
``font_subset``     the part of a font that a document needs
``font_embedding``  fonts embedded in a document
``document``        ReportLab’s document, written compactly and reproducibly
``object_streams``  objects compressed in streams
``metadata``        the XMP packet
``attachments``     associated files
``colour``          the sRGB profile of the output intent
``syntax``          PDF’s notation of values
``catalog``         the document catalogue
``links``           link annotations
``outline``         the bookmarks
``read_back``       what a file written by this package contains
``errors``          what is wrong with a document while it is drawn

Every font must be embedded (ISO 14289-1, 7.21.4; ISO 19005-3, 6.2.11.4): draw only in registered
fonts of the class EmbeddedFont.
"""
