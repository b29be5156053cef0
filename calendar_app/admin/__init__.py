"""The reviewers’ desk: every model usable, every decision made by review/."""
