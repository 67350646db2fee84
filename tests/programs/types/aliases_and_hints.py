# list[int], int | str, and how many items an iterable promises.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
GA = type(list[int])
for f in [lambda: list[int], lambda: dict[str, int], lambda: tuple[int, ...], lambda: tuple[()], lambda: list[list[int]], lambda: set[None], lambda: list['x'], lambda: type[int], lambda: enumerate[int], lambda: frozenset[int],
    lambda: list[int].__origin__, lambda: list[int].__args__, lambda: dict[int, str].__args__, lambda: list[int].__parameters__, lambda: list[int] == list[int], lambda: list[int] == list[str], lambda: list[int] != list[int],
    lambda: hash(list[int]) == hash(list[int]), lambda: list[int] == list, lambda: list[int]((1, 2)), lambda: dict[str, int](a=1), lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]),
    lambda: isinstance([], (int, list[int])), lambda: list[int][str], lambda: GA(list, int), lambda: GA(list, (int, str)), lambda: GA, lambda: GA.__module__, lambda: GA.__name__, lambda: list[int].__class__, lambda: list[int].__name__,
    lambda: list[int].__mro_entries__(()), lambda: list[int].append, lambda: list[int].nope, lambda: isinstance(list[int], type), lambda: callable(list[int]), lambda: int[str], lambda: range[int],
    lambda: int | str, lambda: int | None, lambda: None | int, lambda: int | int, lambda: int | str | int, lambda: (int | str) == (str | int), lambda: hash(int | str) == hash(str | int), lambda: (int | str).__args__,
    lambda: list[int] | None, lambda: list[int] | list[int], lambda: int | 3, lambda: 3 | int, lambda: isinstance(1, int | str), lambda: isinstance(1.5, int | str), lambda: isinstance(None, int | None), lambda: issubclass(bool, int | str),
    lambda: isinstance(1, int | list[int]), lambda: issubclass(3, int | str), lambda: issubclass(int, str | list[int]), lambda: type(int | str), lambda: (int | str).__parameters__, lambda: (int | str)[int], lambda: isinstance(1, (str, int | float)),
    lambda: int.__or__(str), lambda: type.__or__(int, 3), lambda: type.__ror__(int, str), lambda: (int | str) | (float | int), lambda: list(list[int]), lambda: (int | str) == int, lambda: {int | str: 1}[str | int], lambda: {list[int]: 2}[list[int]], lambda: list[int] | int | None,
    lambda: list[int].__unpacked__]:
    t(f)
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return '~' + self.n
    def __typing_subst__(self, a): return a
T, U = V('T'), V('U')
for f in [lambda: list[T], lambda: list[T].__parameters__, lambda: list[T][int], lambda: dict[T, list[U]].__parameters__, lambda: dict[T, list[U]][int, str], lambda: dict[T, U][int], lambda: dict[T, U][int, int, int], lambda: list[T] | dict[U, T], lambda: (list[T] | int).__parameters__, lambda: (list[T] | int)[str], lambda: dict[T, T][int]]:
    t(f)
class A(list[int]): pass
print(A.__mro__, A.__bases__, A.__orig_bases__, A([1]))
class G:
    def __class_getitem__(cls, k): return GA(cls, k)
g = G[int]()
print(g.__orig_class__, G[int], type(g) is G)
class H:
    def __init__(self, x): self.x = x
    __class_getitem__ = classmethod(GA)
print(H[int](3).x, H[int](x=4).__orig_class__, H[int, str])
class M(type):
    def __or__(cls, o): return 'meta'
class Q(metaclass=M): pass
print(Q | int, int | Q)
# length hints
for it in [iter([1, 2, 3]), iter((1, 2)), iter('abc'), iter(b'ab'), iter(range(5)), iter({1, 2}), iter({1: 2}), iter({1: 2}.values()), iter({1: 2}.items()), reversed([1, 2]), reversed({1: 2, 3: 4}), reversed({1: 2, 3: 4}.values()), reversed({1: 2, 3: 4}.items()), reversed((1, 2, 3)), reversed('abcd'), reversed(range(3)), iter(range(10**30, 10**30 + 5))]:
    a = it.__length_hint__(); next(it); b = it.__length_hint__()
    for x in it: pass
    print(type(it).__name__.replace('_ascii', ''), a, b, it.__length_hint__())
l = [1, 2, 3]; i = iter(l); l.clear(); print(i.__length_hint__())
d = {1: 2}; i = iter(d); d[3] = 4; print(i.__length_hint__())
s = {1}; i = iter(s); s.add(2); print(i.__length_hint__())
class S:
    def __len__(self): print('len'); return 3
    def __getitem__(self, n):
        if n > 2: raise IndexError
        return n
i = iter(S()); print(i.__length_hint__()); next(i); print(i.__length_hint__())
class S2:
    def __getitem__(self, n): raise IndexError
print(iter(S2()).__length_hint__())
class L:
    def __init__(self, h): self.h = h
    def __iter__(self): print('iter'); return iter([1, 2])
    def __length_hint__(self): print('hint'); return self.h() if callable(self.h) else self.h
def err(e): raise e
for h in [2, 'x', -1, NotImplemented, lambda: err(TypeError('t')), lambda: err(ValueError('v'))]:
    for f in (list, tuple, sorted, lambda x: [].extend(x)):
        t(lambda: f(L(h)))
print(list(S()), tuple(S()))
# parameters that are others each time
class P:
    @property
    def __parameters__(self): return (object(),)
class R(P):
    def __getitem__(self, k): return type(k[0])
for f in [lambda: len(list[P()].__parameters__), lambda: list[P()][int], lambda: list[R()][int], lambda: (list[R()] | int)[int]]:
    t(f)
