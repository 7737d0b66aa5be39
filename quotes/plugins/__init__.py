"""Plugins: the extractor inside other programs, each of which imports its module by name."""
