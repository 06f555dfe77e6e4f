"""Random requests to the API of a running server, made from its OpenAPI document: ``make fuzz-api``."""
