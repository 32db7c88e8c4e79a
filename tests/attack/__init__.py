"""The studio attacked as a stranger, a neighbour, a thief of tokens and a careless admin would: `python -m tests.attack`."""
