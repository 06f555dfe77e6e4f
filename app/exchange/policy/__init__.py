"""The reading of an organisation’s own policy, in a process that can open no socket and keeps nothing.

``policy_file``      reads a document or pasted text into blocks, or refuses it; one document at a time
``refusal``          the reasons for a refusal; ``refusal_sentences`` what each tells the person
``policy_process``   the program of the process; only the modules below run there
``document_kind``    recognises what a document is
``pdf``              reads a PDF
``docx_text``        reads DOCX with ``docx_styles``; ``odt_text`` ODT with ``odt_styles``; ``zip_parts`` both
``html_text``        reads HTML; ``hidden_rules`` what its style sheets hide
``plain_text``       reads text without mark-up
``text_lines``       joins lines to paragraphs, ``hyphens`` words divided at the end of a line
``block_list``       cleans and counts what the readers find
"""
