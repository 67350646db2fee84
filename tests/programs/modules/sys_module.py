import sys
print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.argv, type(sys.modules).__name__, sys.modules["sys"] is sys, sys.modules["__main__"].__name__)
print(sys.float_info.max, sys.float_info.epsilon, sys.getrecursionlimit(), sys.intern("abc"), callable(sys.exit), sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t, v, type(tb).__name__, tb.tb_lineno)
    try:
        [][1]
    except IndexError:
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info()[0])
for a in [(), (0,), (3,), ("message",), (None,), (1, 2)]:
    try:
        sys.exit(*a)
    except SystemExit as e:
        print(repr(e), e.code)
    except TypeError as e:
        print(e)
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, e)
class R:
    def __repr__(self): return repr(self)
try:
    repr(R())
except RecursionError as e:
    print("RecursionError")
sys.stdout.write("written\n")
print(sys.stdout.write("12345\n"))
sys.setrecursionlimit(200)
print(sys.getrecursionlimit())
sys.exit(3)
