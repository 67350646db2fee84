print("first", __name__)
from . import second
from .second import value
import _pkg
def where():
    return __name__, second.__name__, value, hasattr(_pkg, "shown")
