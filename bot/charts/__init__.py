"""Pictures of counts and days, drawn in a process of their own."""
