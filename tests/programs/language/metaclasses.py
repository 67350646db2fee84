class Meta(type):
    registry = []
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry.append(name)
        return cls
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": 1}
    def __getattr__(cls, n): return "meta " + n
    def __len__(cls): return 7
    def __iter__(cls): return iter("meta")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, i): return ("item", i)
    def __add__(cls, o): return "added"
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 3
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __instancecheck__(cls, o): return o == 42
    def __subclasscheck__(cls, o): return o is int
    def __bool__(cls): return False
    @property
    def prop(cls): return "prop " + cls.__name__
    def meth(cls): return "meth " + cls.__name__
class A(metaclass=Meta, opt=1):
    def __init__(self, x=0): self.x = x
class B(A): y = 2
print(A, B, A.foo, len(A), list(A), 1 in A, A[5], A + 1, A.prop, B.meth(), isinstance(42, A), issubclass(int, A), bool(A), A.prepared, Meta.registry, type(A), hash(A))
b = B(5); print(b.x, type(b).__name__)
try:
    b.prop
except AttributeError as e:
    print(e)
try:
    b.meth()
except AttributeError as e:
    print(e)
class Singleton(type):
    _inst = {}
    def __call__(cls, *a):
        if cls not in cls._inst: cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]
class S(metaclass=Singleton):
    def __init__(self): print("made")
print(S() is S())
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class Sub1(Base, tag="one"): pass
class Sub2(Sub1): pass
print(Base.subs, Sub1.tag, Sub2.tag)
try:
    class Bad(Base, nope=1): pass
except TypeError as e:
    print(e)
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v):
        if v == "bad": raise ValueError("bad value")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class NonData:
    def __get__(self, obj, owner): return ("nd", obj is None, owner.__name__)
class H:
    d = Desc()
    n = NonData()
h = H(); print(h.d); h.d = 5; print(h.d, h.__dict__, h.n, H.n); h.n = 1; print(h.n); del h.d; print(h.d, type(H.d).__name__)
try:
    h.d = "bad"
except ValueError as e:
    print(e)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item!r}]"
print(G[int], G[1, 2])
class Attr:
    def __init__(self): self.real = 1
    def __getattribute__(self, n):
        if n == "magic": return "magic!"
        return super().__getattribute__(n)
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): print("setattr", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
    def __dir__(self): return ["z", "a"]
x = Attr(); x.q = 2; print(x.q, x.magic, x.dyn_abc, hasattr(x, "nope"), dir(x)); del x.q
try:
    x.nope
except AttributeError as e:
    print(e)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots(); print(s.a)
for stmt in ["s.b", "s.c = 1", "s.__dict__", "del s.b", "s.c"]:
    try:
        exec(stmt)
    except AttributeError as e:
        print(stmt, "->", e)
s.b = 2; del s.a; print(s.b, Slots.__slots__, hasattr(s, "a"))
class Slots2(Slots):
    __slots__ = "c"
s2 = Slots2(); s2.c = 3; print(s2.a, s2.c)
class Open(Slots): pass
o = Open(); o.anything = 1; print(o.anything, o.a)
class X:
    def who(self): return "X"
class Y(X):
    def who(self): return "Y" + super().who()
class Z(X):
    def who(self): return "Z" + super(Z, self).who()
class W(Y, Z):
    def who(self): return "W" + super().who()
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def make(): return super(W, W).cm if False else "static"
class V(W):
    @classmethod
    def cm(cls): return "V" + super().cm()
    def gen(self): yield super().who()
    def comp(self): return [super(V, self).who() for _ in range(1)]
print(W().who(), [c.__name__ for c in W.__mro__], V.cm(), list(V().gen()), V().comp(), super(Y, W()).who())
for g in [lambda: super(), lambda: super(Y, X()), lambda: super(1, 2), lambda: super(Y, W()).nope]:
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
try:
    class Conflict(X, Y): pass
except TypeError as e:
    print(str(e).split("\n")[0])
try:
    class Dup(X, X): pass
except TypeError as e:
    print(e)
class M1(type): pass
class M2(type): pass
try:
    class Conf(M1("a", (), {}), M2("b", (), {})): pass
except TypeError as e:
    print(e)
try:
    class NotBase(5): pass
except TypeError as e:
    print(e)
T = type("T", (X,), {"v": 1, "who": lambda self: "T"}); print(T, T().who(), T.__name__, T.__bases__, T.v, type(T()) is T, T.__module__)
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, b=2), callable(Callable()))
class New:
    def __new__(cls, kind):
        if kind == "other": return "not an instance"
        return super().__new__(cls)
    def __init__(self, kind): print("init", kind)
print(New("other"), type(New("self")).__name__)
class InitBad:
    def __init__(self): return 5
try:
    InitBad()
except TypeError as e:
    print(e)
a = X(); a.__class__ = Y; print(a.who(), isinstance(a, Y))
try:
    a.__class__ = int
except TypeError as e:
    print(e)
print(X.__dict__["who"].__name__, type(X.__dict__).__name__, X.__subclasses__(), X.__name__, X.__qualname__, X.__module__, Y.__base__.__name__, object.__mro__)
try:
    X.__dict__["q"] = 1
except TypeError as e:
    print(e)
X.added = lambda self: "added"; print(W().added()); del X.added
try:
    int.x = 5
except TypeError as e:
    print(e)
try:
    object().x = 1
except AttributeError as e:
    print(e)
