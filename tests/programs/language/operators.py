class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return "V(%r)" % (self.x,)

    def __add__(self, o):
        return V(self.x + (o.x if isinstance(o, V) else o))

    def __radd__(self, o):
        return V(("r", o, self.x))

    def __iadd__(self, o):
        self.x = ("i", self.x, o)
        return self

    def __sub__(self, o):
        return NotImplemented

    def __rsub__(self, o):
        return V(("rsub", o))

    def __mul__(self, o):
        return V(self.x * o)

    def __neg__(self):
        return V(-self.x)

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inv"

    def __lt__(self, o):
        return self.x < o.x

    def __le__(self, o):
        return NotImplemented

    def __ge__(self, o):
        return "ge"

    def __eq__(self, o):
        return isinstance(o, V) and self.x == o.x

    def __contains__(self, item):
        return item == self.x

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return ("item", i)

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)

    def __bool__(self):
        return self.x != 0

    def __call__(self, *a):
        return a

    def __divmod__(self, o):
        return "divmod"

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __matmul__(self, o):
        return "matmul"

    def __and__(self, o):
        return "and"

    def __ror__(self, o):
        return "ror"

    def __lshift__(self, o):
        return "lshift"

    def __floordiv__(self, o):
        return "floordiv"

    def __truediv__(self, o):
        return "truediv"

    def __mod__(self, o):
        return "mod"

    def __xor__(self, o):
        return "xor"

    def __rshift__(self, o):
        return "rshift"

    def __abs__(self):
        return "abs"

    def __index__(self):
        return 2

    def __hash__(self):
        return 1


a, b = V(1), V(2)
print(a + b, a + 5, 5 + a, a * 3, -a, +a, ~a)
print(5 - a)
try:
    a - 5
except TypeError as e:
    print(e)
print(a < b, b < a, a > b, a >= b, a <= b, a == b, a != b, a == V(1))
print(1 in a, 2 in a, 1 not in a, len(a), a[5], a[1:2])
a[3] = 4
del a[3]
c = a
c += 10
print(a, c is a)
print(bool(V(0)), not V(0), V(0) or "other", V(1) and "and", "yes" if V(0) else "no")
print(divmod(a, 1), a ** 2, pow(a, 2, 3), a @ b, a & b, 5 | a, a << 1, a // 2, a / 2, a % 2, a ^ 1, a >> 1, abs(a))
print([10, 20, 30][V(0)], hex(V(0)))
while V(0):
    print("never")
n = 0
x = V(2)
while x:
    x.x -= 1
    n += 1
print(n)


class Sub(V):
    def __radd__(self, o):
        return "sub radd"


print(V(1) + Sub(2))


class OnlyEq:
    def __eq__(self, o):
        return True


print(OnlyEq() == 1, OnlyEq() != 1, 1 == OnlyEq())
try:
    hash(OnlyEq())
except TypeError as e:
    print(e)
try:
    V(1) < 5
except AttributeError as e:
    print("AttributeError")
try:
    object() < object()
except TypeError as e:
    print(e)


class BadBool:
    def __bool__(self):
        return 1


try:
    if BadBool():
        pass
except TypeError as e:
    print(e)


class BadLen:
    def __len__(self):
        return -1


try:
    if BadLen():
        pass
except ValueError as e:
    print(e)
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, 2 ** 10, 2 ** -1, 10 / 4, 1 << 70, (1 << 70) >> 60)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, -5 >> 1, True + True, 3 * "ab", [1] * 3, (1, 2) + (3,))
print(1 < 2 < 3, 1 < 2 > 3, 1 == 1.0, 1 is 1, None is None, [] == [], "a" < "b", (1, 2) < (1, 3))
big = 9223372036854775807
print(big + 1, -big - 2, big * big, big // -1, (-big - 1) // -1, -(-big - 1), abs(-big - 1))
i = 0
for k in range(10):
    i += k
    i *= 2
    i -= 1
    i //= 1
    i %= 1000003
    i |= 1
    i ^= 3
    i &= 0xffffff
    i <<= 1
    i >>= 1
print(i)
f = 1.5
f += 1
f *= 2
f /= 4
f -= 0.25
f **= 2
print(f)
