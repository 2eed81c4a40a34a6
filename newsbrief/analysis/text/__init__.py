"""Where text is parted: paragraphs, sentences, quoted passages, page furniture."""
