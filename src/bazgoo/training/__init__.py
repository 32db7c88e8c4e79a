"""Examples → weights: how Bazgoo learns."""
