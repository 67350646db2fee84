b = b"Hello, World"
print(b, bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(), bytes(range(5)), bytes((65, 66)))
print(b.lower(), b.upper(), b.swapcase(), b.title(), b.capitalize())
print(b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"l"), b.count(b"l"), b.find(b"z"))
print(b.startswith(b"He"), b.startswith((b"x", b"H")), b.endswith(b"d"), b.replace(b"l", b"LL"), b.replace(b"l", b"", 1))
print(b.split(), b.split(b","), b.rsplit(b"l", 1), b.partition(b", "), b.rpartition(b"o"), b"a\nb\r\n".splitlines(), b"a\nb".splitlines(True))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"x".center(5, b"*"), b"x".ljust(3), b"x".rjust(3, b"-"), b"-42".zfill(5), b"a\tb".expandtabs(4))
print(b"ab".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab".istitle(), b"\xff".isascii())
print(b",".join([b"a", b"b"]), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"))
print(b.hex(), b"\x01\x02\x03\x04".hex(":"), b"\x01\x02\x03\x04".hex("-", 2), bytes.fromhex("01 02ff"), b.decode(), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"\xff".decode("ascii", "ignore"))
print(b[0], b[-1], b[1:4], b[::-1], list(b"ab"), b"a" + b"b", b"a" * 3, 3 * b"a", 97 in b"abc", b"bc" in b"abc", len(b), b"a" < b"b", b"a" == "a", hash(b"a") == hash(b"a"))
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\n\t\r\\\x00\x7f\xff"), str(b"abc"))
print(b"%s %d %x %c %r %a %b %5.1f" % (b"a", 5, 255, b"c", "é", "é", b"z", 1.25), b"%(a)s" % {b"a": b"v"})
for f in [lambda: bytes([256]), lambda: bytes(["a"]), lambda: bytes("a"), lambda: bytes(-1), lambda: b[100], lambda: b + "a", lambda: "a" + b, lambda: b["x"], lambda: b.index(b"z"), lambda: b.find("a"), lambda: b",".join(["a"]), lambda: b"\xff".decode(), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b.split(b""), lambda: 256 in b, lambda: "a" in b, lambda: b.foo, lambda: bytes(1.5), lambda: b"%s" % "a", lambda: bytes(None), lambda: b < "a", lambda: bytes(3, "utf-8"), lambda: b"\xe2\x82".decode(), lambda: b.startswith("a"), lambda: ord(b"ab")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
try:
    del b[0]
except TypeError as e:
    print(e)
print(ord(b"a"), bytes.__mro__, isinstance(b, bytes), b"abc".__contains__(97), next(iter(b)), list(reversed(b"ab")), type(iter(b)).__name__)
class B:
    def __bytes__(self): return b"from B"
class I:
    def __index__(self): return 3
print(bytes(B()), bytes(I()), b"abc"[I() - 2 if False else 1])
