"""The import of a plan that a person edited in a spreadsheet: XLSX, ODS or CSV.

``edited_plan``    reads the file and compares it with the plan: what would change, and what is wrong where
``spreadsheet``    reads the cells of a file; ``csv_sheet`` those of a CSV
``sheet_process``  the program that reads XLSX and ODS, in a limited process
``plan_table``     finds the plan in the sheets: its headings, its columns and its rows
``edited_row``     reads what a row says of an action; ``day_cells`` its day
``cell_faults``    the faults, by sheet, row and column
``proposal_json``  the changes as the page carries them until they are confirmed
"""
