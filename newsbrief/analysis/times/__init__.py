"""Times in the text and the days they name."""
