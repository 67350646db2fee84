"""A tour of the language: run it with  krait samples/tour.py"""

import math
import sys
import time


class Shape:
    """Shapes know their area; subclasses say how."""

    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @property
    def area(self):
        raise NotImplementedError(self.name)

    def __lt__(self, other):
        return self.area < other.area

    def __repr__(self):
        return "{}({:.2f})".format(self.name, self.area)


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    @property
    def area(self):
        return math.pi * self.radius ** 2


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width, self.height = width, height

    @property
    def area(self):
        return self.width * self.height


def primes(limit):
    """A generator: the sieve of Eratosthenes."""
    composite = [False] * limit
    for n in range(2, limit):
        if not composite[n]:
            yield n
            for multiple in range(n * n, limit, n):
                composite[multiple] = True


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def counter(start=0):
    """A closure that keeps a number."""
    value = start

    def advance(by=1):
        nonlocal value
        value += by
        return value

    return advance


class Timer:
    """A context manager."""

    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, kind, value, trace):
        self.seconds = time.perf_counter() - self.start
        return False


def main():
    print("Shapes, smallest first:", sorted([Circle(1.5), Rectangle(2, 3), Circle(0.5)]))
    print("made", Shape.count, "shapes")

    print("primes below 50:", list(primes(50)))
    longest = max(range(1, 2000), key=collatz)
    print("longest Collatz run below 2000 starts at", longest, "and takes", collatz(longest), "steps")

    words = "the quick brown fox jumps over the lazy dog the end".split()
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    print({word: n for word, n in counts.items() if n > 1})

    advance = counter(10)
    print([advance(), advance(5), advance()])

    first, *middle, last = range(6)
    print(first, middle, last)

    print("2**100 =", 2 ** 100, "and 100! has", len(str(math.factorial(100))), "digits")
    print(f"pi is about {math.pi:.6f}, e is about {math.e!r}")

    try:
        {}["missing"]
    except KeyError as error:
        print("caught", repr(error))
    finally:
        print("finally runs")

    with Timer() as timer:
        total = sum(i * i for i in range(100000))
    print("sum of squares:", total, "(timed:", timer.seconds >= 0, end=")\n")

    print("Python", ".".join(str(part) for part in sys.version_info[:2]), "on", sys.implementation.name)


if __name__ == "__main__":
    main()
