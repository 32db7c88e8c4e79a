"""How many datasets are worked on at once."""

MOST_AT_ONCE = 2
"""Of all people together: each takes all processors it gets."""
