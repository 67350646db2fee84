"""Imports the modules named in the arguments and prints the times in microseconds: importing.py ROUNDS FOLDERS NAMES

Folders and names are lists with commas. Each round imports all names from each folder in turn, and forgets them."""

import sys
import time

rounds, folders, names = int(sys.argv[1]), sys.argv[2].split(","), sys.argv[3].split(",")
for _ in range(rounds):
    for folder in folders:
        sys.path[0] = folder
        start = time.perf_counter()
        for name in names:
            __import__(name)
        seconds = time.perf_counter() - start
        for name in names:
            del sys.modules[name]
        print(int(seconds * 1000000))
