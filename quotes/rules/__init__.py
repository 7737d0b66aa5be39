"""Rules: YAML in, checked and compiled rules out."""

from quotes.rules.faults import Fault, RuleFaultsError
from quotes.rules.loading import Loaded, builtin_folder, load_folders, load_rules
from quotes.rules.model import RuleSet
from quotes.rules.model_labels import check_against_model

__all__ = [
    "Fault",
    "Loaded",
    "RuleFaultsError",
    "RuleSet",
    "builtin_folder",
    "check_against_model",
    "load_folders",
    "load_rules",
]
