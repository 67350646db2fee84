s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s.casefold())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("l"), s.rindex("l"), s.count("l"), s.find("o", 5), s.find("", 3), s.count(""))
print(s.startswith("Hell"), s.startswith(("x", "He")), s.endswith("ld"), s.startswith("World", 7), s.endswith("o", 0, 5))
print(s.replace("l", "L"), s.replace("l", "L", 1), s.replace("", "-"), s.replace("", "-", 3))
print(s.split(), s.split(","), s.split("l", 1), s.rsplit("l", 1), " a  b ".split(), " a  b ".split(" "), "a,b,,c".split(","), "".split(), "".split(","))
print("a\nb\r\nc".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
print(s.partition(", "), s.rpartition("o"), s.partition("z"), s.rpartition("z"))
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"), "abcba".lstrip("ab"))
print("x".center(5, "*"), "x".ljust(5, "*"), "x".rjust(5, "*"), "42".zfill(5), "-42".zfill(5), "+1".zfill(1), "ab".center(5))
print("a\tb".expandtabs(), "a\tb".expandtabs(4), "ab\tc".expandtabs(2))
print("abc".isalpha(), "ab1".isalnum(), "12".isdigit(), "12".isdecimal(), "½".isnumeric(), " ".isspace(), "Ab".istitle(), "ab".islower(), "AB".isupper(), "a_1".isidentifier(), "\x00".isprintable(), "é".isascii(), "".isalpha(), "".isascii())
print("-".join(["a", "b"]), "".join("abc"), ",".join(str(i) for i in range(3)), "x".join([]))
print("abc".removeprefix("a"), "abc".removesuffix("c"), "abc".removeprefix("x"))
print("abc".translate({97: "X", 98: None}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "q"}))
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a}".format(a=3), "{0.real} {1[0]}".format(5, [6]), "{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{!r} {!s} {!a}".format("é", "é", "é"), "{{}}".format(), "{:{}}".format(3, 5))
print("{x}".format_map({"x": 5}), "{a[b]}".format(a={"b": 2}))
for f in [lambda: "{}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{a}".format(), lambda: "{!x}".format(1), lambda: "{0.foo}".format(1), lambda: "{:d}".format("x"), lambda: "{!}".format(1), lambda: "{0[}".format([1])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(s[0], s[-1], s[1:4], s[::-1], s[::2], s[10:100], s[5:2], s[-3:], s[:-3])
for f in [lambda: s[100], lambda: s["a"], lambda: s.index("z"), lambda: s.rindex("z"), lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1]), lambda: ",".join(5), lambda: "a" * "b", lambda: "a" + 1, lambda: "a" in 5, lambda: 5 in "a", lambda: s.foo, lambda: "a".center(5, "ab"), lambda: "a".find(1), lambda: "a".startswith(1), lambda: "a".startswith([1]), lambda: "a".startswith((1,)), lambda: "a".replace("b"), lambda: "a".lower(1), lambda: str(b"a", "utf-8", "x", 1), lambda: ord("ab"), lambda: chr(-1), lambda: chr(0x110000), lambda: "a".encode("nope"), lambda: "é".encode("ascii"), lambda: "a".join(), lambda: "a".split(sep=1), lambda: "abc".zfill("x"), lambda: "abc" - "a", lambda: "a".strip(1), lambda: "a" < 1, lambda: "a".ljust(2, 3)]:
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print("a" * 3, 3 * "a", "a" * -1, "a" "b", "abc" < "abd", "a" < "B", "" < "a", "b" in "abc", "" in "abc", "bc" not in "abc", min("hello"), max("hello"), sorted("hello"))
print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\\x00\x7f\xa0é\u2028\U0001f600"), ascii("é\u1234\U0001f600"))
print("é".encode(), "é".encode("latin-1"), "€".encode("utf-16-le"), "é€".encode("ascii", "replace"), "é€".encode("ascii", "ignore"), "é€".encode("ascii", "backslashreplace"), "é€".encode("ascii", "xmlcharrefreplace"))
print(len("\U0001f600x"), "\U0001f600x"[0] == "\U0001f600", "ß".upper(), "ǆ".title(), "İ".lower() == "i̇", "ﬁ".upper(), "ẞ".casefold(), "Σ".lower(), "ΑΣ".lower())
print("%s %d %r %x %o %c %5s|%-5s|%05d %+d %.2f %e %g %%" % ("a", 5, "b", 255, 8, "c", "x", "y", 42, 3, 1.5, 1.5, 1.5))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1], "%*d" % (5, 42), "%-*d|" % (5, 42), "%.*f" % (2, 1.2345), "%c" % 65, "%i %u" % (1, 2), "%#x %#o" % (255, 8), "%5.1f|%-8.3s|" % (2.25, "abcdef"), "%a" % "é")
for f in [lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%d" % "x", lambda: "%q" % 1, lambda: "%(a)s" % 1, lambda: "%(a)s" % {}, lambda: "%c" % "ab", lambda: "%" % (), lambda: "%x" % 1.5, lambda: "abc" % 5, lambda: "%d" % None, lambda: "%f" % "x", lambda: "%c" % -1]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(str(5), str(None), str([1, "a"]), str(b"abc", "utf-8"), str(b"abc"), str(object=5), str(), str(b"\xff", "utf-8", "replace"))
print(hash("") == hash(""), "abc".__len__(), "abc".__contains__("a"), "abc".__getitem__(1), "abc".__eq__(5), "abc".__add__("d"), "abc".__mul__(2), "%s".__mod__(1), "a".__lt__("b"))
print(list("abc"), tuple("ab"), set("a"), list(reversed("abc")), list(enumerate("ab", 1)), dict(zip("ab", "cd")))
it = iter("ab")
print(next(it), next(it), next(it, "end"))
x = "abc"
print(f"{x}{x!r}{x:>5}{x!r:>7}{len(x)}{x[0]}{'nested'}{x + 'd'}", f"{5:{10}}", f"{{}}", f"{x:{'>'}{6}}")
print("abc".isidentifier(), "1a".isidentifier(), "class".isidentifier(), "a\x00b" == "a\x00b", "\x41\u0041\101")
