"""What an admin may change while the studio runs."""
