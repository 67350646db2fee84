# Takes every fast path of every instruction at least once, and each time with something that it is not for.


def show(function, *arguments):
    try:
        return repr(function(*arguments))
    except NameError:
        return 'NameError'
    except Exception as error:
        return type(error).__name__


# ---- operators ----

def add(a, b): return a + b
def subtract(a, b): return a - b
def multiply(a, b): return a * b
def floor_divide(a, b): return a // b
def modulo(a, b): return a % b
def true_divide(a, b): return a / b
def bit_or(a, b): return a | b
def bit_xor(a, b): return a ^ b
def bit_and(a, b): return a & b
def left_shift(a, b): return a << b
def right_shift(a, b): return a >> b
def less(a, b): return a < b
def greater(a, b): return a > b
def less_equal(a, b): return a <= b
def greater_equal(a, b): return a >= b
def equal(a, b): return a == b
def not_equal(a, b): return a != b


def iadd(a, b):
    a += b
    return a


def isubtract(a, b):
    a -= b
    return a


def imultiply(a, b):
    a *= b
    return a


def ifloor_divide(a, b):
    a //= b
    return a


def imodulo(a, b):
    a %= b
    return a


def itrue_divide(a, b):
    a /= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def iand(a, b):
    a &= b
    return a


def ileft_shift(a, b):
    a <<= b
    return a


def iright_shift(a, b):
    a >>= b
    return a


def positive(a): return +a
def negative(a): return -a
def invert(a): return ~a
def negate(a): return not a


numbers = [0, 3, -7, 9007199254740993, 2 ** 62, -2 ** 63, 2 ** 70, 0.0, 2.5, -1e308, True]
others = ['x', 'y', (1, 2), None]
small = [0, 1, 5, -3, 2.5, True, 'x']
for binary in [add, subtract, floor_divide, modulo, true_divide, bit_or, bit_xor, bit_and, less, greater, less_equal, greater_equal,
               equal, not_equal, isubtract, ifloor_divide, imodulo, itrue_divide, ior, ixor, iand]:
    print(binary.__name__)
    for left in numbers + others:
        print('   ', *[show(binary, left, right) for right in numbers + others])
for binary in [multiply, imultiply, iadd]:
    print(binary.__name__)
    for left in numbers:
        print('   ', *[show(binary, left, right) for right in numbers])
    print('   ', show(binary, 'x', 2), show(binary, 'x', 'y'), show(binary, [1], [2]))
for binary in [left_shift, right_shift, ileft_shift, iright_shift]:
    print(binary.__name__)
    for left in numbers + others:
        print('   ', *[show(binary, left, right) for right in small])
for unary in [positive, negative, invert, negate]:
    print(unary.__name__, *[show(unary, value) for value in numbers + others])


# ---- conditions ----

def jump_if_true(a):
    while not a:
        return 'no'
    return 'yes'


def jump_if_false(a):
    if a:
        return 'yes'
    return 'no'


def either(a): return a or 'no'
def both(a): return a and 'yes'


def loop_until(items):
    count = 0
    while True:
        item = items.pop()
        count += 1
        if item:
            return count


for condition in [jump_if_true, jump_if_false, either, both]:
    print(condition.__name__, *[show(condition, value) for value in numbers + others + [False, '', []]])
print(loop_until([True, False, False]), loop_until([7, 0, 0]), loop_until(['x', '', None]))


def do_while(a):
    turns = 0
    for _ in range(3):
        turns += 1
        if not a:
            break
    return turns


print(*[show(do_while, value) for value in numbers + others + [False]])


def skip(a):
    while True:
        if not a:
            return 'left'
        if a:
            return 'right'


print(*[skip(value) for value in [True, False, 1, 0, 'x', '']])


# ---- items ----

class Sequence:
    def __init__(self):
        self.kept = {}

    def __getitem__(self, index):
        return index

    def __setitem__(self, index, value):
        self.kept[index] = value


def load(items, index): return items[index]


def store(items, index, value):
    items[index] = value
    return items


containers = [lambda: [1, 2, 3], lambda: [1.5, 2.5], lambda: ['a', None], lambda: (7, 'b'), lambda: [], lambda: 'text',
              lambda: {0: 'zero', 'x': 1}, lambda: {}, lambda: b'\x01\x02', lambda: range(3), lambda: 5]
for make in containers:
    print(*[show(load, make(), index) for index in [0, 1, 2, 3, -1, True, 2 ** 70, 'x', slice(0, 2), None]])
    print(*[show(store, make(), index, value) for index in [0, 1, 9, -1, 'x'] for value in [4, 4.5, 'new']])
print(show(load, Sequence(), 4), store(Sequence(), 4, 5).kept)


# ---- iterators ----

def collect(iterable):
    found = []
    for item in iterable:
        found.append(item)
    return found


def count_to(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


for iterable in [range(3), range(0), [1, 2], [1.5], ['a', 1], [], (1, 'b'), (), 'text', {1: 2}, {3}, b'ab', 5]:
    print(show(collect, iterable))
print(collect(count_to(3)), collect(Countdown(3)), collect(map(str, [1, 2])))


def pair(sequence):
    first, second = sequence
    return second, first


for sequence in [(1, 2), [1, 2], 'ab', (1,), (1, 2, 3), 5, {1: 2, 3: 4}]:
    print(show(pair, sequence))


# ---- names ----

number = 0
for turn in range(600):
    number = number + abs(-turn)
print(number)


def count_globally():
    global number
    number = number + len('abc')
    return number


for turn in range(600):
    count_globally()
print(count_globally())
abs = len
print(abs('four'))
del abs
print(abs(-4))


def missing_name():
    return no_such_name


print(show(missing_name))


class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            print('set', key)
        super().__setitem__(key, value)


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Recorder()

    def __new__(mcs, name, bases, names):
        return super().__new__(mcs, name, bases, dict(names))


class Made(metaclass=Prepared):
    first = 1
    second = first + 1


print(Made.second)


# One code object with several namespaces of which no name was ever looked up: a cache must not mistake one for another.
store_one = compile('def store(value):\n    global kept\n    kept = value\n', 'store', 'exec')


def fresh(**names):
    exec(store_one, names)
    return names


space = fresh()
for turn in range(600):
    space['store'](turn)
one, two = fresh(), fresh(other=1)
one['store']('first')
two['store']('second')
print(space['kept'], one['kept'], two['kept'], two['other'], type(two['store']).__name__)


# ---- locals and cells ----

def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    if a:
        del q, r
    return q, r


print(show(many, *range(18)), show(many, *range(1, 19)))


def few(keep):
    if keep:
        value = 1
    result = value
    del value
    return result


def twice():
    value = 1
    del value
    del value


def cells(keep):
    def inner():
        return value
    if keep:
        value = 1
    result = inner()
    del value
    return result


def empty_cell():
    def inner():
        return value
    value = 1
    del value
    del value
    return inner


print(show(few, True), show(few, False), show(twice), show(cells, True), show(cells, False), show(empty_cell))


# ---- attributes, methods, calls ----

class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by):
        self.x = self.x + by
        return self.x

    def __call__(self, *rest):
        return len(rest)


class Shy:
    def __getattr__(self, name):
        return name

    def __setattr__(self, name, value):
        print('set', name, value)


def get(item): return item.x


def put(item, value):
    item.x = value


def move(item): return item.move(2)
def length(item): return item.count(1)
def call(function, *arguments): return function(*arguments)
def call_one(function, argument): return function(argument)


points = [Point(turn) for turn in range(600)]
print(sum([get(point) for point in points]), sum([move(point) for point in points]))
for point in points:
    put(point, 1)
print(sum([get(point) for point in points]))
points[0].move = lambda by: by * 10
points[1].other = 1
print(move(points[0]), move(points[1]), get(points[0]), get(Shy()), show(get, 5), show(put, 5, 1), show(move, 5))
put(Shy(), 3)
for items in [[1, 1], (1, 2), [1], 'x', 5, range(3), [2]] + [[1, turn] for turn in range(600)]:
    result = show(length, items)
print(result, *[show(length, items) for items in [[1, 1], (1,), 'x', 5, range(3)]])
print(call(Point(1), 1, 2), call_one(get, Point(5)), call_one(len, 'abc'), call_one(str, 5), show(call_one, 5, 5), call_one(Point(1).move, 1))
print(Point.move(Point(3), 4), 'a-b'.split('-'), str.upper('x'))


# Calls that do not match the parameters one to one.
class Spread:
    def sum(self, first=1, *others, scale=1): return (first + sum(others)) * scale


def spread(item): return item.sum(), item.sum(2), item.sum(2, 3), item.sum(2, scale=5)
def double(value, times=2): return value * times
def doubled(): return double(4), double(4, 3), double(times=5, value=4)


for _ in range(4):
    print(spread(Spread()), doubled())


# ---- blocks and returns ----

def guarded(value):
    for turn in range(2):
        try:
            try:
                if value == turn:
                    raise ValueError
            except ValueError:
                value = 'caught'
        finally:
            if value is None:
                return 'finally'
    return value


print(guarded(0), guarded(5), guarded(None))
