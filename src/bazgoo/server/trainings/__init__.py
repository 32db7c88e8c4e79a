"""Trainings in the studio: asked for, queued, done by processes of their own, watched, made into models."""
