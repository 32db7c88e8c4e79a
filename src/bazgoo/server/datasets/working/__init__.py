"""Work on datasets in a worker: one run claims one dataset and does its steps, each in a process of its own."""
