"""Where answers come from: an OpenAI-compatible server, or a script of one's own."""
