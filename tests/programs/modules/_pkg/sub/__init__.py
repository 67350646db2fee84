print("sub", __name__)
from .. import first as up
from ..second import value
