"""The network of Piper's own voices, VITS (arXiv 2106.06103): from text to samples in one piece, on a GPU."""
