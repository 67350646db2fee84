"""Compares interpreters on the programs of bench/programs, warm, in one interleaved run.

    python3.11 bench/compare.py [--rounds N] [--runs N] KRAIT OTHER [NAME...]

Each round starts a fresh process of each interpreter in turn; the first third of its runs is warming up and is not
counted. Prints the median time of each and how many times faster the first is; below that the geometric mean.
"""

import argparse
import math
import pathlib
import statistics
import subprocess

folder = pathlib.Path(__file__).resolve().parent


def times(interpreter, name, runs):
    command = [*interpreter.split(), str(folder / "warm.py"), name, str(runs)]
    output = subprocess.run(command, capture_output=True, text=True, check=False)
    if output.returncode:
        raise SystemExit("%s failed on %s: %s" % (interpreter, name, output.stderr or output.stdout))
    return [int(line) for line in output.stdout.split()][runs // 3:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("krait")
    parser.add_argument("other")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    names = given.names or sorted(path.stem for path in (folder / "programs").glob("*.py"))
    ratios = []
    print("%-14s %12s %12s %8s" % ("program", "first ms", "second ms", "ratio"))
    for name in names:
        first, second = [], []
        for _ in range(given.rounds):
            first += times(given.krait, name, given.runs)
            second += times(given.other, name, given.runs)
        a, b = statistics.median(first), statistics.median(second)
        ratios.append(b / a)
        print("%-14s %12.2f %12.2f %8.2f" % (name, a / 1000, b / 1000, b / a))
    print("%-14s %34.2f" % ("geometric mean", math.exp(sum(map(math.log, ratios)) / len(ratios))))


main()
