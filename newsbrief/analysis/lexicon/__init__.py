"""Broad, general word lists of English news: closed classes, offices, countries, names."""
