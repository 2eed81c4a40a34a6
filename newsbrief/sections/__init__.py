"""The sections of a brief: one file each, here and in ``prompts/``."""
