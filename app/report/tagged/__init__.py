"""Tagged PDF for ReportLab’s canvas: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

The library knows nothing of what it draws and stands on its own: ReportLab and the standard library.

``tags``         the kinds of structure element, and what one says of itself
``elements``     the structure tree
``tree``         the tree as PDF objects
``canvas``       ReportLab’s canvas, whose drawing belongs to elements or else is an artifact
``words``        ReportLab’s text object, whose runs belong to elements
``document``     ReportLab’s document, written small and always the same
``metadata``     the XMP packet
``attachments``  associated files
``colour``       the sRGB profile of the output intent
``syntax``       PDF’s own notation
``catalogue``    what stands at a document’s head
``links``        link annotations
``outline``      the bookmarks
``reading``      what a file of ours carries, read again
``paragraph``    a paragraph’s runs: plain words, links, words in another language

Every font must be embedded (ISO 14289-1, 7.21.4; ISO 19005-3, 6.2.11.4): draw with registered TrueType fonts
only, and give the canvas one to begin with, for ReportLab mentions it on every page.
"""
