"""What is published is shown: pages, feeds, JSON and search over public events only."""
