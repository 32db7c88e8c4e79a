"""What an admin may change while the studio runs, and what people choose for themselves."""
