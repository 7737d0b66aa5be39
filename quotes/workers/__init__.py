"""Work on many documents: in batches, in one process or several, each document failing alone."""

from quotes.workers.batches import Extraction, Extracts, Load
from quotes.workers.run import run

__all__ = ["Extraction", "Extracts", "Load", "run"]
