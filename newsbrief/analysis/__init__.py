"""What the text itself says: sentences, quoted passages, cues, names, times."""
