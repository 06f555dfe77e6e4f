"""Tagged PDF for ReportLab’s canvas: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

The library knows nothing of what it draws and stands on its own: ReportLab and the standard library.

``tags``         the kinds of structure element, and what one says of itself
``elements``     the structure tree
``tree``         the tree as PDF objects
``canvas``       ReportLab’s canvas, whose drawing belongs to elements or else is an artifact
``sparing``      ReportLab’s canvas, which says a state when it changes and draws text in our faces
``words``        words put into operators once, drawn in any number of documents
``face``         TrueType faces whose characters have the same codes in every document
``truetype``     the part of a face that a document needs
``embedding``    faces embedded in a document
``document``     ReportLab’s document, written small and always the same
``packing``      objects packed into streams
``metadata``     the XMP packet
``attachments``  associated files
``colour``       the sRGB profile of the output intent
``syntax``       PDF’s own notation
``catalogue``    what stands at a document’s head
``links``        link annotations
``outline``      the bookmarks
``reading``      what a file of ours carries, read again

Every font must be embedded (ISO 14289-1, 7.21.4; ISO 19005-3, 6.2.11.4): draw in registered
faces of the class Face only.
"""
