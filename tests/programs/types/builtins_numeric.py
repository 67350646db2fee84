print(min(3, 1, 2), max([1, 5, 3]), min("b", "a"), max(1, 2, key=lambda x: -x), min([], default=0), max({}, default=None), min([3, 1], key=lambda x: -x))
print(sum([1, 2]), sum([1.5, 2]), sum([[1], [2]], []), sum(range(5), 10), sum((), start=3), sum([True, True]), sum([10**20, 1]))
print(list(zip()), list(zip([1])), list(zip([1, 2], "ab", (True, False))), list(zip([1, 2, 3], "ab")), list(zip("ab", "cd", strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), any([]), all([]), any([0, 1]), all([1, 0]))
print(divmod(7, 2), divmod(-7.5, 2), pow(2, 3), pow(2, 3, 5), pow(2.0, 3), pow(base=2, exp=3, mod=5), abs(-5), abs(-5.5), abs(3 + 4j), round(1.5), round(-0.5), round(1.234, 2), round(number=1.55, ndigits=1))
print(isinstance(1, (str, int)), isinstance([], list), issubclass(bool, (int,)), callable(len), callable(5), callable(lambda: 0), callable(int))
print(chr(97), ord("a"), hex(10), bin(10), oct(10), ascii("é"), repr("a"), format(5, "03d"), format("a", ">3"), format(None), hash("a") == hash("a"), id(1) == id(1))
class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(getattr(a, "x"), getattr(a, "z", 5), hasattr(a, "y"), hasattr(a, "z"), setattr(a, "z", 3), a.z, delattr(a, "z"), hasattr(a, "z"), vars(a), sorted(n for n in dir(a) if not n.startswith("__")))
it = iter([1, 2]); print(next(it), next(it), next(it, "done"))
n = [0]
def f():
    n[0] += 1
    return n[0]
print(list(iter(f, 4)), eval("1 + 2"), eval("x + y", {"x": 1}, {"y": 2}), eval(" 5 "), exec("q = 5"), q)
g = {}; exec("def f(x): return x * 2\ny = f(4)", g); print(g["y"], sorted(k for k in g if k != "__builtins__"))
c = compile("1 + 1", "<s>", "eval"); print(eval(c)); c = compile("z = 7\nprint(z)", "f.py", "exec"); exec(c); print(type(c).__name__)
l = {}; exec("a = 1", {}, l); print(l)
for h in [lambda: min(), lambda: min([]), lambda: max(5), lambda: min(1, "a"), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sum(5), lambda: zip(5), lambda: list(zip("ab", "c", strict=True)), lambda: list(zip("a", "bc", strict=True)), lambda: map(len), lambda: map(len, 5), lambda: filter(None), lambda: list(map(len, [5])), lambda: enumerate(5), lambda: reversed({1}), lambda: reversed(5), lambda: next(5), lambda: next(iter([])), lambda: iter(5), lambda: iter(5, 5), lambda: divmod(1, "a"), lambda: pow("a", 2), lambda: pow(2, 2.0, 3), lambda: abs("a"), lambda: round("a"), lambda: round(1.5, "a"), lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)) , lambda: isinstance("", (int, 5)), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: getattr(a, "zz"), lambda: getattr(a, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, "zz"), lambda: hasattr(a, 5), lambda: vars(5), lambda: chr("a"), lambda: ord(5), lambda: ord(""), lambda: hex(1.5), lambda: bin("a"), lambda: len(), lambda: len(1, 2), lambda: hash([]), lambda: eval("1 +"), lambda: eval("x = 1"), lambda: eval(5), lambda: exec(5), lambda: eval("undefined_name"), lambda: compile("1", "f", "bad"), lambda: sorted(5), lambda: sorted(), lambda: sorted([1], 5), lambda: sorted([3, "a"]), lambda: all(5), lambda: any(5), lambda: print(1, sep=5), lambda: print(1, foo=2), lambda: print(1, end=5), lambda: __import__("nope"), lambda: type(), lambda: type(1, 2), lambda: super(), lambda: object(1), lambda: input(1, 2), lambda: callable(), lambda: format(1, 2), lambda: id(), lambda: int(1, 2, 3), lambda: format([], "5"), lambda: min(1, default=2), lambda: max(1, 2, foo=3), lambda: range(0.5), lambda: open("/nonexistent/zzz")  if False else None]:
    try:
        print(h())
    except Exception as e:
        print(type(e).__name__, e)
print(1, 2, 3, sep="-"); print("a", end=""); print("b", end="!\n"); print(); print(*[1, 2], sep=""); print("x", "y", sep=None, end=None); print(1, flush=True); import sys; print("to stdout", file=sys.stdout)
class W:
    def write(self, s): out.append(s)
    def flush(self): out.append("F")
out = []; print("a", 5, file=W(), sep="|", end="$", flush=True); print(out)
