t = (1, 2, 3, 2)
print(t, (), (1,), tuple(), tuple([1]), tuple("ab"), t.count(2), t.index(2), t.index(2, 2), len(t))
print(t[0], t[-1], t[1:3], t[::-1], t + (4,), t * 2, 2 * (0,), 2 in t, 5 not in t, (1, 2) < (1, 3), (1,) == [1], (1, (2, "a")))
print(hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), {(1, 2): "x"}[1, 2])
for f in [lambda: t[10], lambda: t["a"], lambda: t.index(9), lambda: t + [1], lambda: t * "a", lambda: t < 1, lambda: hash(([],)), lambda: t.append(1), lambda: tuple(5), lambda: tuple(1, 2), lambda: (1, 2) < (1, "a")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    a, b = t
except ValueError as e:
    print(e)
try:
    a, b, c, d, e = t
except ValueError as e:
    print(e)
try:
    a, *b, c = (1,)
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
(a, b), c = (1, 2), 3
print(a, b, c, t.__len__(), t.__getitem__(0), t.__add__((5,)), t.__contains__(1), tuple.__mro__, list(iter(t)), type(iter(t)).__name__)
r = range(2, 10, 3)
print(r, range(5), range(1, 5), list(r), len(r), r[0], r[-1], r[1:], r[::-1], 5 in r, 6 in r, r.index(5), r.count(5), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(3) == range(0, 3), range(0, 4, 2) == range(0, 3, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)), list(range(5, 0, -2)), list(reversed(range(4))), range(10)[2:8:3], 2.0 in range(5), "a" in range(5), range(10**20)[10**19], len(range(10**15)))
for f in [lambda: range(), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range("a"), lambda: r[5], lambda: r.index(100), lambda: range(1, 2, 3, 4), lambda: r.start(), lambda: r["x"], lambda: range(3) < range(4), lambda: len(range(10**30))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    r.start = 5
except AttributeError:
    print("start is read-only")
try:
    r[0] = 5
except TypeError as e:
    print(e)
s = slice(1, 10, 2)
print(s, slice(5), slice(None), s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(5), s == slice(1, 10, 2), slice(1) == slice(2))
try:
    hash(s)
except TypeError as e:
    print(e)
try:
    slice()
except TypeError as e:
    print(e)
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1:2], g[::], g[1, 2], g[1:2, ...], g[()], g[:, 1], g[-1:])
print(None, Ellipsis, NotImplemented, type(None), type(...), type(NotImplemented), repr(None), bool(None), None == None, None is None, ... is Ellipsis)
