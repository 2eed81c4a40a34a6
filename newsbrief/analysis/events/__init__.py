"""What happened, and what sums it up."""
