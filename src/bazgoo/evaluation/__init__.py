"""How well Bazgoo does: its reading, measured on sentences it has never seen."""
