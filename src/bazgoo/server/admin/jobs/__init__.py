"""The downloads, trainings and datasets of everybody as one list of jobs."""
