# unpacking
a, b = 1, 2
a, b = b, a
print(a, b)
a, b, c = "xyz"
print(a, b, c)
(a, (b, c)), d = (1, (2, 3)), 4
print(a, b, c, d)
a, *b = range(4)
print(a, b)
*a, b = range(4)
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
[x, y] = {"k": 1, "l": 2}
print(x, y)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b, c = [1]
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)

# loops
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print("inner else")
    if i == 1:
        continue
    print("i", i)
else:
    print("outer else")
n = 0
while True:
    n += 1
    if n == 3:
        continue
    if n > 5:
        break
else:
    print("not printed")
print(n)
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for c in "héllo":
    print(c, end="|")
print()
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
r = range(5)
for i in r:
    r = None
print(r)
for i in []:
    pass
else:
    print("empty else")

# conditional expressions and booleans
print(1 if [] else 2, [] or {} or "last", 1 and 2 and 3, not [], 0 or None)
print(1 < 2 < 3 < 4, 1 < 3 < 2, 3 > 2 >= 2)

# comprehensions
print([i * j for i in range(3) for j in range(3) if i != j])
print({i: i * i for i in range(4) if i % 2})
print(sorted({len(w) for w in "a bb cc ddd".split()}))
print([[j for j in range(i)] for i in range(4)])
print(sum(x for x in range(10) if x % 2), list(x for x in (y for y in range(3))))

# del and assignment targets
l = [1, 2, 3, 4]
del l[0], l[-1]
print(l)
l[0], l[1] = l[1], l[0]
print(l)
d = {}
d["x"] = d["y"] = 5
print(d)
del d["x"]
print(d)
l = [0] * 5
l[1:3] = [7, 8, 9]
print(l, l[::-1], l[-2:], l[1:5:2])
x = y = []
x.append(1)
print(y)
(x) = 3
print(x)
i = 1
i += i
i **= 3
print(i)

# strings
name = "World"
print(f"Hello {name}!", f"{1 + 1=}", f"{3.14159:.2f}|{'x':>5}|{42:05d}|{name!r}")
print("a" "b" 'c', r"\n", "\t|\x41|\u0042|\101", b"bytes\x00\xff")
print("%s %d %5.1f %r" % ("s", 5, 2.25, "q"), "{} {1} {0}".replace("{} ", "").format(1, 2))
print("""multi
line""")

# with
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a.name, b.name)
with CM("s", True):
    raise ValueError("swallowed")


def in_function():
    for i in range(3):
        with CM(i):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(in_function())


def broken():
    with CM("outer"):
        with CM("inner"):
            1 / 0


try:
    broken()
except ZeroDivisionError as e:
    print("propagated", e)


def loop_break():
    while True:
        with CM("w"):
            break
    return "broke"


print(loop_break())


class NoExit:
    def __enter__(self):
        pass


try:
    with NoExit():
        pass
except TypeError as e:
    print(e)
try:
    with 5:
        pass
except TypeError as e:
    print(e)


def nested_finally():
    log = []
    try:
        try:
            with CM("n"):
                log.append("body")
                raise KeyError("k")
        finally:
            log.append("f1")
    except KeyError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("f2")
    return log


print(nested_finally())


def walrus(data):
    if (n := len(data)) > 2:
        return n
    return [y := 5, y * 2]


print(walrus([1, 2, 3]), walrus([]))

# annotations
v: int = 5


def annotated(a: int, b: "str" = "x") -> bool:
    local: float = 1.5
    return a, b, local


print(v, annotated(1))

# global statement
counter = 0


def bump():
    global counter
    counter += 1


bump()
bump()
print(counter)
assert counter == 2
pass
lambda: None
print((lambda x, *y, **z: (x, y, z))(1, 2, a=3))
try:
    def unbound():
        print(later)
        later = 1
    unbound()
except UnboundLocalError:
    print("unbound")
print([] is not None, 1 not in [2], ... is Ellipsis, __name__)
print(1_000_000, 0xff, 0o17, 0b101, 1e3, .5, 5., 1j * 1j, 10 ** 20)
