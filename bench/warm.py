"""Runs one program of bench/programs warm and prints its times in microseconds: warm.py NAME RUNS"""

import sys
import time

name, runs = sys.argv[1], int(sys.argv[2])
folder = __file__[: __file__.rfind("/") + 1] if "/" in __file__ else ""
sys.path.insert(0, folder + "programs")
program = __import__(name)
for _ in range(runs):
    start = time.perf_counter()
    result = program.run()
    seconds = time.perf_counter() - start
    if result != program.EXPECTED:
        raise SystemExit("%s gave %r" % (name, result))
    print(int(seconds * 1000000))
