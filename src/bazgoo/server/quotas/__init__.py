"""How much each person may have spoken, kept and taught, and how much they have."""
