from ..first import where
from . import value as from_init
from .. import sub
def f(): return where(), from_init, sub.__name__
