"""The extractor's version, raised whenever a text may yield other findings, so that bulletins can be replayed."""

VERSION = "0.14"
