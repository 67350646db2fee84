d = {"a": 1, "b": 2}
print(d, dict(), dict(a=1), dict([("x", 1)]), dict(d, c=3), dict({"q": 1}, **{"r": 2}), dict.fromkeys("ab"), dict.fromkeys([1], 0), dict(zip("ab", [1, 2])))
print(d["a"], d.get("z"), d.get("z", 5), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("c"), d.pop("zz", None), len(d), "a" in d, 1 not in d)
print(d.keys(), d.values(), d.items(), list(d), list(d.items()), list(reversed(d)), sorted(d))
d.update({"c": 3}); d.update([("d", 4)]); d.update(e=5); d.update(); print(d, d.popitem(), d)
print(d | {"z": 1}, {"z": 1} | d); d |= {"y": 2}; d |= [("w", 3)]; print(d, d.copy() == d, d == {"a": 1}, {1: 2} == {1.0: 2.0}, {1: 1, True: 2, 1.0: 3})
del d["a"]; print(d); d.clear(); print(d, bool(d))
d = {1: "a", 2: "b", 3: "c"}
print(d.keys() & {1, 5}, d.keys() | {5}, d.keys() - {1}, d.keys() ^ {1}, d.keys() == {1, 2, 3}, d.items() & {(1, "a")}, d.keys().isdisjoint([9]), 1 in d.keys(), (1, "a") in d.items(), "a" in d.values(), len(d.items()))
for f in [lambda: d["x"], lambda: d[[]], lambda: d.pop("x"), lambda: {}.popitem(), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: d | [1], lambda: d < d, lambda: hash(d), lambda: d.foo, lambda: d.get(), lambda: d.get(1, 2, 3), lambda: d.update(5), lambda: d.fromkeys(5), lambda: dict(1, 2), lambda: d.keys()[0], lambda: d.__delitem__("q"), lambda: {[]: 1}, lambda: dict(**{1: 2}), lambda: d + d, lambda: d.get([]), lambda: d.setdefault([]), lambda: [] in d, lambda: dict(["ab", "c"])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print(e)
try:
    for k in {1: 1, 2: 2}:
        d2 = d
        for j in d:
            del d[j]
except RuntimeError as e:
    print(e)
r = {}; r["r"] = r; print(r); r2 = {}; r2["v"] = r2.values(); print(len(repr(r2)) > 0)
print({k: v for k, v in zip("abc", range(3))}, {i: {j: i * j for j in range(2)} for i in range(2)})
it = iter({1: 2}); print(next(it), next(it, "end"), type(it).__name__, type({}.keys()).__name__, type({}.values()).__name__, type({}.items()).__name__)
class D(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
x = D(); print(x["a"], x, x.get("b"), "b" in x)
try:
    class E(dict):
        pass
    E()["k"]
except KeyError as e:
    print(repr(e), e.args)
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f"K({self.n})"
m = {K(1): "a", K(2): "b"}; m[K(1)] = "c"; print(m, m[K(2)], K(3) in m)
nan = float("nan"); print({nan: 1}[nan], nan in [nan])
print({}.__len__(), {1: 2}.__getitem__(1), {1: 2}.__contains__(1), {1: 2}.__eq__({1: 2}), {1: 2}.__or__({3: 4}), {1: 2}.__or__(5), dict.__mro__)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
print(len(big), big[999], list(big)[:5], sum(big.values()))
