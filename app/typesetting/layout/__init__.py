"""Blocks, and the pages that they are laid out on.

``block``           what every block can do
``paragraph``       text, broken into lines
``heading``         headings and the table of contents
``table_block``     tables
``chart_block``     charts
``side_by_side``    the head of an entry: a rail at the left, text at the right
``text_and_chart``  a chart at the right of the text that explains it
``labelled_row``    a label at the left of a paragraph or list
``together``        blocks that stay on one page
``columns``         stacks of blocks side by side
``checkbox``        boxes to tick and lines to write on
``tick_row``        boxes to tick side by side
``rule``            horizontal rules
``ellipsis``        paragraphs cut to a number of lines
``pagination``      blocks laid out on pages
"""
