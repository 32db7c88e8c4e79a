"""What a worker does for trainings: starts the trainer, reads what it tells, makes a model of what is taught."""
