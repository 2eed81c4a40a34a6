"""A brief in the making, and the answers that it is made of."""
