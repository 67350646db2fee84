# Python that a class statement, a class call, a descriptor or a special method calls runs in frames of its own, however
# deep: 1500 levels here, where built-ins that call back may nest 200 times.
import sys
sys.setrecursionlimit(100000)
N = 1500
def shape(name, make):
    try:
        print(name, make(N))
    except RecursionError as e:
        print(name, 'RecursionError', e)

# metaclass __call__ with super().__call__
class M(type):
    def __call__(cls, n):
        return super().__call__(n)
class A(metaclass=M):
    def __init__(self, n):
        self.depth = A(n - 1).depth + 1 if n else 0
shape('metaclass call', lambda n: A(n).depth)

class S:
    def __init__(self, n): self.n = n
    def __set_name__(self, owner, name):
        if self.n:
            type('X', (), {'s': S(self.n - 1)})
        else: print('bottom')
shape('set_name', lambda n: type('X', (), {'s': S(n)}).__name__)

class Base:
    def __init_subclass__(cls, n, **k):
        if n:
            class D(Base, n=n - 1): pass
shape('init_subclass', lambda n: type('Y', (Base,), {}, n=n).__name__)

class P(type):
    @classmethod
    def __prepare__(mcs, name, bases, n=0):
        if n:
            class Q(metaclass=P, n=n - 1): pass
        return {}
    def __new__(mcs, name, bases, ns, n=0):
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, n=0): pass
shape('prepare', lambda n: P.__prepare__('R', (), n=n))

class N2(type):
    def __new__(mcs, name, bases, ns, n=0):
        if n:
            class Q(metaclass=N2, n=n - 1): pass
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, n=0): pass
def mk(n):
    class Z(metaclass=N2, n=n): pass
    return Z.__name__
shape('metaclass new', mk)

class Entries:
    def __init__(self, n): self.n = n
    def __mro_entries__(self, bases):
        if self.n:
            class T(Entries(self.n - 1)): pass
        return (object,)
def me(n):
    class T(Entries(n)): pass
    return T.__mro__[1:]
shape('mro_entries', me)

class Call:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
def enter(n):
    if n:
        with W(n): pass
    return n
class W:
    def __init__(self, n): self.n = n
    def __exit__(self, *a): return None
    __enter__ = None
W.__enter__ = property(lambda self: Call(lambda: enter(self.n - 1)))
shape('enter', enter)
class W2:
    def __init__(self, n): self.n = n
    def __enter__(self): return None
W2.__exit__ = property(lambda self: Call(lambda *a: exit2(self.n - 1)))
def exit2(n):
    if n:
        with W2(n): pass
    return n
shape('exit', exit2)

def ga(n):
    return getattr_(n)
class G:
    def __init__(self, n): self.n = n
G.__getattr__ = Call(lambda name: deep())
count = 0
def deep():
    global count
    count += 1
    if count < N: return G(0).x
    return count
shape('getattr', lambda n: G(0).x)

class NewC:
    pass
left = N
def newf(cls):
    global left
    left -= 1
    if left: NewC()
    return object.__new__(NewC)
NewC.__new__ = staticmethod(Call(newf))
shape('new', lambda n: type(NewC()).__name__)
class InitC: pass
left2 = N
def initf():
    global left2
    left2 -= 1
    if left2: InitC()
InitC.__init__ = Call(initf)
shape('init', lambda n: type(InitC()).__name__)

class D:
    def __get__(self, o, t):
        return o.__class__(o.n - 1).d + 1 if o.n else 0
class H:
    d = D()
    def __init__(self, n): self.n = n
shape('descriptor get', lambda n: H(n).d)
class D3:
    def __set__(self, o, v):
        if v: o.d = v - 1
class H3: d = D3()
def dset(n):
    H3().d = n
    return 'set'
shape('descriptor set', dset)
class D4:
    def __delete__(self, o):
        o.n -= 1
        if o.n: del o.d
    def __set__(self, o, v): pass
class H4:
    d = D4()
def ddel(n):
    h = H4(); h.n = n
    del h.d
    return h.n
shape('descriptor delete', ddel)
class MP(type):
    @property
    def p(cls): return sub(cls)
def sub(cls):
    cls.n -= 1
    return cls.p + 1 if cls.n else 0
class HP(metaclass=MP): n = N
shape('metaclass property', lambda n: HP.p)
class It:
    def __init__(self, n): self.n = n
It.__iter__ = Call(lambda: it_iter())
k = N
def it_iter():
    global k
    k -= 1
    if k:
        for x in It(0): pass
    return iter(())
def itit(n):
    for x in It(0): pass
    return k
shape('iter', itit)
class Idx: pass
Idx.__getitem__ = Call(lambda i: Idx()[i - 1] + 1 if i else 0)
shape('getitem', lambda n: Idx()[n])
class Ad: pass
Ad.__add__ = Call(lambda i: (Ad() + (i - 1)) + 1 if i else 0)
shape('add', lambda n: Ad() + n)
class Ln: pass
m = N
def lnf():
    global m
    m -= 1
    return len(Ln()) + 1 if m else 0
Ln.__len__ = Call(lnf)
shape('len', lambda n: len(Ln()))
class Sd:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self): return None
Sd.send = property(lambda self: Call(lambda v: sends(self.n - 1)))
def g(n):
    yield from Sd(n)
def sends(n):
    if n:
        x = g(n); next(x); x.send(1)
    return n
shape('send', sends)

# A class of a metaclass without __new__: its __init__ waits for the Python that makes the class.
class Named:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class Told:
    def __init_subclass__(cls, **k): print('told', cls.__name__, k)
class Bare(type): pass
class Init(type):
    def __init__(cls, *a, **k): print('init', cls.__name__, k)
class Ordered(Init):
    def mro(cls):
        print('mro')
        return super().mro()
class C1(metaclass=Bare): x = Named()
class C2(Told, metaclass=Bare): pass
class C3(Told, metaclass=Init, k=1): x = Named()
class C4(Told, metaclass=Ordered): x = Named()
print(C1, C2, C3, C4)
print(Bare('C5', (Told,), {'x': Named()}), type.__call__(Init, 'C6', (Told,), {'x': Named()}))
class Failing:
    def __set_name__(self, owner, name): raise ValueError(name)
try:
    class C7(metaclass=Init): x = Failing()
except RuntimeError as e:
    print(e, repr(e.__cause__))
