import sys
import _pkg
print(_pkg.__name__, _pkg.first.where(), _pkg.second_value, _pkg.second.value)
import _pkg.sub
print(_pkg.sub.up.__name__, _pkg.sub.value)
import _pkg.sub.leaf as leaf
print(leaf.__name__, leaf.f())
from _pkg.sub import leaf as l2, value as v
print(l2 is leaf, v)
from _pkg import *
print(shown, second_value, first.__name__)
try:
    names
except NameError as e:
    print(e)
from _star import *
print(a, c)
try:
    _b
except NameError as e:
    print(e)
try:
    import _pkg.sub.deep
except ImportError as e:
    print(type(e).__name__, e)
print("_pkg.sub.deep" in sys.modules, hasattr(_pkg.sub, "deep"))
import _circle_a
print(_circle_a._circle_b.later(), sorted(k for k in sys.modules if k.startswith("_c") and "circle" in k))
for i in range(2):
    try:
        import _fails
    except ZeroDivisionError as e:
        print("failed:", e, "_fails" in sys.modules)
for statement in ["import nowhere", "import nowhere.sub", "import _pkg.nowhere", "import _star.sub", "from _star import zzz", "from _pkg import zzz", "from . import x", "from .x import y", "from nowhere import x", "import sys.nothing", "from _pkg.sub import zzz"]:
    try:
        exec(statement, {"__name__": "m"})
    except ImportError as e:
        print(statement, "->", type(e).__name__, str(e).split(" (/")[0].split(" (_")[0], e.name)
try:
    import _syntax
except SyntaxError as e:
    print("SyntaxError", "_syntax" in sys.modules)
import _counter, _counter as again
print(_counter.bump(), again.bump(), again.n, again is _counter)
from _counter import n, bump
bump(); print(n, _counter.n)
del sys.modules["_counter"]
import _counter as fresh
print(fresh.n, fresh is again)
sys.modules["fake"] = fresh
import fake
print(fake is fresh)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
print(__name__, type(sys).__name__, repr(sys), sys.__name__)
m = __import__("_pkg.sub"); print(m.__name__)
m = __import__("_pkg.sub", fromlist=["leaf"]); print(m.__name__)
def inner():
    import math
    from math import pi as p
    return math.floor(p)
print(inner(), "math" in globals())
class C:
    import math as mm
    from math import sqrt
print(C.mm.ceil(1.5), C.sqrt(4))
import _star
_star.extra = 7
from _star import extra
print(extra)
del _star.extra
try:
    _star.extra
except AttributeError as e:
    print(e)
try:
    fresh.nope
except AttributeError as e:
    print(e)
