"""A person decides: facts are settled, duplicates merged, events published."""
