class Sleep:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield ("tick", i)
        return self.n * 10

    __await__ = __iter__


async def worker(name, n):
    print("start", name)
    got = await Sleep(n)
    print("end", name, got)
    return got


async def main():
    a = await worker("a", 2)
    b = await worker("b", 1)
    return a + b


class AsyncCM:
    async def __aenter__(self):
        print("aenter")
        return "resource"

    async def __aexit__(self, t, v, tb):
        print("aexit", t.__name__ if t else None)
        return t is ValueError


class AsyncIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Sleep(1)
        return self.n


async def uses():
    async with AsyncCM() as r:
        print(r)
    async with AsyncCM():
        raise ValueError("swallowed")
    total = 0
    async for x in AsyncIter(3):
        total += x
        if x == 0:
            break
    else:
        print("else")
    print("total", total)
    try:
        async with AsyncCM():
            raise KeyError("out")
    except KeyError as e:
        print("caught", e)
    async for x in AsyncIter(1):
        print(x)
    else:
        print("async else")
    return "done"


def run(coro):
    while True:
        try:
            event = coro.send(None)
        except StopIteration as stop:
            return stop.value
        print("event", event)


print(run(main()))
print(run(uses()))
