s = {3, 1, 2}
print(sorted(s), set(), frozenset(), frozenset([1]), set([5]), {5}, len(s), 1 in s, 9 not in s)
s.add(4); s.discard(1); s.discard(99); s.remove(2); print(sorted(s))
print(sorted({1, 2} | {2, 3}), {1, 2} & {2, 3}, {1, 2} - {2, 3}, sorted({1, 2} ^ {2, 3}))
print(sorted({1}.union([2], (3,))), {1, 2}.intersection([2]), {1, 2}.difference([2], [5]), sorted({1, 2}.symmetric_difference([2, 3])))
print({1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} >= {2}, {1} == frozenset([1]), {1} != {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]))
a = {1, 2, 3}; a |= {4}; a &= {1, 4, 5}; a -= {1}; a ^= {7}; print(sorted(a)); a.update([8], [9]); a.intersection_update([8, 9]); a.difference_update([8]); a.symmetric_difference_update([9, 10]); print(a, a.pop(), a); a.clear(); print(a)
f = frozenset([1, 2]); print(sorted(f | {3}), type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([2, 1])], f.copy() is f)
for g in [lambda: s.remove(99), lambda: set().pop(), lambda: {[]}, lambda: set(5), lambda: s | [1], lambda: s < 5, lambda: hash(s), lambda: s[0], lambda: f.add(1), lambda: s.foo, lambda: s.add(), lambda: s + s, lambda: set(1, 2), lambda: s.add({}), lambda: s.remove({9}), lambda: s.union(5), lambda: [] in s]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
print({1, True, 1.0}, {x % 3 for x in range(2)}, repr(set()), repr(frozenset([1])), set("a"), {frozenset()} == {frozenset()}, {1} in {frozenset([1])})
class S(set):
    def add(self, x): super().add(x * 2)
t = S([1]); t.add(5); print(sorted(t), t, isinstance(t, set), type(t | {3}).__name__, type(t.copy()).__name__)
class F(frozenset): pass
print(F([1]), F() == frozenset(), type(F([1]) | {2}).__name__)
print(set.__mro__, frozenset.__mro__, s.__contains__(3), {1}.__or__([1]), {1}.__eq__([1]), type(iter(s)).__name__)
