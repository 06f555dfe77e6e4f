"""Files for CISO Assistant (docs/ciso-assistant.md): the questionnaire as a library, answers as its CSV."""
