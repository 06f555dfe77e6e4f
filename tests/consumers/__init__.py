"""Trials with the programs that read OSCAL files, and with CISO Assistant."""
