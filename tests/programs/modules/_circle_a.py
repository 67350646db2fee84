print("a starts")
import _circle_b
x = 1
from _circle_b import y
print("a ends", y, _circle_b.seen)
