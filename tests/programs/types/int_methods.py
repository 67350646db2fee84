print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (2**100).bit_length())
print((255).bit_count(), (-7).bit_count(), (2**70 - 1).bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(10, "little"), (-1024).to_bytes(3, "big", signed=True))
print((5).to_bytes(), int.from_bytes(b"\x05"))
print(int.from_bytes(b"\xfc\x00", "big", signed=True), int.from_bytes([255, 0, 0], byteorder="little"))
print((3).as_integer_ratio(), (7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate())
print(int("  42 "), int("-0x1f", 16), int("0b101", 0), int("z", 36), int("1_000"), int(3.99), int(-3.99), int(True))
print(int(), int("ff", base=16), int(b"12"))
for text, base in [("abc", 10), ("", 10), ("1__0", 10), ("12", 2), ("9", 1), ("0x", 16), ("12", 37)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print("ValueError:", e)
for bad in [None, [], 1j, object]:
    try:
        int(bad)
    except TypeError as e:
        print("TypeError:", e)
for bad in [float("inf"), float("nan")]:
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    int(3, 10)
except TypeError as e:
    print(e)
try:
    (300).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (1).to_bytes(1, "middle")
except ValueError as e:
    print(e)
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 3), divmod(7, -3))
print(2 ** 10, 2 ** -1, (-2) ** 3, (-2) ** -2, 0 ** 0, pow(3, 20, 7), pow(3, -1, 7), pow(-3, 3, 5))
for f in [lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0, lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: pow(2, 2, 0), lambda: 1 << -1, lambda: 1 >> -1]:
    try:
        print(f())
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
print(1 << 70, (1 << 70) >> 68, -1 >> 5, -5 >> 1, 5 & -2, 5 | -8, 5 ^ -1, ~5, ~(2**80))
print(2**64 - 1, 2**63, -2**63, -2**63 - 1, 9223372036854775807 + 1, 9223372036854775807 * 9223372036854775807)
print(10**30 // 7, 10**30 % 7, -10**30 // 7, -10**30 % 7, divmod(10**30, -7), 10**30 / 10**28)
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), round(5, 2), round(10**20 + 55, -2))
print(abs(-3), abs(-10**20), -(-3), +(3), hash(5), hash(-1), hash(2**61 - 1), hash(2**61), hash(10**30))
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(2**70))
print(f"{42:5d}|{42:<5}|{42:^5}|{42:+}|{42: }|{-42:05}|{42:x}|{42:#x}|{42:#b}|{42:o}|{42:X}|{1234567:,}|{1234567:_}|{65:c}|{42:e}|{42:.2f}|{42:%}|{42:n}")
print(f"{0x12345678:_x}|{42:*>10}|{42:=+8}|{-42:=8}|{2**70:,}")
for spec in ["s", ".2d", "z", ",x", "_n", "+c"]:
    try:
        print(format(42, spec))
    except ValueError as e:
        print("ValueError:", e)
print(5 == 5.0, 5 < 5.5, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, -10**400 < float("-inf"), 10**400 < float("inf"))
print(1 .__add__(2), (1).__radd__(2), (5).__floordiv__(2), (5).__pow__(2), (5).__pow__(2, 3), (5).__index__(), (5).__bool__(), (5).__neg__())
print(int.__name__, int.__mro__, int.__doc__ is not None or True, type(5), isinstance(True, int), issubclass(bool, int))
print(True + True, True & False, True | 2, True ^ True, ~True, True == 1, str(True), repr(False), bool([]), bool("x"), bool(0.0))
print(int.__add__(1, 2), int.bit_length(8))
try:
    int.bit_length("x")
except TypeError as e:
    print(e)
try:
    1 + "x"
except TypeError as e:
    print(e)
try:
    "x" + 1
except TypeError as e:
    print(e)
try:
    -"x"
except TypeError as e:
    print(e)
try:
    1 < "x"
except TypeError as e:
    print(e)
try:
    (1).foo
except AttributeError as e:
    print(e)
try:
    (1).real = 5
except AttributeError as e:
    print(e)
try:
    (1).foo = 5
except AttributeError as e:
    print(e)
try:
    1[0]
except TypeError as e:
    print(e)
try:
    1()
except TypeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    for x in 5: pass
except TypeError as e:
    print(e)
