"""Writes the expectations of the number tests: run with CPython 3.11 in this folder.

Each line is an operation, its arguments and the outcome, separated by tabs. Values are written as this file's show()
writes them; an exception is "!Type: message". An optional first argument is the seed and a second one the factor by
which there are more random cases than in the files that are checked in.
"""
import math
import operator
import random
import sys
from decimal import Decimal, getcontext, localcontext

getcontext().prec = 60
sys.set_int_max_str_digits(0)
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
factor = int(sys.argv[2]) if len(sys.argv) > 2 else 1
random.seed(seed)


def show(value):
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, (int, float, complex)):
        return repr(value)
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") + "'"
    if isinstance(value, bytes):
        return "b" + value.hex()
    if isinstance(value, tuple):
        return "(" + ", ".join(map(show, value)) + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(show, value)) + "]"
    if value is NotImplemented:
        return "NotImplemented"
    raise AssertionError(value)


OPERATIONS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_,
    "|": operator.or_, "^": operator.xor, "<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
    ">": operator.gt, ">=": operator.ge, "neg": operator.neg, "pos": operator.pos, "inv": operator.invert,
    "divmod": divmod, "pow": pow, "abs": abs, "round": round, "hash": hash, "repr": repr, "format": format,
    "int": int, "float": float, "complex": complex, "bool": bool,
    "bit_length": int.bit_length, "bit_count": int.bit_count, "ratio": lambda x: x.as_integer_ratio(),
    "hex": float.hex, "fromhex": float.fromhex, "is_integer": float.is_integer,
    "trunc": lambda x: x.__trunc__(), "floor": lambda x: x.__floor__(), "ceil": lambda x: x.__ceil__(),
    "conjugate": lambda x: x.conjugate(), "to_bytes": lambda x, n, order, signed: x.to_bytes(n, order, signed=signed),
    "math.erfc": lambda x: true_erfc(x), "math.gamma": lambda x: true_gamma(x), "math.lgamma": lambda x: true_lgamma(x),
    "from_bytes": lambda x, order, signed: int.from_bytes(x, order, signed=signed),
}


def stirling(x):
    """The logarithm of gamma at a positive Decimal: CPython's own is computed with floats and not good enough."""
    shift = Decimal(1)
    while x < 60:
        shift *= x
        x += 1
    bernoulli = [(1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510), (43867, 798), (-174611, 330), (854513, 138)]
    tail = sum(Decimal(n) / d / (2 * k * (2 * k - 1)) / x ** (2 * k - 1) for k, (n, d) in enumerate(bernoulli, 1))
    half_log_two_pi = Decimal("0.918938533204672741780329736405617639861397473637783412817152")
    return (x - Decimal(1) / 2) * x.ln() - x + half_log_two_pi + tail - shift.ln()


PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459")


def sine_of_pi(x):
    rest = x - x.to_integral_value()
    angle = rest * PI
    term = total = angle
    for i in range(2, 80, 2):
        term = -term * angle * angle / (i * (i + 1))
        total += term
    return total if x.to_integral_value() % 2 == 0 else -total


def is_plain(x, largest):
    return isinstance(x, (int, float)) and 1e-20 < abs(x) < largest and (x > 0 or x != math.floor(x))


def true_lgamma(x):
    if not is_plain(x, 1e250) or x < -1e6:
        return math.lgamma(x)
    if x in (1, 2):
        return 0.0
    x = Decimal(x)
    return float(stirling(x) if x > 0 else (PI / abs(sine_of_pi(x))).ln() - stirling(1 - x))


def true_gamma(x):
    if not is_plain(x, 171.6):
        return math.gamma(x)
    x = Decimal(x)
    return float(stirling(x).exp() if x > 0 else PI / sine_of_pi(x) / stirling(1 - x).exp())


def true_erfc(x):
    if not isinstance(x, float) or not 0.5 < x < 26:
        return math.erfc(x)
    with localcontext() as context:
        context.prec = 420
        pi = Decimal(4) * (4 * arc_tangent(5) - arc_tangent(239))
        x = Decimal(x)
        term = total = x
        n = 0
        while abs(term) > Decimal(10) ** -400:
            n += 1
            term = term * 2 * x * x / (2 * n + 1)
            total += term
        return float(1 - 2 / pi.sqrt() * (-x * x).exp() * total)


def arc_tangent(inverse):
    """atan(1 / inverse)"""
    term = Decimal(1) / inverse
    total, n = term, 1
    while abs(term) > Decimal(10) ** -430:
        term = -term / (inverse * inverse)
        n += 2
        total += term / n
    return total


def outcome(function, arguments):
    try:
        return show(function(*arguments))
    except (ArithmeticError, ValueError, TypeError, MemoryError) as error:
        return f"!{type(error).__name__}: {error}"


class Table:
    def __init__(self, name):
        self.name = name
        self.lines = {}

    def add(self, operation, *arguments):
        function = OPERATIONS.get(operation) or getattr(math, operation.removeprefix("math."))
        line = [operation, *map(show, arguments), outcome(function, arguments)]
        if "\n" not in "".join(line) and max(map(len, line)) < 4000:
            self.lines["\t".join(line)] = None

    def write(self):
        with open(self.name + ".tsv", "w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in self.lines)


BORDERS = sorted({sign * (base + step) for base in (0, 1 << 31, 1 << 32, 1 << 53, 1 << 62, 1 << 63, 1 << 64, 1 << 100, 10 ** 40)
                  for step in (-1, 0, 1) for sign in (1, -1)} | {2, 3, 7, 10, -2, -3, -10, 1000})
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 3.0, -3.0, 1e16, 1e-5, 1e22, 1e23, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 9007199254740992.0, 9007199254740994.0, -9.223372036854775808e18, 9.223372036854775808e18,
          1.8446744073709552e19, math.inf, -math.inf, math.nan, math.pi, 1e100, 123456789.125, 1e15, 9999999999999998.0, 0.0001]


def any_int():
    kind = random.random()
    if kind < 0.3:
        return random.randint(-20, 20)
    if kind < 0.5:
        return random.choice(BORDERS)
    return random.randint(-1, 1) * random.getrandbits(random.choice((16, 31, 53, 62, 63, 64, 65, 127, 128, 200, 600)))


def any_float():
    kind = random.random()
    if kind < 0.4:
        return random.choice(FLOATS)
    if kind < 0.7:
        return random.uniform(-1000, 1000)
    if kind < 0.85:
        return round(random.uniform(-1000, 1000), random.randint(0, 3))
    return math.ldexp(random.uniform(-1, 1), random.randint(-1080, 1024))


def any_number():
    kind = random.random()
    if kind < 0.5:
        return any_int()
    if kind < 0.9:
        return any_float()
    if kind < 0.95:
        return random.choice((True, False))
    return complex(any_float(), any_float())


def arithmetic():
    table = Table("arithmetic")
    for operation in ("+", "-", "*", "/", "//", "%", "&", "|", "^", "divmod", "<", "<=", "==", "!=", ">", ">="):
        for _ in range(45 * factor):
            table.add(operation, any_number(), any_number())
    for operation in ("//", "%", "divmod", "/"):
        for _ in range(15 * factor):
            table.add(operation, any_float(), any_float())
            table.add(operation, any_int(), any_int())
        for zero in (0, 0.0, False):
            for left in (1, 1.5, 10 ** 30, 1j, True):
                table.add(operation, left, zero)
    for operation in ("<<", ">>"):
        for _ in range(40 * factor):
            table.add(operation, any_int(), random.choice((0, 1, 5, 31, 32, 62, 63, 64, 65, 100, 200, -1)))
        for count in (-1, 1 << 62, 1 << 70, -(1 << 70)):
            for left in (0, 1, -1, 10 ** 30):
                if operation == ">>" or count < 0 or count > 1 << 65 or left == 0:
                    table.add(operation, left, count)
    for _ in range(60 * factor):
        table.add("**", any_int() >> random.choice((0, 30, 60, 100)), random.randint(-5, 40))
        table.add("**", any_float(), any_float())
        table.add("**", any_float(), random.randint(-10, 10))
        table.add("pow", any_int(), random.randint(-30, 3000), any_int())
        table.add("pow", any_int(), any_int(), any_int())
        table.add("**", complex(random.randint(-3, 3), random.randint(-3, 3)), random.randint(-5, 5))
    for left in (0, 1, -1, 0.0, 0j):
        for right in (0, 10 ** 30, 10 ** 30 + 1, -1, -1.0, 1j):
            if left in (1, -1) and isinstance(left, int) and right == -1 or right != 1j or left == 0:
                table.add("**", left, right)
    for arguments in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5), (2, 3, 5.0), ("a", 3, 5), (1j, 2, 3), (2, -1, 1), (0, 0, 1), (3, 5, -7), (True, True, True)):
        table.add("pow", *arguments)
    for operation in ("neg", "pos", "inv", "abs", "hash", "trunc", "floor", "ceil", "bool"):
        for value in BORDERS + FLOATS + [True, False]:
            if not (operation == "hash" and value != value):
                table.add(operation, value)
    for value in (1j, -2.5 + 3j, complex(-0.0, -0.0), complex(1e308, 1e308), complex(3, 4)):
        for operation in ("neg", "pos", "inv", "abs", "hash", "bool", "conjugate"):
            table.add(operation, value)
    for _ in range(60 * factor):
        table.add("hash", any_int())
        value = any_float()
        if value == value:
            table.add("hash", value)
        table.add("/", any_int() << random.randint(0, 1200), any_int() << random.randint(0, 1200))
        table.add("/", random.getrandbits(random.randint(1, 80)), random.getrandbits(random.randint(1, 1100)) or 1)
        table.add("float", any_int() << random.randint(0, 500))
        near = any_float()
        if math.isfinite(near):
            for operation in ("<", "==", ">="):
                table.add(operation, int(near) + random.choice((-1, 0, 1)), near)
                table.add(operation, near, int(near) + random.choice((-1, 0, 1)))
    for left, right in (("a", 1), (1, "a"), (1.5, None), (1j, "a")):
        for operation in ("+", "-", "*", "/", "//", "%", "**", "<<", "&", "divmod", "<", "=="):
            if not isinstance(left, str) and not (operation == "*" and isinstance(right, str)):
                table.add(operation, left, right)
    table.write()


def methods():
    table = Table("methods")
    for value in BORDERS + [True, False]:
        table.add("bit_length", value)
        table.add("bit_count", value)
        table.add("ratio", value)
    for value in FLOATS:
        for operation in ("ratio", "hex", "is_integer", "round", "repr", "int"):
            table.add(operation, value)
        table.add("fromhex", value.hex())
    for _ in range(80 * factor):
        table.add("round", any_float(), random.randint(-20, 25))
        table.add("round", round(random.uniform(-100, 100), 3), random.randint(0, 3))
        table.add("round", random.randint(-4000, 4000) / 8, random.randint(0, 3))
        table.add("round", any_int(), random.randint(-25, 3))
        table.add("hex", any_float())
        table.add("ratio", any_float())
        table.add("round", any_float())
    for arguments in ((2.5, None), (2.5, 1.5), (5, 1.5), (5, None), (5, -400), (5, 10 ** 20), (1.5, 10 ** 20), (1.5, -10 ** 20), (-1.5, -400),
                      (1.7e308, -308), (math.inf, 2), (math.nan, 2), ("a",), (None,), (1j,), (15, -1), (25, -1), (-15, -1), (10 ** 40 + 5, -1),
                      (True,), (True, -1)):
        table.add("round", *arguments)
    for text in ("0x1.8p3", "xyz", "0x1p2000", "  -0x.8p-1 ", "inf", "-Infinity", "-nan", "1.8", "0x", "0x1.p1", "0x1.fffffffffffff8p1023",
                 "0x1.fffffffffffff7p1023", "0x1p-1075", "0x1.8p-1075", "0x0.0p99999999999999999999", "1p", "0x1p99999999999999999999",
                 "0x1p-99999999999999999999", "", "0x1.00000000000008p0", "0x1.000000000000080p0", "0x1.000000000000080000000000001p0",
                 "0X1P+3", "0x1p+", "1.0.0", "ffff", "0x123456789abcdef0123456789p-5", "0x0.000000000000000000000000001p0", "+1", "+-1"):
        table.add("fromhex", text)
    for value in (0, 1, -1, 127, 128, -128, -129, 255, 256, 65535, 1 << 64, -(1 << 63), 10 ** 20):
        for length in (0, 1, 2, 8, 9, 12):
            table.add("to_bytes", value, length, random.choice(("big", "little")), random.random() < 0.5)
            table.add("to_bytes", value, length, "little", True)
    table.add("to_bytes", 1, -1, "big", False)
    table.add("to_bytes", 1, 1, "middle", False)
    for value in (b"", b"\x00", b"\xff", b"\x01\x02", b"\x80\x00\x00\x00\x00\x00\x00\x00\x00", b"\xff" * 12, b"\x7f" * 8, b"\xff" * 8):
        for order in ("big", "little"):
            for signed in (True, False):
                table.add("from_bytes", value, order, signed)
    table.add("from_bytes", b"", "middle", False)
    table.write()


def text():
    table = Table("text")
    for value in FLOATS + BORDERS:
        table.add("repr", value)
    for exponent in range(-1074, 1024, 3 if factor == 1 else 1):
        table.add("repr", math.ldexp(1.0, exponent))
    for _ in range(200 * factor):
        table.add("repr", any_float())
        table.add("repr", random.uniform(0, 1) * 10.0 ** random.randint(-10, 25))
    for _ in range(40 * factor):
        table.add("repr", any_int() ** 3)
        table.add("repr", complex(any_float(), any_float()))
        table.add("int", str(any_int()))
        table.add("int", hex(any_int()), random.choice((0, 16)))
        table.add("int", oct(any_int()), random.choice((0, 8)))
        base = random.randint(2, 36)
        table.add("int", "".join(random.choice("0123456789abcdefghijklmnopqrstuvwxyz"[:base]) for _ in range(random.choice((1, 5, 12, 40)))), base)
        table.add("float", repr(any_float()))
        table.add("float", f"{any_float():.{random.randint(0, 25)}e}")
        table.add("float", str(random.getrandbits(random.randint(10, 200))) + "e" + str(random.randint(-340, 310)))
        table.add("complex", repr(complex(any_float(), any_float())))
    for source in ("", " ", "x", "12", " 12 ", "\t12\n", "1_0", "1__0", "_1", "1_", "- 1", "-1", "+1", "--1", "0x1f", "010", "00", "0_0", "0b1", "0o7",
                   "\uff11\uff12", "\u0661\u0662", "\xa01", "\x1c1", "1\x00", "12a", "1.5", "1e5", "0x", "0x_1", "0_x1", "z", "\U0001d7d8", "\u4e00"):
        for base in ((), (0,), (2,), (8,), (10,), (16,), (36,)):
            table.add("int", source, *base)
        table.add("float", source)
        table.add("complex", source)
    for arguments in (("1", 1), ("1", 37), ("1", -1), ("1", 10 ** 30), (12, 10), (None,), ((),), (1.5,), (math.nan,), (math.inf,), (-math.inf,), (1e300,),
                      (True,), (1j,), ("x" * 300,), (), (-1.9,)):
        table.add("int", *arguments)
    for source in ("inf", "-inf", "+Infinity", "nan", "-nan", "infinit", "1e400", "-1e400", "1e-400", "1.", ".5", ".", "1e", "1e+", "1e5", "1E-5", "1_0.5_0",
                   "1_.5", "1._5", "1_e5", "1e1_0", "0x1", "1..2", "1 2", "1e5.5", "+", "-", "1" * 400, "0." + "0" * 400 + "1",
                   "9007199254740993", "9007199254740993.00000000000000000000000000001", "2.2250738585072011e-308", "4.9e-324", "2.4703282292062327e-324",
                   "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308", "0e99999999999999999999", "1e-99999999999999999999",
                   "1e99999999999999999999"):
        table.add("float", source)
    for arguments in ((None,), ((),), (1j,), (True,), (10 ** 400,), (), (10 ** 30,)):
        table.add("float", *arguments)
    for source in ("1+2j", " ( 1+2j ) ", "1 + 2j", "j", "-j", "+j", "1j", "-1e5-3.5J", "nan+infj", "1+2", "1+", "(1)", "1j2", "1e5j", "1_0+2_0j", "((1))",
                   "1-nanj", "nanj", "infinity", "1+j", "1-J", "()", "(", "1+2j)", "1e5+1e-5j", "jj", "1++2j", "inf-infinityj", "(1+2j", "1.5.5j", "-1-j"):
        table.add("complex", source)
    for arguments in ((1,), (1, 2), (1.5, -2.5), (1j, 2j), (1, 2j), ("1", "2"), (1, "2"), (None,), (1, None), (10 ** 400,), (), (-0.0, -0.0), (True, False), ((),),
                      (1 + 2j,), (1j, 2), (complex(-0.0, -0.0), 0.0), (-0.0, complex(-0.0, -0.0))):
        table.add("complex", *arguments)
    table.write()


def formats():
    table = Table("format")
    for spec in ("", ".3", "z", "zd", "c", "+c", "#c", "s", "d", "5", "<5", ">5", "^5", "=5", "x<5", "x=+8", "05", "+", " ", "-", ",", "_", ",d", "_x", "#x", "#_X", "#b",
                 "#o", "b", "o", "X", "n", "08,", "012_", "#016_x", "010_b", "e", "E", "f", ".2f", "%", ".1%", "g", "G", ".3e", "020,.2f", "08.2f", ",x", "_c", "ff", "<05",
                 "<<5", "q", "5.", "1_", ",_", "_,", "05,d", "+#o", "\u20ac^9", "\u20ac=9"):
        for value in (0, 1, -1, 65, 1234567, -1234567, 10 ** 25, -(10 ** 25), True):
            if not (spec.endswith("c") and value > 1000):
                table.add("format", value, spec)
    table.add("format", 0x110000, "c")
    table.add("format", 10 ** 30, "c")
    table.add("format", 10 ** 400, "f")
    for spec in ("", ".3", ".0", "z", "z.1f", "e", "E", ".0e", "#.0e", ".15e", "f", "F", ".0f", "#.0f", ".2f", "+.2f", " .2f", ".30f", ".60f", "g", "G", "#g", ".0g", ".1g",
                 "#.3g", ".17g", ".25g", "n", ".3n", "%", ".0%", "#.0%", ".3%", ",", "_", ",.2f", "020,", "020,.2f", "08.1f", "=12", "x=+12.2f", "<12", "^12", "<012", "^012", "012e",
                 "d", "s", "c", "x", ",g", "z.0f", "012,g", "r", "#", "#.5", "#,"):
        for value in (0.0, -0.0, 1.0, 0.5, 1.5, 2.5, -0.0001, 0.1, 123.456, -1234567.891, 1e15, 1e16, 1e-5, 1e22, 1e100, 5e-324, 1.7976931348623157e308, math.inf, -math.inf,
                      math.nan, 99999.5, 0.00001234, 999999.5, 100.0):
            table.add("format", value, spec)
    for _ in range(200 * factor):
        table.add("format", any_float(), f".{random.randint(0, 40)}{random.choice('eEfFgGn%')}")
        table.add("format", any_float(), f".{random.randint(0, 20)}")
        table.add("format", random.randint(-99999, 99999) / 2 ** random.randint(0, 12), f".{random.randint(0, 6)}{random.choice('efg')}")
        table.add("format", any_float(), f"{random.choice(('', '+', ' '))}{random.choice(('', 'z'))}{random.choice(('', '#'))}{random.choice(('', '0'))}"
                                         f"{random.choice(('', '8', '25'))}{random.choice(('', ',', '_'))}{random.choice(('', '.0', '.4', '.12'))}{random.choice(('', 'e', 'f', 'g', '%'))}")
        table.add("format", any_int(), f"{random.choice(('', '+', ' '))}{random.choice(('', '#'))}{random.choice(('', '0'))}{random.choice(('', '8', '30'))}{random.choice(('', '_'))}"
                                       f"{random.choice('bodxX')}")
    for spec in ("", ".2f", ".3", "010", "=10", ">20", "<20.1f", "^20", ",", "%", "d", "+", "+.1e", " ", "#", "#.1f", "z", "g", "G", "n", "E", "e", ".0f", "*^30,.1f"):
        for value in (0j, 1 + 2j, 2j, complex(-0.0, -0.0), complex(0, math.inf), complex(math.nan, -1.5), 1e20 + 2j, -12345.678 - 98765.4321j, 3 + 0j):
            table.add("format", value, spec)
    table.write()


def mathematics():
    table = Table("math")
    special = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 1e-10, -1e-10, 1e-300, -1e-300, 5e-324, 1e300, -1e300, math.inf, -math.inf, math.nan, math.pi, 0.1, 10.0, 100.0,
               -100.0, 710.0, 1000.0, -1000.0, 1e15, 3, -3, 10 ** 30, True, "a", None, 10 ** 400]
    for name in ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1", "fabs", "gamma", "lgamma",
                 "log", "log10", "log1p", "log2", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "ceil", "floor", "trunc", "frexp", "modf", "ulp", "isfinite", "isinf", "isnan"):
        for value in special:
            table.add("math." + name, value)
        for _ in range(12 * factor):
            table.add("math." + name, random.uniform(-1, 1))
            table.add("math." + name, random.uniform(-30, 30))
            table.add("math." + name, any_float())
    for _ in range(40 * factor):
        table.add("math.gamma", random.uniform(0, 172))
        table.add("math.gamma", random.uniform(-30, 0))
        table.add("math.lgamma", random.uniform(0, 5))
        table.add("math.lgamma", 10.0 ** random.uniform(0, 300))
        table.add("math.lgamma", random.choice((1, 2)) + random.uniform(-1, 1) * 10.0 ** random.uniform(-16, -1))
        table.add("math.erf", random.uniform(-6, 6))
        table.add("math.erfc", random.uniform(-6, 27))
        table.add("math.expm1", random.uniform(-1, 1) * 10.0 ** random.uniform(-18, 2))
        table.add("math.log1p", random.uniform(-1, 1) * 10.0 ** random.uniform(-18, 0))
        for name in ("atan2", "copysign", "fmod", "remainder", "pow", "nextafter", "hypot", "isclose"):
            table.add("math." + name, any_float(), any_float())
            table.add("math." + name, random.randint(-9, 9) / 2, random.randint(-9, 9) / 2)
        table.add("math.hypot", *(random.uniform(-1, 1) * 10.0 ** random.randint(-5, 5) for _ in range(random.randint(0, 6))))
        count = random.randint(0, 5)
        table.add("math.dist", tuple(any_float() for _ in range(count)), tuple(any_float() for _ in range(count)))
        table.add("math.ldexp", any_float(), random.randint(-2200, 2200))
        table.add("math.fsum", tuple(random.uniform(-1, 1) * 10.0 ** random.randint(-20, 20) for _ in range(random.randint(0, 30))))
        table.add("math.fsum", tuple(random.choice((1e100, -1e100, 1.0, 1e-16, 2.0 ** -53, -2.0 ** -53, 1e16, -1e16, 0.1)) for _ in range(random.randint(1, 12))))
        table.add("math.prod", tuple(any_number() for _ in range(random.randint(0, 5))))
        table.add("math.gcd", *(random.randint(1, 50) * any_int() for _ in range(random.randint(0, 3))))
        table.add("math.lcm", *(any_int() for _ in range(random.randint(0, 3))))
        table.add("math.isqrt", abs(any_int()) ** random.randint(1, 5) + random.randint(0, 2))
        table.add("math.comb", random.randint(0, 70), random.randint(0, 70))
        table.add("math.comb", random.randint(0, 10 ** 25), random.randint(0, 20))
        table.add("math.perm", random.randint(0, 70), random.randint(0, 70))
        table.add("math.perm", random.randint(0, 10 ** 25), random.randint(0, 20))
        table.add("math.log", abs(any_int()) << random.randint(0, 3000))
        table.add("math.log2", abs(any_int()) << random.randint(0, 3000))
        table.add("math.log10", abs(any_int()) << random.randint(0, 3000))
        table.add("math.log", abs(any_float()), abs(any_float()))
        table.add("math.floor", any_float())
        table.add("math.ceil", any_float())
    for n in (0, 1, 2, 5, 10, 20, 21, 22, 50, 100, 300):
        table.add("math.factorial", n)
    for arguments in (("log", 8, 2), ("log", 2, 1), ("log", 0), ("log", -1), ("log", -(10 ** 400)), ("log2", 2 ** 5000), ("log10", 10 ** 400), ("log10", 10 ** 15), ("log", 2, 0),
                      ("log", 2, "a"), ("gamma", 171.7), ("gamma", 171.6), ("gamma", -170.5), ("gamma", -184.5), ("gamma", -1000.5), ("lgamma", -3), ("pow", 2, 10000), ("pow", -2, 0.5),
                      ("pow", 0, -1), ("pow", 0.0, -math.inf), ("pow", 1, math.nan), ("pow", math.nan, 0), ("pow", -1, math.inf), ("ldexp", 1.0, 10 ** 30), ("ldexp", 1.0, -10 ** 30),
                      ("ldexp", 0.0, 10 ** 30), ("ldexp", 1, 1.0), ("ldexp", 1.0, 2000), ("ldexp", 5e-324, 2000), ("fmod", 1, 0), ("fmod", math.inf, 1), ("fmod", 1, math.inf), ("fmod", -0.0, 1),
                      ("remainder", 1, 0), ("remainder", math.inf, 1), ("remainder", 5, 2), ("remainder", 3, 2), ("remainder", -5, 2), ("remainder", 1e308, 1.7e308), ("remainder", -0.0, 1),
                      ("remainder", 1.7e308, 9e307), ("isqrt", -1), ("isqrt", 10 ** 40), ("isqrt", 2 ** 64 - 1), ("isqrt", 2 ** 64), ("isqrt", 2 ** 2000 - 1), ("factorial", -1), ("factorial", 10 ** 30),
                      ("comb", -1, 2), ("comb", 2, -1), ("comb", 5, 10 ** 30), ("comb", 10 ** 30, 10 ** 20), ("perm", 5), ("perm", 5, None), ("perm", -1), ("perm", 5, -1), ("perm", -1, 2),
                      ("perm", 10 ** 30, 10 ** 20), ("perm", 2.5), ("gcd", 1.0), ("lcm", "a"), ("dist", (1, 2), (3,)), ("dist", 1, 2), ("hypot", "a"), ("hypot", math.inf, math.nan), ("hypot", 1e308, 1e308),
                      ("hypot", 5e-324, 5e-324), ("hypot", math.nan, 1), ("fsum", (1e308, 1e308)), ("fsum", (math.inf, -math.inf)), ("fsum", ("a",)), ("fsum", (math.nan, 1)), ("fsum", (math.inf, 1)), ("fsum", 5),
                      ("prod", 5), ("prod", ("a",)), ("atan2", 0.0, -0.0), ("atan2", -0.0, -0.0), ("nextafter", 0.0, -1.0), ("nextafter", -0.0, 0.0), ("copysign", 1, -0.0), ("isclose", 1, 1 + 1e-10),
                      ("isclose", math.inf, math.inf), ("isclose", math.inf, 1e308), ("isclose", math.nan, math.nan), ("dist", (math.inf,), (math.inf,))):
        table.add("math." + arguments[0], *arguments[1:])
    table.write()


if __name__ == "__main__":
    mathematics()
    arithmetic()
    methods()
    text()
    formats()
