"""Compares importing modules from .mpy files with importing them from their sources, in interleaved runs.

    python3.11 bench/imports.py [--rounds N] [--processes N] KRAIT [KIND...]

The modules are made here, a few kinds of them, and compiled by `krait compile`. "First" is the first import of a
process, each time in a new one, started by a program of the same form as what it imports; "warm" is the same import
over and over in one process, of which the first third is not counted. Prints medians and how many times faster the
.mpy is. Times are those of the import alone: reading, compiling or verifying, and running the module.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import tempfile

folder = pathlib.Path(__file__).resolve().parent


def functions():
    """One module of 400 functions."""
    for i in range(400):
        yield f"""
def scan_{i}(items, limit={i}, *, strict=False):
    total = {i}
    for index, item in enumerate(items):
        if item is None or index > limit:
            continue
        try:
            total += item.weight_{i % 40} * {i % 7} + len(item.name)
        except (AttributeError, TypeError) as problem:
            if strict:
                raise ValueError("item %d of scan_{i}: %s" % (index, problem)) from problem
        while total > 1000 * limit:
            total //= 3
    return [entry for entry in (total, limit, items[0] if items else None) if entry]
"""


def classes():
    """One module of 200 classes."""
    for i in range(200):
        yield f"""
class Shape{i}{"" if i % 4 == 0 else f"(Shape{i - 1})"}:
    sides = {i}

    def __init__(self, name, width, height):
        self.name = name
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height * self.sides

    def scaled(self, factor):
        return Shape{i}(self.name, self.width * factor, self.height * factor)

    @property
    def label(self):
        return "%s (%d)" % (self.name, self.area())

    def __repr__(self):
        return f"Shape{i}({{self.name!r}}, {{self.width}}, {{self.height}})"

    def __eq__(self, other):
        return isinstance(other, Shape{i}) and self.area() == other.area()
"""


def constants():
    """One module of tables: ints, floats, str, bytes, tuples, dicts."""
    for i in range(400):
        yield f"""
NAME_{i} = "the name of entry {i} in the table"
MASK_{i} = {i * 65537}
RATE_{i} = {i}.25
BYTES_{i} = b"{"%02x" % (i % 256) * 30}"
TABLE_{i} = ({i}, {i + 1}, "row {i}", {i}.5, None, ({i * 3}, True))
CODES_{i} = {{"code": {i}, "text": "text {i}", "next": {i + 1}, "rate": {i}.125}}
"""


def small(i):
    """One of 50 small modules."""
    yield f"""
LIMIT = {i}
NAMES = ("first", "second", "third {i}")

def clamp(value, low=0, high=LIMIT):
    return low if value < low else high if value > high else value

def describe(value):
    return "%s of %d: %s" % (NAMES[value % 3], LIMIT, clamp(value))

class Counter:
    def __init__(self):
        self.count = 0

    def add(self, by=1):
        self.count += clamp(by)
        return self
"""


KINDS = {
    "functions": {"functions": functions},
    "classes": {"classes": classes},
    "constants": {"constants": constants},
    "small": {"small%d" % i: (lambda i=i: small(i)) for i in range(50)},
}


def run(command):
    output = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if output.returncode:
        raise SystemExit("%s failed: %s" % (command[0], output.stderr or output.stdout))
    return [int(line) for line in output.stdout.split()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--processes", type=int, default=9)
    parser.add_argument("krait")
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    given = parser.parse_args()
    forms = ("py", "mpy")
    print("%-10s %8s %8s %s" % ("kind", "KB .py", "KB .mpy", "   first ms .py  .mpy  ratio   warm ms .py  .mpy  ratio"))
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        for form in forms:
            (work / form).mkdir()
        shutil.copy(folder / "importing.py", work / "importing.py")
        run([given.krait, "compile", work / "importing.py"])
        for kind in given.kinds or KINDS:
            sizes = dict.fromkeys(forms, 0)
            for name, make in KINDS[kind].items():
                source, compiled = work / "py" / (name + ".py"), work / "mpy" / (name + ".mpy")
                source.write_text("".join(make()))
                run([given.krait, "compile", "-o", compiled, source])
                sizes["py"] += source.stat().st_size
                sizes["mpy"] += compiled.stat().st_size
            names = ",".join(KINDS[kind])
            first = {form: [] for form in forms}
            for _ in range(given.processes):
                for form in forms:
                    first[form] += run([given.krait, work / ("importing." + form), 1, work / form, names])
            both = run([given.krait, work / "importing.mpy", given.rounds, "%s,%s" % (work / "py", work / "mpy"), names])
            both = both[len(both) // 3 // 2 * 2 :]
            row = [kind, sizes["py"] / 1e3, sizes["mpy"] / 1e3]
            for source, compiled in ((first["py"], first["mpy"]), (both[::2], both[1::2])):
                slow, fast = statistics.median(source) / 1000, statistics.median(compiled) / 1000
                row += [slow, fast, slow / fast]
            print("%-10s %8.1f %8.1f %15.2f %5.2f %6.2f %13.2f %5.2f %6.2f" % tuple(row))


main()
