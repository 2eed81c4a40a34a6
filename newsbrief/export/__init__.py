"""A brief as a document: pure functions of a `Brief`, one file a format."""
