"""Refiners: they settle overlaps, intervals, reference dates and the links between mentions."""
