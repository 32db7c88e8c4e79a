"""What the recording studio reads aloud, and how far it is."""
