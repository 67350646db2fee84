print("deep", __name__)
from ..first import where
from . import value as from_init
from .. import sub
from ... import nothing
