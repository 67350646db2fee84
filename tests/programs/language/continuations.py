class CM:
    def __enter__(self):
        return self

    def __exit__(self, *info):
        return False


def last_with():
    yield 1
    with CM():
        pass


for x in last_with():
    print("item", x)
else:
    print("loop ended")
print("behind the loop")


class Resource:
    def __init__(self, *rest):
        self.rest = len(rest)


class ClassAsEnter:
    __enter__ = Resource

    def __exit__(self, *info):
        return False


with ClassAsEnter() as entered:
    print(type(entered).__name__, entered.rest)


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    send = Resource


def outer():
    got = yield from Delegate()
    print(got)


o = outer()
print(next(o), type(o.send(5)).__name__)


class Maker:
    def __init__(self, kind):
        self.kind = kind


class ByInstance:
    __new__ = staticmethod(Maker)


print(type(ByInstance()).__name__, ByInstance().kind is ByInstance)
