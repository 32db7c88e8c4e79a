"""Downloads as a queue that outlives every process."""
