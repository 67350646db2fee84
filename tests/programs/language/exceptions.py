def kinds(x):
    try:
        if x == 0:
            raise ValueError("zero")
        if x == 1:
            raise KeyError("one")
        if x == 2:
            return "returned"
        if x == 3:
            1 / 0
        return "fell through"
    except ValueError as e:
        return "value " + str(e)
    except (KeyError, IndexError) as e:
        return "key " + repr(e)
    else:
        return "else"
    finally:
        print("finally", x)


for i in range(5):
    try:
        print(kinds(i))
    except ZeroDivisionError as e:
        print("outer", e)


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as e:
        print("caught", e)
        try:
            raise TypeError("from handler")
        except TypeError as t:
            print(type(t.__context__).__name__, t.__context__)
    print("done")


nested()


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    else:
        out.append("else")
    return out


print(loops())


def return_in_finally():
    for i in range(3):
        try:
            return "try"
        finally:
            if i == 0:
                continue
            return "finally"


print(return_in_finally())


def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"


print(swallow())


def reraise():
    try:
        try:
            raise KeyError("k")
        except KeyError:
            raise
    except KeyError as e:
        return e.args


print(reraise())


def chained():
    try:
        try:
            {}["a"]
        except KeyError as e:
            raise RuntimeError("wrapped") from e
    except RuntimeError as e:
        return type(e.__cause__).__name__, e.__suppress_context__


print(chained())
try:
    raise RuntimeError("x") from None
except RuntimeError as e:
    print(e.__cause__, e.__context__, e.__suppress_context__)

try:
    raise
except RuntimeError as e:
    print(e)


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


try:
    raise Custom(7, "more")
except Exception as e:
    print(type(e).__name__, e.code, e.args, isinstance(e, Custom), repr(e))


class Sub(Custom):
    pass


for exc in (Custom(1), Sub(2), ValueError(3)):
    try:
        raise exc
    except Sub as e:
        print("sub", e.code)
    except Custom as e:
        print("custom", e.code)
    except Exception as e:
        print("other", e)


def handled_name():
    try:
        raise ValueError("gone")
    except ValueError as e:
        pass
    try:
        e
    except NameError:
        return "e is unbound"


print(handled_name())

try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
try:
    try:
        pass
    except 5:
        pass
    print("not evaluated")
finally:
    pass
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)


def gen():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = gen()
print(next(g))
g.close()
try:
    next(g)
except StopIteration:
    print("stopped")

try:
    [][5]
except IndexError as e:
    print(e)
try:
    {}["k"]
except KeyError as e:
    print(e)
try:
    undefined_name
except NameError as e:
    print(e)
try:
    (1).missing
except AttributeError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    int("x")
except ValueError as e:
    print(e)
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(e)
import sys
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())
