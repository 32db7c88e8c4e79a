"""Speech over HTTP: sound as it is made, and how a text will be read."""
