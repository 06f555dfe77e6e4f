"""The files of results that are downloaded."""
