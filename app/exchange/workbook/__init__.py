"""workbook.xlsx: the sheets that a person works with in a spreadsheet; equal content gives equal bytes."""
