"""Bytes become text, one format a file."""
