"""What to ask, check, ask again and assemble. Nothing here waits, and nothing knows a network."""
