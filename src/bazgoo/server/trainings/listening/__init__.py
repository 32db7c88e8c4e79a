"""Two checkpoints heard side by side, without knowing which is which."""
