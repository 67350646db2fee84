print(1.0, 1.5, -0.0, 1e100, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.1 + 0.2, 1/3, 2.5e-310, 5e-324)
print(float("inf"), float("-inf"), float("nan"), float(" 1.5 "), float("1_0.5"), float("1e3"), float(b"2.5"), float(), float(10**20), float("Infinity"), float("-NaN"))
for bad in ["", "abc", "1.5.2", "1e", "0x10", "1__0"]:
    try:
        float(bad)
    except ValueError as e:
        print("ValueError:", e)
for bad in [None, [], 1j]:
    try:
        float(bad)
    except TypeError as e:
        print("TypeError:", e)
try:
    float(10**400)
except OverflowError as e:
    print(e)
print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p1"), (0.1).hex(), float.fromhex("-inf"))
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__trunc__(), (-1.5).__floor__(), (1.5).__ceil__(), (2.7).__int__())
for f in [lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("zz"), lambda: round(float("nan")), lambda: round(float("inf"))]:
    try:
        print(f())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2), 2.0 ** 0.5, 2 ** 0.5, (-8) ** 2.0)
for f in [lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: pow(1e308, 2)]:
    try:
        print(f())
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
print((-8) ** (1/3))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(1.5, 0), round(0.5), round(1e20), round(2.5, None), round(1e300, -299))
print(float("nan") == float("nan"), float("inf") > 10**400, 0.0 == -0.0, 1.5 < 2, 2 > 1.5, 1.0 == True)
print(hash(1.5), hash(1.0), hash(float("inf")), hash(-0.0), hash(0.1), hash(1e100))
print(f"{3.14159:.2f}|{3.14159:10.3f}|{3.14159:<10.3f}|{3.14159:+.1e}|{1e10:g}|{1e-10:g}|{0.5:%}|{0.123:.1%}|{1234567.891:,.2f}|{1.5:010.2f}|{1e20:.3g}|{100000.0:g}|{1000000.0:g}|{1.0:#g}|{3.0:.0f}|{float('nan'):10}|{float('inf'):+}")
print(f"{1.5}|{1e16}|{1.5:}|{1.5!r}|{1.5:n}|{1.5:E}|{1.5:G}|{-0.0:.1f}|{1.25:.1f}|{1.35:.1f}")
print("%f %e %g %.3f %10.2f %-10.2f| %+f %r %s %%" % (1.5, 1.5, 1.5, 1.23456, 3.14159, 2.5, 1.0, 1.5, 1.5))
for spec in ["d", "x", "s", "c"]:
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print("ValueError:", e)
print(sum([0.1] * 10), min(1.5, 2), max(1, 1.0), abs(-1.5), float.__mro__)
print(isinstance(1.5, float), isinstance(1, float), float.__eq__(1.5, 1.5), (1.5).__add__(1), (1.5).__add__("x"), (1.5).__divmod__(1))
print(float.fromhex("0x1p-1074"), float.fromhex("1.8"), (1e308 * 10), -1e308 * 10)
try:
    (1.5).x
except AttributeError as e:
    print(e)
try:
    1.5 & 1
except TypeError as e:
    print(e)
try:
    [1][1.0]
except TypeError as e:
    print(e)
print(complex(1, 2), 1j * 1j, (1 + 2j).real, (1 + 2j).conjugate(), abs(3 + 4j), 1j == 1j, complex("1+2j"), -1j, (1+2j) ** 2)
