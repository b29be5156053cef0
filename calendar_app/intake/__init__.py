"""A bulletin comes in: sources are read, and what extraction finds is stored as draft events, once."""
