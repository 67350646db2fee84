def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
    return "r"
a = g(); print(next(a), a.send("A"))
try:
    a.send("B")
except StopIteration as e:
    print("stop", e.value)
print(list(a), next(a, "default"))
b = g(); next(b); b.close(); b.close()
c = g()
try:
    c.send(1)
except TypeError as e:
    print(e)
c.close()
def delegating():
    r = yield from g()
    print("result", r)
    yield from [10, 20]
    yield from (x * x for x in range(3))
    return (yield from inner())
def inner():
    yield "in"
    return "inner result"
d = delegating(); out = []
try:
    v = next(d)
    while True:
        out.append(v); v = d.send(len(out) if len(out) < 3 else None)
except StopIteration as e:
    print(out, e.value)
def throwing():
    while True:
        try:
            yield "y"
        except ValueError as e:
            yield f"caught {e}"
t = throwing(); print(next(t), t.throw(ValueError("v")), next(t))
try:
    t.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(list(t))
def ignore_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2
i = ignore_exit(); next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)
def reent():
    yield next(r)
r = reent()
try:
    next(r)
except ValueError as e:
    print(e)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def take(n, it): return [x for _, x in zip(range(n), it)]
print(take(10, fib()), sum(x for x in range(10) if x % 2), max((len(w), w) for w in ["a", "bbb", "cc"]), dict((k, v) for k, v in [("a", 1)]), list(x for x in () if 1), any(x > 3 for x in range(5)), sorted((x * -1 for x in range(3))), ",".join(c for c in "abc"))
e = (x for x in range(3)); print(type(e).__name__, e.gi_running, next(e), list(e), e.__name__)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def ctx():
    with C():
        yield 1
        yield 2
class C:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
x = ctx(); next(x); x.close(); print(list(ctx()))
class Iter:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("done")
    def throw(self, *a): print("thrown", a[0] if isinstance(a[0], type) else type(a[0])); raise StopIteration("thrown")
    def send(self, v): raise StopIteration("sent")
    def close(self): print("closed")
def deleg(): print("r:", (yield from Iter())); yield "end"
print(list(deleg()))
def boom():
    yield 1
    raise ValueError("boom")
z = boom(); next(z)
try:
    next(z)
except ValueError as q:
    print(q)
print(next(z, "finished"))
try:
    for v in boom(): print(v)
except ValueError as q:
    print("loop", q)
def pipeline(src): return (y + 1 for y in (x * 2 for x in src))
print(list(pipeline(range(4))))
def counter(n):
    i = 0
    while i < n:
        got = yield i
        i = i + 1 if got is None else got
k = counter(10); print(next(k), next(k), k.send(7), next(k), list(k))
print(list(map(lambda p: p, counter(2))))
def ret_in_finally():
    try:
        yield 1
        raise ValueError
    finally:
        return "swallowed"
try:
    s = ret_in_finally(); next(s); next(s)
except StopIteration as q:
    print(q.value)
def nested_try():
    for i in range(3):
        try:
            yield i
        except ValueError:
            print("cont")
            continue
        finally:
            print("fin", i)
n = nested_try(); print(next(n)); print(n.throw(ValueError)); print(next(n)); n.close()
class Gen:
    def __init__(self): self.items = [1, 2]
    def __iter__(self):
        for i in self.items: yield i
    def method(self): yield self; yield from self
print(list(Gen()), [type(q).__name__ for q in Gen().method()], 2 in Gen(), tuple(Gen()), sum(Gen()))

# What is thrown into a generator leaves it for the handler around the call, and a value that the inner iterator gives
# at once is the call's.
def one():
    yield 1
def handling():
    try: 1 / 0
    except ZeroDivisionError: yield 1
def replying():
    try: yield 1
    except ValueError: yield 2
def returning():
    try: yield 1
    except ValueError: return 7
def through(f):
    r = yield from f()
    yield r
for make in one, handling, replying, returning:
    for levels in 0, 1, 2:
        for error in KeyError('k'), ValueError('v'), StopIteration(3):
            f = make
            for level in range(levels):
                f = lambda f=f: through(f)
            a = f()
            next(a)
            try:
                print(make.__name__, levels, '[', a.throw(error), ']')
            except Exception as e:
                print(make.__name__, levels, repr(e), repr(e.__cause__))
class Builtin:
    def __iter__(self): return self
    def __next__(self): return 1
    throw = staticmethod(type)
for f in Builtin, lambda: through(Builtin):
    a = through(f)
    next(a)
    print([0, a.throw(ValueError('v')), 2], next(a))
for make in one, handling, replying:
    y = make()
    next(y)
    Builtin.throw = y.throw
    a = through(Builtin)
    next(a)
    try:
        print('[', a.throw(KeyError('k')), ']')
    except KeyError as e:
        print(repr(e))


# The value of a generator is passed on by what iterates over it, and is not that of an iterator that ends later.
def seven():
    return 7
    yield


def of_seven():
    return (yield from seven())


class Ending:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *arguments):
        next(iter(()))


def over(iterable):
    print('result', (yield from iterable))
    yield 2


print(list(of_seven()))
delegating = over(Ending())
next(delegating)
print(delegating.throw(ValueError('stop')))
print(list(over(map(str, seven()))), list(over(zip(seven(), [1]))), list(over(iter([]))), list(over(seven())))
