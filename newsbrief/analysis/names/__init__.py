"""Names in the text and the parties they stand for."""
