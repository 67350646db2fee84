def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 9}), f(*(1,), *[2, 3], c=0, **{"x": 1}, **{"y": 2}))
print(f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__module__, f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames[:2], f.__closure__, type(f).__name__)
for g in [lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, c=3, a=2), lambda: f(1, c=2, **{"c": 3}), lambda: f(*5, c=1), lambda: f(**5), lambda: (lambda x: x)(), lambda: (lambda x: x)(1, 2), lambda: (lambda x, y: x)(), lambda: (lambda x, y, z: x)(), lambda: (lambda: 0)(1), lambda: (lambda: 0)(x=1), lambda: (lambda x, y=1: 0)(1, 2, 3), lambda: (lambda *, k: 0)(), lambda: (lambda *, k, j: 0)(), lambda: (lambda *, k: 0)(1), lambda: (lambda x, *, k: 0)(1, 2, k=1), lambda: f.nope, lambda: f(1, 2, **{1: 2}), lambda: (lambda a, b: 0)(1, a=1)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
f.attr = 5; print(f.attr, f.__dict__); del f.attr
f.__name__ = "renamed"; f.__qualname__ = "Q.renamed"; f.__defaults__ = (7,); print(f.__name__, f.__qualname__, f(1, c=2))
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    class K:
        def m(self): pass
        class L:
            def n(self): pass
    print(inner.__qualname__, K.__qualname__, K.m.__qualname__, K.L.n.__qualname__, (lambda: 0).__qualname__, inner.__closure__[0].cell_contents)
    return inner
o = outer(); print(o(), o(), o.__closure__[0].cell_contents)
def gen():
    yield
print(gen.__qualname__, gen().__name__, gen().__qualname__, repr(gen())[:22], repr(outer)[:19], repr(print), repr("".join)[:30], repr(len.__call__)[:16] if False else "")
class A:
    def m(self, x=1): return (self.__class__.__name__, x)
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x=0): return cls.__name__, x
    @property
    def p(self): return "p"
    @p.setter
    def p(self, v): print("set", v)
    @p.deleter
    def p(self): print("del")
a = A()
print(a.m(), A.m(a, 2), a.m.__self__ is a, a.m.__func__ is A.m, a.m == a.m, a.m is a.m, a.s(1), A.s(2), a.c(), A.c(3), a.p, a.m.__name__, a.c.__self__.__name__)
a.p = 5; del a.p
for g in [lambda: a.m(1, 2), lambda: A.m(), lambda: a.s(), lambda: A.c(1, 2), lambda: a.nope, lambda: A.nope, lambda: a(), lambda: setattr(a.m, "x", 1), lambda: A.p.fget(a), lambda: a.m.__func__(), lambda: A(1), lambda: A(x=1)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
def defaults(x, acc=[]):
    acc.append(x)
    return acc
print(defaults(1), defaults(2))
fs = [lambda: i for i in range(3)]; print([h() for h in fs], [h() for h in [lambda i=i: i for i in range(3)]])
def deco(n):
    def wrap(fn):
        def inner(*a, **k): return n, fn(*a, **k)
        return inner
    return wrap
@deco(1)
@deco(2)
def d(x): return x * 2
print(d(4), d.__qualname__)
def early(n):
    for i in range(n):
        try:
            if i == 2: return "ret"
            if i == 1: continue
        finally:
            print("fin", i)
    return "end"
print(early(2), early(5))
def fin():
    try:
        return "try"
    finally:
        return "finally"
def fin2():
    while True:
        try:
            1 / 0
        finally:
            break
    return "swallowed"
def fin3():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            continue
        finally:
            print("f", i, end=" ")
    else:
        return "else"
def fin4():
    try:
        try:
            raise KeyError("k")
        finally:
            print("inner finally", end=" ")
    except KeyError as e:
        return "caught %r" % e
    finally:
        print("outer finally", end=" ")
print(fin(), fin2(), fin3(), fin4())
x = "global"
def scopes():
    y = [x for x in range(3)]
    return x, y
class S:
    x = "class"
    y = [x for _ in range(2)]
    def get(self): return x
    z = x
print(scopes(), S.y, S().get(), S.z)
def glob():
    global made
    made = 1
glob(); print(made)
del made
try:
    made
except NameError as e:
    print(e)
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: (yield))().__class__.__name__)
def walrus(): return [y := 5, y ** 2], (z := 3) + z
print(walrus(), [w := i for i in range(3)], w)
def pos(a, b, c): return a, b, c
print(pos(1, 2, c=3))
print("no annotations needed" if (lambda x: x)(1) else None)
v: int = 5
print(v)
i = 0
class Aug:
    def __init__(self): self.v = [1]; self.n = 1; self.d = {}
    def __getitem__(self, k): print("get", k); return self.d.get(k, 0)
    def __setitem__(self, k, v): print("set", k, v); self.d[k] = v
    def __delitem__(self, k): print("del", k)
def idx(k): print("idx", k); return k
g = Aug(); g.n += 2; g.v += [2]; g[idx("a")] += 5; g['z'] = 3; del g[idx(0)]; g.n **= 2; g.n //= 2; g.n <<= 1; g.n |= 1; print(g.n, g.v, g.d)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
a = b = c = []; a.append(1); print(a is c, b)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
a, b = b, a; print(a, b)
l = [1, 2, 3]; i = 0; i, l[i] = 1, 9; print(l)
print(1 < 2 < 3, 1 < 2 > 3, 1 == 1 != 2, not 1 == 2, 1 if 0 else 2, 0 or "x", 1 and 2, None or 0 or [], "a" in "abc" in ["abc"])
for i in range(3):
    for j in range(3):
        if j == 1: break
    else:
        print("never")
    if i == 1: break
else:
    print("no")
while i < 5: i += 1
else: print("while else", i)
assert True
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(repr(e))
try:
    assert False
except AssertionError as e:
    print(repr(e))
match_ = 5
print(match_, __name__)
