"""The recipe `voice`: recordings → an aligned acoustic model and a vocoder, exported as one Piper voice."""
