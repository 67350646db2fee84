a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.insert(0, 0); a.insert(100, 7); a.insert(-1, 6.5)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(6.5) if 6.5 in a else None
print(a, a.index(4), a.count(1), a.index(2, 1), a.index(5, -3, 100))
a.sort(); print(a); a.sort(reverse=True); print(a); a.sort(key=lambda x: -x % 4); print(a); a.reverse(); print(a)
c = a.copy(); c.clear(); print(c, a)
a[1:3] = ["x", "y", "z"]; print(a); a[::2] = [0] * len(a[::2]); print(a); del a[0]; del a[1:3]; print(a); a[len(a):] = [9]; a[:0] = [8]; print(a)
a += [1]; a *= 2; print(a, [1] + [2], [1, 2] * 2, 2 * [0], [] * 5)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, 2] == [1, 2], [1] == (1,), [1, [2]] == [1, [2.0]], [2] > [1, 5])
print(a[0], a[-1], a[1:], a[::-1], a[5:1:-2], len(a), 1 in a, 100 not in a, list(), list("ab"), list({1: 2}), list(range(3)))
for f in [lambda: a[100], lambda: a[-100], lambda: a["x"], lambda: a.pop(100), lambda: [].pop(), lambda: a.remove("zz"), lambda: a.index("zz"), lambda: a + (1,), lambda: a * 1.5, lambda: a < 5, lambda: [1] < ["a"], lambda: sorted([1, "a"]), lambda: a.extend(5), lambda: list(5), lambda: a.foo, lambda: hash(a), lambda: {a: 1}, lambda: {a}, lambda: a.append(), lambda: a.append(1, 2), lambda: a.insert(1), lambda: a.sort(5), lambda: a.sort(foo=1), lambda: a[1:2:0], lambda: a.__setitem__(100, 1), lambda: a.__delitem__(100), lambda: a.__setitem__(slice(None, None, 2), [1]), lambda: [1, 2].index(3), lambda: a.pop("x"), lambda: a.__setitem__(slice(0, 1), 5), lambda: a["x":], lambda: list(1, 2), lambda: list(x=1), lambda: a.count()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    a[50] = 1
except IndexError as e:
    print(e)
try:
    del a[50]
except IndexError as e:
    print(e)
r = [1]; r.append(r); print(r)
words = ["banana", "Apple", "cherry"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted("cab", reverse=True), max(words, key=len), min(words))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({3: 1, 1: 2}), sorted([True, False, 2]))
x = [1, 2, 3]
for i in x:
    if i < 10:
        x.append(i + 10)
print(x)
l = [[0] * 2] * 2; l[0][0] = 1; print(l)
first, *mid, last = [1, 2, 3, 4]; print(first, mid, last)
*init, = "abc"; print(init)
it = iter([1, 2]); print(next(it), list(it), list(it), type(it).__name__, type(reversed([])).__name__)
class Bad:
    def __eq__(self, o): raise ValueError("eq")
try:
    Bad() in [1]
except ValueError as e:
    print("raised", e)
def mutate(v):
    q.append(1)
    return v
q = [3, 1, 2]
try:
    q.sort(key=mutate)
except ValueError as e:
    print(e)
print([1, 2, 3].__len__(), [1].__contains__(1), [1].__eq__(1), [1, 2].__getitem__(slice(1)), [1].__iadd__([2]), [1].__reversed__().__next__(), list.__mro__)
print([i * j for i in range(3) for j in range(3) if i != j], [[y for y in range(x)] for x in range(3)])
