"""Text, from characters to lines.

``printable``      typed text, reduced to characters that a document can show
``fonts``          the fonts, and which of them has a character
``style``          the page’s grid and the styles of text
``colours``        the palette’s colours as ReportLab’s
``line_breaking``  text broken into lines
``plain_lines``    the same for plain text, faster
``visual_order``   lines with text from right to left, joined letters or marks
``bidi``           the order of characters in a line, by python-bidi
``arabic``         the joining of Arabic letters, by HarfBuzz
``shaping``        the glyphs of a run that is not drawn character after character
``runs``           the parts of text and of lines
``set_paragraph``  a paragraph’s lines and its PDF operators
"""
