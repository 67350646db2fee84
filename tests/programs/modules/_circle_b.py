print("b starts")
import _circle_a
seen = hasattr(_circle_a, "x")
y = 2
try:
    from _circle_a import x
except ImportError as e:
    print("ImportError", str(e).split(" (")[0])
def later():
    return _circle_a.x
