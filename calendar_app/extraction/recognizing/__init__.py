"""Recognizers: each yields Mentions of one kind from a text, and none knows another."""
