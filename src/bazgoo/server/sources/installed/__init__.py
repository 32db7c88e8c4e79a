"""What is installed: listed, uninstalled, brought in and taken away as files."""
