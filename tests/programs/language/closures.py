def counter():
    n = 0

    def inc():
        nonlocal n
        n += 1
        return n

    def get():
        return n

    return inc, get


inc, get = counter()
inc()
inc()
print(get())


def shared():
    cells = []
    for i in range(3):
        def f(i=i):
            return i
        cells.append(f)
    return [f() for f in cells]


print(shared())


def argcell(a, b):
    def f():
        return a + b
    a += 1
    return f


print(argcell(1, 2)())


def delete():
    x = 1

    def f():
        return x
    del x
    try:
        return f()
    except NameError as e:
        return "NameError"


print(delete())


def star_cells(*args, **kw):
    def f():
        return args, sorted(kw)
    return f


print(star_cells(1, 2, a=3)())


class C:
    y = 10

    def method(self):
        return [self.y + k for k in range(3)]

    values = [y for y in range(3)]


print(C().method(), C.values)


def comprehension(n):
    return {k: [k * j for j in range(n)] for k in range(n)}, {k % 2 for k in range(n)}, list(k + n for k in range(n))


print(comprehension(3))

x = "global"


def scopes():
    x = "outer"

    class K:
        seen = x

        def m(self):
            return x
    return K.seen, K().m()


print(scopes())


def set_global():
    global made
    made = 42


set_global()
print(made)
