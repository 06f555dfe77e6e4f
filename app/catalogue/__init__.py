"""The folder questionnaires/ read into objects of the core, or refused with every fault named."""
