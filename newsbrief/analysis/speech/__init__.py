"""Who says what, by which cue."""
