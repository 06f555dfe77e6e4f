"""What lies ahead of a result: the next steps with their days, and the scores that they would bring."""
