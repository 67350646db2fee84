class A:
    kind = "a"

    def __init__(self, x):
        self.x = x

    def who(self):
        return "A.who", self.x

    @classmethod
    def make(cls, x):
        return cls(x + 1)

    @staticmethod
    def helper(x):
        return x * 2

    @property
    def double(self):
        return self.x * 2

    @double.setter
    def double(self, value):
        self.x = value // 2

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.x)

    def __eq__(self, other):
        return isinstance(other, A) and self.x == other.x

    def __hash__(self):
        return hash(self.x)


class B(A):
    kind = "b"

    def who(self):
        return ("B.who",) + super().who()


class C(A):
    def who(self):
        return ("C.who",) + super().who()


class D(B, C):
    def who(self):
        return ("D.who",) + super().who()


print(A(1), B.make(1), D(3).who())
print([k.__name__ for k in D.__mro__])
a = A(4)
print(a.double)
a.double = 100
print(a.x, A.helper(4), a.helper(5), A.kind, B.kind, D.kind)
print(A(1) == A(1), A(1) != A(1), A(1) == 1, len({A(1), A(1), A(2)}))
print(isinstance(D(1), C), issubclass(D, (int, A)), isinstance(1, (str, int)))
try:
    del a.double
except AttributeError as e:
    print("AttributeError")
a.extra = 1
print(sorted(a.__dict__.items()))
del a.extra
print(hasattr(a, "extra"), getattr(a, "extra", "none"))
setattr(a, "extra", 5)
print(a.extra)
try:
    a.missing
except AttributeError as e:
    print(e)
try:
    A.missing
except AttributeError as e:
    print(e)
try:
    A()
except TypeError as e:
    print(str(e).replace("A.__init__", "__init__"))


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = kw.get("tag", "none")
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("calling", cls.__name__)
        return super().__call__(*args)

    def hello(cls):
        return "hello from " + cls.__name__


class M(metaclass=Meta, tag="t"):
    def __init__(self, v=0):
        self.v = v


print(M.tag, M.hello(), M(3).v, type(M).__name__)


class Base:
    subs = []

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        Base.subs.append((cls.__name__, sorted(kw.items())))


class S1(Base):
    pass


class S2(Base, option=3):
    pass


print(Base.subs)


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name, "unset")

    def __set__(self, instance, value):
        setattr(instance, self.name, value * 10)

    def __delete__(self, instance):
        delattr(instance, self.name)


class Holder:
    field = Descriptor()


h = Holder()
print(h.field)
h.field = 4
print(h.field)
del h.field
print(h.field, type(Holder.field).__name__)


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name[1:]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value + 1)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


d = Dynamic()
d.n = 1
print(d.n, d.xyz, d.xmethod.upper())
del d.n
try:
    d.other
except AttributeError as e:
    print("AttributeError", e)


class Fallback:
    @property
    def broken(self):
        raise AttributeError("inside")

    def __getattr__(self, name):
        return "fallback " + name


print(Fallback().broken)


class All:
    def __getattribute__(self, name):
        if name == "special":
            return 42
        return super().__getattribute__(name)

    def normal(self):
        return "normal"


print(All().special, All().normal())


class New:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.made = x
        return self

    def __init__(self, x):
        self.inited = x


n = New(5)
print(n.made, n.inited)


class NotSelf:
    def __new__(cls):
        return 7

    def __init__(self):
        print("not called")


print(NotSelf())


class MyList(list):
    def append(self, x):
        super().append(x * 2)

    def total(self):
        return sum(self)


m = MyList([1, 2])
m.append(5)
m.name = "mine"
print(m, m.total(), len(m), m[0], isinstance(m, list), m == [1, 2, 10], m.name)


class MyDict(dict):
    def __missing__(self, key):
        return key * 2

    def __getitem__(self, key):
        return ("got", super().__getitem__(key))


md = MyDict(a=1)
print(md["a"], md["zz"], md.get("q"), "a" in md, len(md))


class MyInt(int):
    def __add__(self, other):
        return MyInt(int(self) + int(other) + 100)


print(MyInt(5) + 3, MyInt(5) * 2, isinstance(MyInt(1), int), hash(MyInt(7)) == hash(7))


class MyStr(str):
    def shout(self):
        return self.upper() + "!"


print(MyStr("abc").shout(), MyStr("a") + "b", {MyStr("k"): 1}["k"])

T = type("T", (A,), {"who": lambda self: "dynamic"})
print(T(1).who(), T.__name__, T.__bases__[0].__name__)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
print(s.a)
try:
    s.c = 1
except AttributeError:
    print("no c")
print(A.__name__, A.who.__name__, a.who.__self__ is a, a.who.__func__ is A.who)
print(callable(A), callable(a), callable(a.who), callable(1))
a.__class__ = B
print(a.who(), type(a).__name__)
A.added = lambda self: "added later"
print(a.added(), D(1).added())
print(type(a) is B, type(type(a)) is type, type(None).__name__, type(print).__name__)


class WithClassCell:
    def me(self):
        return __class__.__name__


print(WithClassCell().me())
# what is above many ways down
class Top: pass
A0 = A = type('A', (Top,), {})
for i in range(40): A = type('A', (type('B', (A,), {}), type('C', (A,), {})), {})
a = A()
A0.f = lambda self: 'f'
print(a.f(), hasattr(a, 'g'))
del A0.f
print(hasattr(a, 'f'))
# new bases above diamonds: all orders change, or none
class L: pass
class M: g = 'M'
class N: g = 'N'
class D0(L): pass
class D1(D0): pass
class D2(D0): pass
class D3(D1, D2, M, N): pass
def orders(): print(*[[c.__name__ for c in k.__mro__] for k in (D0, D1, D2, D3)], D0.__bases__, D3.g, [c.__name__ for c in M.__subclasses__()])
orders()
try: D0.__bases__ = (N, M)
except TypeError as e: print(str(e).split()[:3])
orders()
D0.__bases__ = (N,)
orders()
