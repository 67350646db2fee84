def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            print("got", got)
        i += 1
    return "end"


g = count(3)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
print(list(count(4)), sum(count(5)), [x * x for x in count(3)])


def delegate():
    result = yield from count(2)
    print("delegated", result)
    yield from [10, 20]
    yield from (x for x in "ab")
    return "all"


print(list(delegate()))


def thrower():
    while True:
        try:
            x = yield "ready"
            print("received", x)
        except ValueError as e:
            print("caught", e)
            yield "after"


t = thrower()
print(next(t), t.send(1), t.throw(ValueError("boom")), next(t))
t.close()
try:
    t.send(1)
except StopIteration:
    print("closed")


def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")
        raise
    except KeyError as e:
        print("inner", e)
        yield "recovered"


def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")


o = outer()
next(o)
print(o.throw(KeyError("k")))
o.close()
o = outer()
next(o)
o.close()


def stopper():
    yield 1
    raise StopIteration("bad")


s = stopper()
next(s)
try:
    next(s)
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def ignore():
    try:
        yield
    except GeneratorExit:
        yield


i = ignore()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)
try:
    count(3).send(1)
except TypeError as e:
    print(e)


def reenter():
    yield next(r)


r = reenter()
try:
    next(r)
except ValueError as e:
    print(e)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Iter(3)), [x for x in Iter(3)], tuple(Iter(2)), sum(Iter(5)), max(Iter(4)))
for x in Iter(2):
    print(x)
else:
    print("else")


class GenIter:
    def __iter__(self):
        yield 1
        yield 2


print(list(GenIter()), list(map(str, GenIter())))
a, b = GenIter()
print(a, b)


def with_state():
    try:
        raise ValueError("v")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield str(e)


print(list(with_state()))
print(next(iter([]), "default"), next(count(0), "none"))


def infinite():
    n = 0
    while True:
        yield n
        n += 1


total = 0
for n in infinite():
    if n > 100:
        break
    total += n
print(total)
print(list(zip(count(3), "abc")), dict(enumerate(count(2))), list(filter(None, count(4))))
print(sorted(x % 3 for x in range(7)), any(x > 2 for x in count(5)), all(x < 3 for x in count(5)))


async def co():
    return 5


async def main():
    x = await co()
    y = await co()
    return x + y


c = main()
try:
    c.send(None)
except StopIteration as e:
    print("async", e.value)
