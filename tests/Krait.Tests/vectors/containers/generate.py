"""Writes the vectors beside it: python3.11 generate.py. Each line is a script, a tab and its outcome.

A script's statements are separated by semicolons; the last one gives the outcome."""
import os

LISTS = """
[]
[1, 2.5, 'x', None, True, (1,), [], {}]
a = [1]; a.append(a); a
[1, 2] + [3]
[] + [1.5]
[1] + [1.5]
[1] + (2,)
[1] + 5
[1] * 3
3 * [1.5]
[1, 'a'] * 2
[1] * 0
[1] * -1
[1] * 1.5
1.5 * [1]
[1] * 'a'
[1] * 2**70
[] * 2**62
a = [1, 2]; a *= 2; a
a = [1, 2]; a *= 0; a
a = [1, 2]; a *= 'x'
a = [1]; a += (2, 3); a
a = [1]; a += 'xy'; a
a = [1]; a += a; a
a = [1]; a += 5
a = [1, 2, 3]; b = a; b += [4]; a
a = [1, 2, 3, 4]; a[0]
a = [1, 2, 3, 4]; a[-1]
a = [1, 2, 3, 4]; a[4]
a = [1, 2, 3, 4]; a[-5]
a = [1, 2, 3, 4]; a[True]
a = [1, 2, 3, 4]; a['x']
a = [1, 2, 3, 4]; a[1.0]
a = [1, 2, 3, 4]; a[2**70]
a = [1, 2, 3, 4]; a[1:3]
a = [1, 2, 3, 4]; a[:]
a = [1, 2, 3, 4]; a[::2]
a = [1, 2, 3, 4]; a[::-1]
a = [1, 2, 3, 4]; a[3:0:-2]
a = [1, 2, 3, 4]; a[10:]
a = [1, 2, 3, 4]; a[-100:100]
a = [1, 2, 3, 4]; a[::0]
a = [1, 2, 3, 4]; a['x':]
a = [1.5, 2.5, 3.5]; a[1:]
a = ['a', 'b', 'c']; a[::-1]
a = [1, 2, 3]; a[1] = 9; a
a = [1, 2, 3]; a[1] = 'x'; a
a = [1, 2, 3]; a[-1] = 2.5; a
a = [1.5, 2.5]; a[0] = 1; a
a = [1, 2, 3]; a[3] = 9
a = [1, 2, 3]; a['x'] = 9
a = [1, 2, 3]; a[0:2] = [7, 8, 9]; a
a = [1, 2, 3]; a[0:2] = []; a
a = [1, 2, 3]; a[1:1] = ['x', 'y']; a
a = [1, 2, 3]; a[5:2] = [7, 8]; a
a = [1, 2, 3]; a[2:1] = [7, 8]; a
a = [1, 2, 3]; a[:] = a; a
a = [1, 2, 3]; a[1:] = a; a
a = [1, 2, 3]; a[:] = (4, 5); a
a = [1, 2, 3]; a[0:1] = 'xy'; a
a = [1, 2, 3]; a[0:2] = 5
a = [1, 2, 3]; a[::2] = 5
a = [1, 2, 3]; a[::2] = [7, 8]; a
a = [1, 2, 3]; a[::2] = [7]
a = [1, 2, 3]; a[::-1] = [7, 8, 9]; a
a = [1, 2, 3]; a[::-1] = a; a
a = []; a[:] = [1, 2]; a
a = [1, 2, 3]; del a[0]; a
a = [1, 2, 3]; del a[-1]; a
a = [1, 2, 3]; del a[3]
a = [1, 2, 3]; del a['x']
a = [1, 2, 3]; del a[:]; a
a = [1, 2, 3, 4, 5, 6, 7]; del a[::2]; a
a = [1, 2, 3, 4, 5, 6, 7]; del a[::-3]; a
a = [1, 2, 3, 4, 5, 6, 7]; del a[1:5]; a
a = [1, 2, 3, 4, 5, 6, 7]; del a[5:1]; a
a = ['a', 'b', 'c', 'd']; del a[1::2]; a
[1, 2] == [1, 2.0]
[1, 2] == (1, 2)
[1, 2] != [1]
[1, 2] < [1, 3]
[1, 2] < [1]
[1] <= [1]
[] < [1]
[3] > [2, 1]
[1, 'a'] < [1, 'b']
[1] < ['a']
[1] < (1,)
[nan] == [nan]
a = [nan]; a == a
1 in [1, 2]
3 not in [1, 2]
1.0 in [1, 2]
'a' in ['b', 'a']
len([1, 2, 3])
bool([])
bool([0])
hash([])
list()
list('abc')
list((1, 2))
list([1, 2])
list(range(5))
list({1: 2, 3: 4})
list(5)
list([1], [2])
list(a=1)
a = list((1, 2)); a.append(3); a
a = [1]; a.append(2); a
a = [1]; a.append('x'); a
a = [1]; a.append()
a = [1]; a.append(1, 2)
a = [1, 2]; a.clear(); a
a = [1, 2]; a.clear(); a.append('x'); a
a = [1, 2]; b = a.copy(); b.append(3); a
a = [1, 2]; a.copy()
[1].copy(2)
[1, 1.0, True, 2].count(1)
['a', 'b', 'a'].count('a')
a = [1]; a.extend([2, 3]); a
a = [1]; a.extend('ab'); a
a = [1]; a.extend(a); a
a = [1.5]; a.extend([2]); a
a = [1]; a.extend(5)
a = [1]; a.extend(range(3)); a
[1, 2, 3].index(2)
[1, 2, 3].index(4)
['x'].index('y')
[1, 2, 1].index(1, 1)
[1, 2, 1].index(1, -1)
[1, 2, 1].index(2, 2)
[1, 2, 1].index(1, 0, -3)
[1, 2, 1].index(1, -100, 100)
[1, 2, 1].index(1, None)
[1, 2, 1].index(1, 2**70)
[1, 2, 1].index(1, -2**70)
a = [1, 2]; a.insert(0, 9); a
a = [1, 2]; a.insert(-1, 9); a
a = [1, 2]; a.insert(100, 9); a
a = [1, 2]; a.insert(-100, 'x'); a
a = []; a.insert(0, 1.5); a
a = []; a.insert('x', 1)
a = []; a.insert(2**70, 1)
a = [1, 2, 3]; a.pop()
a = [1, 2, 3]; a.pop(0); a
a = [1, 2, 3]; a.pop(-3); a
a = [1, 2, 3]; a.pop(3)
a = [1, 2, 3]; a.pop(2**70)
a = [1, 2, 3]; a.pop('x')
[].pop()
a = [1, 2, 1]; a.remove(1); a
a = [1, 2, 1]; a.remove(9)
a = [1, 2, 3]; a.reverse(); a
a = ['a', 'b']; a.reverse(); a
a = []; a.reverse(); a
a = [3, 1, 2]; a.sort(); a
a = [3.5, -1.5, 2.0]; a.sort(); a
a = ['b', 'a', 'C', '']; a.sort(); a
a = [3, 1.5, True, 2]; a.sort(); a
a = [(2, 'a'), (1, 'b'), (2, 'A')]; a.sort(); a
a = [3, 1, 2]; a.sort(reverse=True); a
a = [3, 1, 2]; a.sort(key=neg); a
a = ['bbb', 'a', 'cc']; a.sort(key=len); a
a = ['bb', 'aa', 'c', 'd']; a.sort(key=len, reverse=True); a
a = [1, 1.0, True]; a.sort(reverse=True); a
a = [3, 'x', 1]; a.sort()
a = [1, 2]; a.sort(key=5)
a = [1, 2]; a.sort(1)
a = [1, 2]; a.sort(reverse='x')
a = [1, 2]; a.sort(key=None); a
a = []; a.sort(); a
a = [2]; a.sort(key=neg); a
a = [2**70, 1, -2**70]; a.sort(); a
a = [nan, 1.0]; len(a)
list(reversed([1, 2, 3]))
a = [1, 2, 3]; for x in a: a.remove(x); a
a = [1, 2]; for x in a: a.remove(x); a
a = iter([1]); next(a); next(a)
a = [1]; b = iter(a); next(b); a.append(2); next(b)
[].__len__()
[1, 2].__contains__(2)
[1].__add__([2])
[1].__mul__(2)
[1].__rmul__(2)
[1].__eq__(1)
[1].__getitem__(0)
a = [1]; a.__setitem__(0, 5); a
a = [1]; a.__init__((3, 4)); a
list.append([1])
list.append(5, 1)
[[1, 2], [3]] == [[1, 2], [3]]
[[]] * 2
"""

TUPLES = """
()
(1,)
(1, 'a', None, (2,))
(1,) + (2, 3)
() + (1,)
(1,) + [2]
(1,) + 'a'
(1, 2) * 2
2 * (1, 2)
(1,) * 0
(1,) * -5
(1,) * 'a'
(1,) * 2**62
() * 2**62
a = (1,); a += (2,); a
a = (1,); a += [2]
a = (1,); a *= 3; a
(1, 2, 3)[0]
(1, 2, 3)[-1]
(1, 2, 3)[3]
(1, 2, 3)['x']
(1, 2, 3)[2**70]
(1, 2, 3)[1:]
(1, 2, 3)[::-1]
(1, 2, 3)[::2]
(1, 2, 3)[5:]
a = (1, 2); a[:] is a
a = (1, 2); a[0] = 1
a = (1, 2); del a[0]
(1, 2) == (1, 2.0)
(1, 2) == [1, 2]
(1, 2) != (1, 3)
(1, 2) < (1, 2, 0)
(1, 'a') < (1, 'b')
(1, 2) < (1, 'x')
(1, 2) >= (1, 2)
() < (0,)
(1,) < 5
1 in (1, 2)
3 in (1, 2)
len((1, 2))
bool(())
bool((0,))
hash(())
hash((1,))
hash((1, 2))
hash((1, (2, 3)))
hash((-1, -2))
hash((1, 2.0)) == hash((1.0, 2))
hash((1, []))
(1, 2, 1).count(1)
(1, 2, 1).count(1.0)
(1, 2, 1).index(1)
(1, 2, 1).index(1, 1)
(1, 2, 1).index(5)
(1, 2, 1).index(1, 1, 2)
(1, 2).index()
tuple()
tuple([1, 2])
tuple('ab')
tuple({1: 2})
tuple(5)
tuple([1], [2])
a = (1, 2); tuple(a) is a
list(reversed((1, 2, 3)))
list(iter((1, 2)))
(1, 2).__getnewargs__()
(1, 2).__hash__() == hash((1, 2))
(1,).__add__((2,))
({1: 2}, [3], {4})
"""

DICTS = """
{}
{1: 2, 'a': [3], (1, 2): None}
a = {}; a[1] = a; a
a = {}; a['x'] = 1; a['y'] = 2; a['x'] = 3; a
a = {1: 'a'}; a[1.0] = 'b'; a[True] = 'c'; a
a = {True: 1}; a[1]
a = {}; a[[]] = 1
a = {}; a['x']
a = {}; a[(1, 2)]
a = {}; a[[]]
a = {1: 2}; del a[1]; a
a = {1: 2}; del a[2]
a = {1: 2, 3: 4}; del a[1]; a[1] = 5; a
1 in {1: 2}
2 in {1: 2}
[] in {}
len({1: 2})
bool({})
bool({1: 2})
hash({})
{1: 2} == {1.0: 2.0}
{1: 2, 3: 4} == {3: 4, 1: 2}
{1: 2} == {1: 3}
{1: 2} != {2: 2}
{1: 2} == 5
{1: nan} == {1: nan}
{} < {}
{1: 2} | {3: 4}
{1: 2, 5: 6} | {1: 3}
{1: 2} | [(1, 2)]
{1: 2} | 5
a = {1: 2}; a |= {3: 4}; a
a = {1: 2}; a |= [(3, 4)]; a
a = {1: 2}; a |= 5
a = {1: 2}; a |= [1]
dict()
dict({1: 2})
dict([(1, 2), (3, 4)])
dict([[1, 2], 'ab'])
dict(a=1, b=2)
dict({'a': 1}, a=2, b=3)
dict(5)
dict([1])
dict([(1, 2, 3)])
dict(['ab', 'c'])
dict([([], 1)])
dict({}, {})
dict(zip('ab', range(2)))
a = {1: 2}; b = dict(a); b[3] = 4; a
a = {1: 2}; a.clear(); a
a = {1: 2}; b = a.copy(); b[3] = 4; a
a = {1: 2, 3: 4}; del a[1]; a.copy()
dict.fromkeys('ab')
dict.fromkeys([1, 2], 0)
dict.fromkeys(5)
dict.fromkeys([[]])
{}.fromkeys([1], [])
{1: 2}.get(1)
{1: 2}.get(3)
{1: 2}.get(3, 'x')
{1: 2}.get([])
{1: 2}.get()
{1: 2}.get(1, 2, 3)
a = {1: 2}; a.setdefault(1, 5)
a = {1: 2}; a.setdefault(3); a
a = {1: 2}; a.setdefault(3, 4); a
{}.setdefault([])
a = {1: 2, 3: 4}; a.pop(1); a
{1: 2}.pop(3)
{1: 2}.pop(3, None)
{1: 2}.pop([])
{}.pop([])
{}.pop([], 5)
a = {1: 2, 3: 4}; a.popitem()
a = {1: 2, 3: 4}; a.popitem(); a
{}.popitem()
a = {1: 2, 3: 4}; a.popitem(); a[5] = 6; a
a = {1: 2}; a.update({3: 4}); a
a = {1: 2}; a.update([(3, 4)], x=5); a
a = {1: 2}; a.update(a); a
a = {1: 2}; a.update(); a
a = {}; a.update(5)
a = {}; a.update([1])
a = {}; a.update([[1]])
a = {}; a.update({}, {})
list({1: 2, 3: 4})
list({1: 2, 3: 4}.values())
list({1: 2, 3: 4}.items())
list(reversed({1: 2, 3: 4}))
list(reversed({1: 2, 3: 4}.values()))
list(reversed({1: 2, 3: 4}.items()))
list(reversed({1: 2, 3: 4}.keys()))
{1: 2}.keys()
{1: 2}.values()
{1: 2}.items()
len({1: 2}.keys())
1 in {1: 2}.keys()
2 in {1: 2}.values()
5 in {1: 2}.values()
(1, 2) in {1: 2}.items()
(1, 3) in {1: 2}.items()
5 in {1: 2}.items()
[] in {1: 2}.keys()
([], 1) in {1: 2}.items()
{1: 2}.keys() == {1}
{1: 2}.keys() == {1: 3}.keys()
{1: 2}.keys() == [1]
{1: 2}.keys() < {1, 2}
{1: 2, 3: 4}.keys() > {1}
{1: 2}.keys() <= {1: 5}.keys()
{1: 2}.keys() != {1}
{1: 2}.keys() < [1]
{1} == {1: 2}.keys()
{1, 2} > {1: 2}.keys()
{1: 2}.items() == {(1, 2)}
{1: 2}.items() <= {(1, 2), 5}
{1: []}.items() >= set()
{1: 2}.values() == {1: 2}.values()
{1: 2}.keys() & [1, 3]
{1: 2}.keys() & {1.0}
[1] & {1: 2}.keys()
{1: 2}.keys() | [3]
([3] | {1: 2}.keys()) == {1, 3}
{1: 2}.keys() - [1]
[1, 2] - {1: 2}.keys()
{1, 2} - {1: 2}.keys()
{1: 2}.keys() ^ {3}
{1: 2}.items() ^ {3: 4}.items()
{1: 2}.items() & [(1, 2), 5]
{1: []}.items() | []
{1: 2}.keys() & 5
{1: 2}.keys() | 5
{1: 2}.values() | {1}
{1: 2}.keys().isdisjoint([2])
{1: 2}.keys().isdisjoint({1, 5, 6})
{1: 2}.items().isdisjoint([(1, 2)])
a = {1: 2}.keys(); a.isdisjoint(a)
hash({}.keys())
hash({}.items())
a = {}; a[1] = a.values(); a
a = {}; a[1] = a.items(); a.items()
a = {1: 2}; for x in a: a[x + 1] = 1
a = {1: 2}; for x in a: a.clear()
a = {1: 2, 3: 4}; for x in a: a.pop(x)
a = {1: 2, 3: 4}; for x in a.values(): a.clear()
a = {1: 2, 3: 4}; for x in a.items(): a.update([(9, 9)])
a = {1: 2, 3: 4}; b = iter(a); next(b); a[5] = 6; next(b)
a = {1: 2}; b = iter(a); a.pop(1); a[7] = 8; next(b)
a = {1: 2}; b = reversed(a); a.pop(1); a[7] = 8; next(b)
a = {1: 2}; b = a.keys(); a[3] = 4; b
a = iter({1: 2}); next(a); next(a)
{1: 2}.__contains__(1)
{1: 2}.__getitem__(1)
{1: 2}.__eq__(5)
{1: 2}.__or__({3: 4})
{1: 2}.__or__(5)
a = {}; a.__init__([(1, 2)], x=3); a
a = {}; for x in range(30): a[x] = x * x; a
a = {}; for x in range(30): a[x] = x; for x in range(29): a.pop(x); a
a = dict.fromkeys(range(20)); for x in list(a): a.pop(x); a[1] = 2; a
"""

SETS = """
set()
frozenset()
{1, 2}
frozenset([1, 2])
frozenset({'a'})
set(5)
set([1], [2])
set(a=1)
set('a')
set({1: 2})
set(range(3))
frozenset(5)
frozenset([1], [2])
a = frozenset([1]); frozenset(a) is a
a = frozenset([1]); a.copy() is a
a = {1}; a.copy() is a
{1, 1.0, True}
{[]}
{1, 2} | {3}
{1} | {1.0}
{1.0} | {1}
{1, 2} & {2, 3}
{1} & {1.0}
{1, 2} - {2}
{1, 2} ^ {2, 3}
{1} | frozenset([2])
frozenset([1]) | {2}
frozenset([1]) & {1}
frozenset([1, 2]) - {1}
frozenset([1]) ^ {2}
{1} | [2]
{1} & [2]
{1} - [2]
{1} ^ [2]
a = {1}; a |= {2}; a
a = {1}; b = a; b |= {2}; a
a = {1, 2}; a &= {2, 3}; a
a = {1, 2}; a -= {2}; a
a = {1, 2}; a ^= {2, 3}; a
a = {1}; a |= frozenset([2]); a
a = frozenset([1]); a |= {2}; a
a = {1}; a |= [2]
a = {1, 2}; a -= a; a
a = {1, 2}; a ^= a; a
a = {1, 2}; a &= a; a
{1, 2} == {2, 1}
{1} == frozenset([1])
{1} == [1]
{1} != {2}
{1} < {1, 2}
{1, 2} < {1, 2}
{1, 2} <= {1, 2}
{1, 2} > {1}
{1, 2} >= {3}
{1} < [1]
1 in {1}
1.0 in {1}
[] in {1}
{1} in {1}
{1} in {frozenset([1])}
len({1, 2})
bool(set())
bool({0})
hash(set())
hash(frozenset())
hash(frozenset([1, 2]))
hash(frozenset([5]))
hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1]))
hash(frozenset([(1, 2), 3.5, None])) == hash(frozenset([None, (1, 2), 3.5]))
a = {1}; a.add(2); a
a = {1}; a.add(1); a
a = {1}; a.add([])
a = {1}; a.clear(); a
a = {1}; a.discard(1); a
a = {1}; a.discard(2); a
a = {1}; a.discard([])
a = {1}; a.remove(1); a
a = {1}; a.remove(2)
a = {1}; a.remove('x')
a = {1}; a.remove([])
a = {1}; a.remove({1})
a = {frozenset([1])}; a.remove({1}); a
a = {frozenset([1]), 2}; a.discard({1}); a
a = {7}; a.pop(); a
set().pop()
a = {1}; a.update([2], (3,)); a
a = {1}; a.update(); a
a = {1}; a.update(5)
a = {1}; a.update([[]])
{1}.union([2], [3])
{1}.union()
{1}.union(5)
{1}.union(a=1)
{1, 2, 3}.intersection([2, 3, 4], [3])
{1}.intersection()
{1, 2}.intersection([1.0])
{1, 2}.intersection(5)
{1, 2, 3}.difference([1], [2])
{1}.difference()
{1}.difference(5)
{1}.difference([[]])
{1, 2}.symmetric_difference([2, 3, 3])
{1}.symmetric_difference(5)
{1}.symmetric_difference()
a = {1, 2}; a.intersection_update([2, 5]); a
a = {1, 2}; a.intersection_update(); a
a = {1, 2}; a.difference_update([2], [1]); a
a = {1, 2}; a.difference_update(5)
a = {1, 2}; a.difference_update(a); a
a = {1, 2}; a.symmetric_difference_update([2, 3]); a
{1}.isdisjoint([2])
{1}.isdisjoint({1})
{1}.isdisjoint(5)
{1}.issubset([1, 2])
{1}.issubset({2})
{1}.issubset(5)
{1, 2}.issuperset([1])
{1}.issuperset({1, 2})
{1}.issuperset(5)
frozenset([1]).union([2])
frozenset([1]).isdisjoint([2])
frozenset([1]).difference([1])
frozenset([1]).add(2)
a = {1, 2}; for x in a: a.add(x + 5)
a = {1, 2}; for x in a: a.discard(x)
a = iter({1}); next(a); next(a)
a = {1}; b = iter(a); a.add(2); next(b)
list({1, 2, 3})
{1}.__or__({2})
{1}.__or__([2])
{1}.__contains__(1)
{1}.__eq__(1)
a = {1}; a.__init__([2]); a
reversed({1})
set.add({1})
{(1, 2), 'a'} == {'a', (1, 2)}
"""

RANGES = """
range(5)
range(1, 5)
range(1, 5, 2)
range(5, 1, -1)
range(True)
range(1.5)
range('x')
range()
range(1, 2, 3, 4)
range(1, 2, 0)
list(range(5))
list(range(1, 10, 3))
list(range(5, 0, -2))
list(range(0))
list(range(3, 1))
list(range(2**70, 2**70 + 3))
list(range(2**70 + 2, 2**70, -1))
list(range(9223372036854775805, 9223372036854775807))
list(range(-9223372036854775807, 9223372036854775807, 9223372036854775807))
list(range(9223372036854775806, 9223372036854775809))
len(range(10))
len(range(0, 10, 3))
len(range(10, 0, -3))
len(range(2**70))
len(range(-9223372036854775808, 9223372036854775807))
bool(range(0))
bool(range(2**70))
range(5)[0]
range(5)[-1]
range(5)[5]
range(5)['x']
range(5)[True]
range(2**70)[2**69]
range(2**70)[-1]
range(2**70)[2**71]
range(5)[2**70]
range(10)[2:5]
range(10)[::2]
range(10)[::-1]
range(1, 10, 3)[::-1]
range(10)[5:2]
range(10)[-3:]
range(2**70)[:2**69]
range(5)['x':]
range(5)[::0]
range(3) == range(0, 3, 1)
range(0) == range(2, 2)
range(1) == range(0, 1, 5)
range(3) == [0, 1, 2]
range(3) != range(4)
range(3) < range(4)
hash(range(3))
hash(range(0)) == hash(range(5, 5))
hash(range(0, 1, 7)) == hash(range(1))
3 in range(5)
5 in range(5)
-1 in range(5)
3 in range(0, 10, 2)
4 in range(10, 0, -3)
1.0 in range(3)
1.5 in range(3)
'x' in range(3)
True in range(3)
2**69 in range(2**70)
range(5).index(3)
range(0, 10, 2).index(4)
range(5).index(9)
range(5).index('x')
range(5).index(1.0)
range(2**70).index(2**69)
range(5).index()
range(5).count(3)
range(5).count(9)
range(5).count(1.0)
range(5).count('x')
range(1, 5, 2).start
range(1, 5, 2).stop
range(1, 5, 2).step
list(reversed(range(5)))
list(reversed(range(0, 10, 3)))
list(reversed(range(0)))
list(reversed(range(2**70, 2**70 + 2)))
tuple(range(3))
a = iter(range(2)); next(a); next(a); next(a)
range(3).__len__()
range(3) + range(2)
set(range(3)) == {0, 1, 2}
"""

ITERATORS = """
list(enumerate('ab'))
list(enumerate('ab', 5))
list(enumerate('ab', start=2))
list(enumerate(iterable='ab', start=2))
list(enumerate('ab', 2**63 - 1))
list(enumerate('ab', 2**70))
enumerate(5)
enumerate([], 'x')
list(zip())
list(zip([1, 2], 'ab'))
list(zip([1, 2], [3]))
list(zip([1, 2], [3, 4], [5, 6]))
list(zip([1, 2], [1], strict=True))
list(zip([1], [1, 2], strict=True))
list(zip([1], [1], [1, 2], strict=True))
list(zip([1, 2], [1, 2], [1], strict=True))
list(zip([1, 2], [3, 4], strict=True))
list(zip([], strict=5))
list(zip(strict=True))
zip(5)
zip([], 5)
zip([], x=1)
list(map(neg, [1, 2]))
list(map(len, ['a', 'bb']))
list(map(range, [1, 2], [3, 4, 5]))
map(len)
map()
map(len, 5)
list(map(5, [1]))
list(map(len, [1]))
list(filter(None, [0, 1, '', 'a', None]))
list(filter(bool, [0, 1]))
list(filter(len, ['', 'a']))
filter(len)
filter(None, 5)
list(filter(len, [1]))
list(reversed('abc'))
list(reversed([1, 2]))
reversed(5)
reversed({1})
list(reversed(range(3)))
a = [1, 2, 3]; b = reversed(a); a.clear(); list(b)
a = [1, 2, 3]; b = reversed(a); next(b); a.pop(); list(b)
a = iter([1, 2]); iter(a) is a
a = zip([1], [2]); iter(a) is a
a = iter([1, 2]); list(zip(a, a))
a = iter([]); next(a)
2 in iter([1, 2])
a = iter([1, 2, 3]); 2 in a; list(a)
tuple(enumerate(zip([1], [2])))
list(map(neg, map(neg, range(3))))
set(map(neg, [1, -1])) == {1, -1}
dict(map(reversed, [[1, 2]]))
"""

FILES = {"list": LISTS, "tuple": TUPLES, "dict": DICTS, "set": SETS, "range": RANGES, "iterators": ITERATORS}


def run(script):
    names = {"nan": float("nan"), "neg": lambda x: -x}
    names["neg"].__name__ = "neg"
    last = None
    try:
        for statement in split(script):
            try:
                code = compile(statement, "", "eval")
            except SyntaxError:
                exec(statement, names)
                last = None
            else:
                last = (eval(code, names),)
        return "" if last is None else repr(last[0])
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def split(script):
    return script.split("; ")


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    for name, scripts in FILES.items():
        with open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") as out:
            for script in scripts.strip().splitlines():
                out.write(f"{script}\t{run(script)}\n")


main()
