"""Quote attribution for newsrooms: every direct quote, its speaker and the speaker's title."""
