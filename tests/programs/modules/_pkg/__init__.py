print("init", __name__, __package__ if "__package__" in globals() else "?")
from . import first
from .second import value as second_value
names = ["first"]
__all__ = ["first", "second_value", "shown"]
shown = "shown"
_hidden = "hidden"
