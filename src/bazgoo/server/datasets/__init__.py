"""Datasets in the studio: brought in, checked, browsed, recorded, kept for their owner alone."""
