"""A studio whose processes are killed at random under load, and what must be true of it afterwards."""
