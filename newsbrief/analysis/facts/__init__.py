"""What a sentence states that a text can bear out or not: numbers, dates and names."""
