class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"V({self.v})"
def make(op):
    def forward(self, o):
        if isinstance(o, V): return f"{self.v}{op}{o.v}"
        return NotImplemented
    def reflected(self, o): return f"r{o}{op}{self.v}"
    def inplace(self, o): self.v = f"{self.v}{op}={o}"; return self
    return forward, reflected, inplace
for name, op in [("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"), ("pow", "**"), ("lshift", "<<"), ("rshift", ">>"), ("and", "&"), ("or", "|"), ("xor", "^"), ("matmul", "@"), ("divmod", "divmod")]:
    f, r, i = make(op)
    setattr(V, f"__{name}__", f); setattr(V, f"__r{name}__", r)
    if name not in ("divmod", "sub"): setattr(V, f"__i{name}__", i)
a, b = V(1), V(2)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a | b, a ^ b, a @ b, divmod(a, b), 5 + a, 5 - a, "x" * a, 2 ** a, 1.5 / a, [1] + a, divmod(3, a), None @ a)
a += 1; print(a); a @= 2; print(a); a -= b; print(a)
for f in [lambda: b + 1, lambda: b - "x", lambda: divmod(b, 1), lambda: b ** 2, lambda: b @ 1, lambda: -b, lambda: b < b, lambda: b[0], lambda: len(b), lambda: b(), lambda: iter(b), lambda: next(b), lambda: b.x, lambda: 1 in b, lambda: int(b), lambda: float(b), lambda: [1][b], lambda: range(b), lambda: abs(b), lambda: round(b), lambda: hash([b]), lambda: "%d" % b, lambda: b >= 1, lambda: reversed(b), lambda: complex(b), lambda: bytes(b), lambda: chr(b), lambda: hex(b), lambda: format(b, "d"), lambda: sum([b, 1])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __le__(self, o): return NotImplemented
print(C(1) < C(2), C(1) > C(2), C(1) == C(1), C(1) != C(1), C(1) == 5, sorted([C(3), C(1)], key=lambda c: c.n)[0].n, min(C(5), C(2)).n, sorted([C(3), C(1), C(2)])[0].n, [C(1)] == [C(1)], C(1) in [C(1)], (C(1), 2) < (C(2), 1))
try:
    C(1) <= C(2)
except TypeError as e:
    print(e)
try:
    hash(C(1))
except TypeError as e:
    print(e)
class Sub(V):
    def __radd__(self, o): return "sub radd"
print(V(1) + Sub(2), Sub(1) + V(2), 1 + Sub(1))
class Un:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return f"round {n}"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __complex__(self): return 1j
    def __bool__(self): return False
    def __len__(self): return 3
    def __hash__(self): return 99
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, s): return f"format:{s}"
    def __contains__(self, x): return x == 1
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
    def __reversed__(self): return iter("rev")
    def __call__(self): return "called"
    def __bytes__(self): return b"by"
    def __sizeof__(self): return 10
u = Un()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), int(u), float(u), [0, 1, "two"][u], complex(u), bool(u), len(u), hash(u), str(u), repr(u), f"{u:spec}", f"{u!r}", "{:x}".format(u), 1 in u, 5 in u, list(u), list(reversed(u)), u(), bytes(u), hex(u), range(5)[u], "abc"[u], not u, "%s %r" % (u, u), [u], {u: 1}, max(u), sum(u), dict(enumerate(u)), u if u else "falsy")
for bad in ["__len__", "__bool__", "__str__", "__hash__", "__int__", "__index__", "__float__", "__format__", "__contains__", "__bytes__", "__length_hint__"]:
    T = type("T", (), {bad: lambda self, *a: [] if bad != "__len__" else -1})
    for f in [len, bool, str, repr, hash, iter, int, float, lambda t: f"{t}", lambda t: 1 in t, lambda t: [1][t], bytes]:
        try:
            r = f(T())
            if "object at" not in str(r) and f is not hash: print(bad, r)
        except Exception as e:
            if " object is not " not in str(e) and "has no len" not in str(e) and "must be" not in str(e): print(bad, type(e).__name__, e)
class Ctx:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v)
        return self.swallow
with Ctx(1) as x, Ctx(2) as y:
    print(x, y)
with Ctx(3, True):
    raise ValueError("swallowed")
try:
    with Ctx(4), Ctx(5):
        raise KeyError("through")
except KeyError as e:
    print("caught", e)
def ret():
    for i in range(3):
        with Ctx(i):
            if i == 0: continue
            if i == 1: return "returned"
print(ret())
def brk():
    while True:
        with Ctx("b"): break
    return "after"
print(brk())
class BadCtx:
    pass
for s in ["with BadCtx(): pass", "with 5: pass"]:
    try:
        exec(s)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class ExitRaises:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with ExitRaises():
        1 / 0
except RuntimeError as e:
    print(e, repr(e.__context__))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(3)), 2 in Countdown(5), dict(zip(Countdown(2), "ab")), tuple(map(str, Countdown(2))), "".join(str(x) for x in Countdown(3)), sorted(Countdown(3)))
a, b, c = Countdown(3); print(a, b, c)
class Mapping:
    def keys(self): return ["x", "y"]
    def __getitem__(self, k): return k * 2
print((lambda **k: k)(**Mapping()), dict(Mapping()))
class Eq:
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"
print(Eq() == 1, Eq() != 1, 1 == Eq(), Eq() in [5], [5].index(Eq()), [5, 5].count(Eq()))
