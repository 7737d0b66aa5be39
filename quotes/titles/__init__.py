"""Titles: what the people of a document are, and where it says so."""
