"""The drivers of plans: the only room that waits."""
