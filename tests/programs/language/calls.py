def show(*args, **kw):
    print(args, sorted(kw.items()))


def f(a, b=2, *c, d, e=5, **g):
    return (a, b, c, d, e, sorted(g.items()))


print(f(1, d=4))
print(f(1, 2, 3, 4, d=5, e=6, z=7))
print(f(*[1, 2, 3], **{"d": 4, "y": 5}))
show(*(), *[1], 2, *(3, 4), a=1, **{"b": 2}, **{"c": 3})
show(**{})
show(*range(5), *"ab")


def kwonly(*, a, b=2):
    return a, b


print(kwonly(a=1), kwonly(b=3, a=4))


def attempt(call):
    try:
        print("no error", call())
    except TypeError as error:
        print("TypeError:", error)


def plain(a, b):
    return a + b


attempt(lambda: plain(1))
attempt(lambda: plain())
attempt(lambda: plain(1, 2, 3))
attempt(lambda: plain(1, b=2))
attempt(lambda: plain(1, a=2))
attempt(lambda: plain(1, c=2))
attempt(lambda: kwonly(1))
attempt(lambda: kwonly())
attempt(lambda: f(1))
attempt(lambda: 5())
attempt(lambda: plain(*5))
attempt(lambda: plain(**5))
attempt(lambda: plain(*[1], **{"a": 2}))


def defaults(a, b=[], c=None):
    b.append(a)
    return b, c


print(defaults(1), defaults(2), defaults(3, [], 4))


def outer(x):
    def middle(y):
        def inner(z):
            nonlocal x
            x += 1
            return x + y + z
        return inner
    return middle


adder = outer(10)(20)
print(adder(30), adder(30), outer(1)(2)(3))

makers = []
for i in range(3):
    makers.append(lambda i=i: i * i)
print([m() for m in makers])
late = [lambda: i for i in range(3)]
print([m() for m in late])


def recursive(n):
    return 1 if n <= 1 else n * recursive(n - 1)


print(recursive(20))


def deep(n):
    return n if n == 0 else 1 + deep(n - 1)


print(deep(900))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    print("RecursionError:", str(error)[:32])

print((lambda *a, **k: (a, k))(1, 2, x=3))
print(max(3, 1, 2), max([4, 9, 2]), max("abc", key=lambda c: -ord(c)), min(5, 2, default=None) if False else "-")


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    return a + r, [b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q]


print(many(*range(18)))


class Callable:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, key=0):
        return self.n + x + sum(more) + key


c = Callable(5)
print(c(1), c(1, 2, 3), c(1, key=100), list(map(c, [1, 2])))
method = c.__call__
print(method(7))
bound = [].append
print(bound(1))
print(str.upper("abc"), list.__len__([1, 2]))
