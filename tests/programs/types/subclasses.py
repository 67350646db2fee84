class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = "e"
    def __getitem__(self, i):
        return ("got", super().__getitem__(i))
    def append(self, x):
        super().append(x)
        return self
l = L(1, 2); l.append(3).append(4)
print(l, l[0], l[-1], l.extra, len(l), list(l), l == [1, 2, 3, 4], type(l[0:2][1]).__name__, type(l + [1]).__name__, type(l.copy()).__name__, isinstance(l, list), l.__dict__)
class N(list):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.tag = "new"
        return self
n = N([1, 2, 3]); print(n, n.tag, len(n))
class ND(dict):
    def __new__(cls, *args, **kw):
        self = super().__new__(cls)
        self.tag = "nd"
        return self
print(ND(a=1), ND([(1, 2)]), ND(a=1).tag)
class NS(set):
    def __new__(cls, *args):
        return super().__new__(cls, *args)
print(NS([1]))
class NE(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.tag = len(args)
        return self
e = NE(1, 2); print(repr(e), e.args, e.tag)
class P(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return P(self.x + o.x, self[1] + o[1])
    def __repr__(self): return f"P{tuple(self)}"
p = P(1, 2); print(p, p + P(3, 4), p.x, p == (1, 2), hash(p) == hash((1, 2)), {p: 1}[(1, 2)], p[0:1], len(p)); p.z = 5; print(p.z)
class I(int):
    def __new__(cls, v, name="n"):
        self = super().__new__(cls, v)
        self.name = name
        return self
    def __add__(self, o): return I(int(self) + int(o), self.name)
    def __str__(self): return f"I<{int(self)}>"
    def __repr__(self): return f"I({int(self)!r})"
i = I(5, "five"); print(i, repr(i), i + 1, 1 + i, type(1 + i).__name__, i * 2, type(i * 2).__name__, i == 5, hash(i) == hash(5), i.name, [10, 20, 30, 40, 50, 60][i], f"{i:03d}", f"{i}", "%d" % i, "%s" % i, i.real, type(i.real).__name__, int(i), range(i), -i, abs(I(-3)), bool(I(0)), i.__dict__)
class F(float):
    def __repr__(self): return "F!"
f = F(1.5); print(f, f + 1, str(f), f == 1.5, float(f), f"{f}", f"{f:.1f}", round(f), F("2.5") > 2)
class S(str):
    def __len__(self): return 99
    def upper(self): return "UP" + super().upper()
    def __eq__(self, o): return "eq"
    __hash__ = str.__hash__
s = S("abc"); s.attr = 1; print(s, len(s), s.upper(), s == "abc", s + "d", type(s + "d").__name__, s[0], type(s.lower()).__name__, {"abc": 1}.get(s), "abc" in {s: 1}, s.attr, repr(s), f"{s:>5}", "".join([s, s]), "%s" % s, s.encode(), str(s), type(str(s)).__name__)
class S2(str):
    def __str__(self): return "S2str"
    def __format__(self, spec): return "fmt" + spec
    def __repr__(self): return "S2repr"
    def __add__(self, o): return "added"
    def __radd__(self, o): return "radded"
    def __contains__(self, o): return True
    def __iter__(self): return iter([1, 2])
    def __bool__(self): return False
    def __getitem__(self, i): return "item%s" % i
    def __mod__(self, o): return "mod"
    def __hash__(self): return 5
    def __lt__(self, o): return "lt"
t = S2("z"); print(t, f"{t:x}", [t], t + "a", "a" + t, 5 in t, list(t), bool(t), t[3], t % 5, hash(t), t < 1, str.__str__(t), str.upper(t))
class B(bytes):
    def __new__(cls, x): return super().__new__(cls, x)
    def __getitem__(self, i): return "b"
b = B(b"xy"); b.q = 1; print(b, b[0], b.q, b + b"z", type(b + b"z").__name__, len(b), b == b"xy", bytes(b))
class D(dict):
    def __getitem__(self, k): return ("D", k)
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def __contains__(self, k): return True
    def __len__(self): return 42
    def __iter__(self): return iter("xyz")
    def keys(self): return ["k1"]
d = D(a=1); d["b"] = 5; print(d, d["zzz"], d.get("b"), 99 in d, len(d), list(d), d.keys(), bool(d), dict(d) if False else "", d.update(c=3), d.pop("c"))
class M(dict):
    def __missing__(self, k): return f"missing {k}"
m = M(); print(m["x"], m.get("x"), "{a} {b[0]}".format_map(m), "%(q)s" % m)
class X(Exception):
    def __init__(self, msg, code=5):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
try:
    raise X("boom", code=7)
except X as e:
    print(e, repr(e), e.code, e.args)
class Y(X): pass
print(repr(Y("a")), str(Y("a")), issubclass(Y, Exception), isinstance(Y("q"), X))
class KE(KeyError): pass
print(str(KE("a")), repr(KE("a")), str(KE()), str(KE(1, 2)))
class Bo(int):
    def __bool__(self): return False
    def __index__(self): return 1
print("t" if Bo(5) else "f", [1, 2, 3][Bo(0)], Bo(3) + 1)
class C(int): __slots__ = ()
try:
    C(5).x = 1
except AttributeError as e:
    print(e)
try:
    class Z(bool): pass
except TypeError as e:
    print(e)
try:
    class Z(type(None)): pass
except TypeError as e:
    print(e)
try:
    class Z(int, str): pass
except TypeError as e:
    print(e)
try:
    class Z(range): pass
except TypeError as e:
    print(e)
try:
    class Z(type(lambda: 0)): pass
except TypeError as e:
    print(e)
class Cmp(list):
    def __lt__(self, o): return len(self) < len(o)
print(sorted([Cmp([9, 9]), Cmp([1]), Cmp()]), max(Cmp([9]), Cmp([1, 1])))
class It(list):
    def __iter__(self): return iter(["over"])
print(list(It([1])), sorted(It([1])), tuple(It([1])), sum([len(x) for x in It([1])]), "over" in It([1]), dict.fromkeys(It([1])), ",".join(It(["a"])))
class TT(tuple):
    def __iter__(self): return iter("ti")
a, c = TT((1, 2)); print(a, c, *TT((5,)), list(TT((5,))), (lambda *q: q)(*TT((7,))))
