def show(e, depth=0):
    print("  " * depth + repr(e), "suppress" if e.__suppress_context__ else "")
    if e.__cause__: print("  " * depth + "cause:"); show(e.__cause__, depth + 1)
    if e.__context__: print("  " * depth + "context:"); show(e.__context__, depth + 1)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        raise
except ValueError as e:
    show(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, "x"):
        pass
except TypeError as e:
    print(e)
e = "outer"
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    e
except NameError as n:
    print(n, n.name)
for x in [Exception(), Exception(1), Exception(1, "a"), ValueError("x"), KeyError("k"), KeyError(), OSError(2, "No such file"), OSError(2, "No such", "file.txt"), OSError("plain"), StopIteration(5), SystemExit(3), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), ImportError("m", name="n", path="p"), AttributeError("a", name="q", obj=5), NameError("n", name="z"), SyntaxError("s"), KeyboardInterrupt(), AssertionError("a"), NotImplementedError(), RecursionError("r"), FileNotFoundError(2, "x"), BaseException("b"), GeneratorExit(), UnicodeError("u"), ArithmeticError(), LookupError(), MemoryError(), Warning("w"), DeprecationWarning()]:
    print(repr(x), "|", str(x), "|", x.args, type(x).__mro__[1].__name__)
print(type(OSError(2, "x")).__name__, OSError(2, "x", "f").filename, OSError(2, "x").strerror, type(OSError(13, "x")).__name__, OSError(17, "e").errno, StopIteration(5).value, SystemExit(3).code, ImportError("m", name="n").name)
e = ValueError("x"); e.add_note("note 1"); e.custom = 5; print(e.__notes__, e.custom, e.__dict__, e.__traceback__, e.with_traceback(None) is e)
e.args = (1, 2); print(e, repr(e), e.args)
try:
    e.__cause__ = 5
except TypeError as x:
    print(x)
try:
    e.__traceback__ = 5
except TypeError as x:
    print(x)
def depth():
    def a(): b()
    def b(): raise ValueError("deep")
    try:
        a()
    except ValueError as e:
        t = e.__traceback__
        while t:
            print(t.tb_lineno, t.tb_frame.f_code.co_name)
            t = t.tb_next
depth()
class MyErr(Exception):
    def __init__(self, a, b): self.a = a; super().__init__(a + b)
print(repr(MyErr(1, 2)), MyErr(1, 2).a, str(MyErr("a", "b")))
class NoSuper(Exception):
    def __init__(self, a): self.a = a
print(repr(NoSuper(5)), NoSuper(5).args, NoSuper(5))
def nested():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            try:
                raise KeyError("second")
            except KeyError:
                pass
            raise TypeError("third")
    except TypeError as e:
        show(e)
nested()
def gen():
    try:
        yield 1
    except ValueError as e:
        print("in gen", e, repr(e.__context__))
        yield 2
    finally:
        print("closing")
g = gen(); next(g)
try:
    raise KeyError("outside")
except KeyError:
    print(g.throw(ValueError("thrown")))
g.close()
def stop():
    raise StopIteration("inside")
    yield
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e), e.value)
for t in [int, Exception, ValueError, OSError, KeyError]:
    print(issubclass(t, BaseException), issubclass(t, Exception), issubclass(t, LookupError))
try:
    exec("def f():\n  x = \n")
except SyntaxError as e:
    print(type(e).__name__, e.lineno)
try:
    [].nope
except AttributeError as e:
    print(e.name, e.obj)
try:
    {}["missing"]
except KeyError as e:
    print(e, e.args)
try:
    undefined
except NameError as e:
    print(e, e.name)
try:
    "abc".index("z")
except ValueError as e:
    print(e)
try:
    int("x")
except (TypeError, ValueError) as e:
    print(e)
else:
    print("not here")
finally:
    print("finally")
try:
    pass
except Exception:
    print("no")
else:
    print("else runs")
