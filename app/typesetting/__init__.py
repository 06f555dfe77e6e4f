"""Typesetting of PDF documents; knows no assessment."""
