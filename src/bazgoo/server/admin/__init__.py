"""What admins see of everybody: jobs and logs."""
