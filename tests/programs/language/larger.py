"""A larger program: a parser, a cache, matrices, graph search, a bank, a state machine and a small adventure."""
import math
import sys


# --- an expression parser ----------------------------------------------------

class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Token:
    __slots__ = ("kind", "text", "position")

    def __init__(self, kind, text, position):
        self.kind, self.text, self.position = kind, text, position

    def __repr__(self):
        return f"{self.kind}:{self.text}"


def tokens(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit() or c == ".":
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("number", source[start:i], start)
        elif c.isalpha() or c == "_":
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            yield Token("name", source[start:i], start)
        elif source.startswith("**", i):
            i += 2
            yield Token("op", "**", start)
        elif c in "+-*/%(),=":
            i += 1
            yield Token("op", c, start)
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield Token("end", "", i)


class Node:
    kinds = {}

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        Node.kinds[cls.__name__.lower()] = cls

    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.parts))})"

    def __eq__(self, other):
        return type(self) is type(other) and self.parts == other.parts


class Number(Node):
    def value(self, names):
        return self.parts[0]


class Name(Node):
    def value(self, names):
        try:
            return names[self.parts[0]]
        except KeyError as missing:
            raise NameError(f"unknown name {missing}") from None


class Negate(Node):
    def value(self, names):
        return -self.parts[0].value(names)


class Binary(Node):
    operators = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "%": lambda a, b: a % b,
        "**": lambda a, b: a ** b,
    }

    def value(self, names):
        op, left, right = self.parts
        return self.operators[op](left.value(names), right.value(names))


class Call(Node):
    def value(self, names):
        function, *arguments = self.parts
        return names[function](*(a.value(names) for a in arguments))


class Parser:
    def __init__(self, source):
        self.stream = tokens(source)
        self.advance()

    def advance(self):
        self.current = next(self.stream)

    def accept(self, *texts):
        if self.current.kind == "op" and self.current.text in texts:
            text = self.current.text
            self.advance()
            return text
        return None

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, not {self.current.text!r}", self.current.position)

    def parse(self):
        tree = self.sum()
        if self.current.kind != "end":
            raise ParseError("trailing input", self.current.position)
        return tree

    def level(self, below, *operators):
        left = below()
        while op := self.accept(*operators):
            left = Binary(op, left, below())
        return left

    def sum(self):
        return self.level(self.product, "+", "-")

    def product(self):
        return self.level(self.unary, "*", "/", "%")

    def unary(self):
        return Negate(self.unary()) if self.accept("-") else self.power()

    def power(self):
        base = self.atom()
        return Binary("**", base, self.unary()) if self.accept("**") else base

    def atom(self):
        token = self.current
        if token.kind == "number":
            self.advance()
            return Number(float(token.text) if "." in token.text else int(token.text))
        if token.kind == "name":
            self.advance()
            if not self.accept("("):
                return Name(token.text)
            arguments = []
            if not self.accept(")"):
                while True:
                    arguments.append(self.sum())
                    if self.accept(")"):
                        break
                    self.expect(",")
            return Call(token.text, *arguments)
        self.expect("(")
        inside = self.sum()
        self.expect(")")
        return inside


names = {"pi": math.pi, "x": 3, "max": max, "sqrt": math.sqrt, "sum": lambda *a: sum(a)}
for source in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "2 ** 3 ** 2", "7 % 4 / 2", "max(1, x, 2) * 10", "sqrt(x * x + 16)", "sum()",
               "sum(1, 2, 3,", "1 +", "2 $ 3", "unknown", "1 / 0", "1.2.3", "(1", "1 2"]:
    try:
        tree = Parser(source).parse()
        print(f"{source:<20} = {tree.value(names)}")
    except ParseError as problem:
        print(f"{source:<20} ! {problem} ({problem.position})")
    except (NameError, ZeroDivisionError, ValueError) as problem:
        print(f"{source:<20} ! {type(problem).__name__}: {problem}")
print(Parser("a + -b").parse(), Parser("1+1").parse() == Parser("1 + 1").parse(), sorted(Node.kinds))


# --- a cache with least recently used entries dropped ------------------------

class Lru:
    def __init__(self, size):
        self.size, self.hits, self.misses, self.entries = size, 0, 0, {}

    def __call__(self, function):
        def cached(*key):
            if key in self.entries:
                self.hits += 1
                value = self.entries.pop(key)
            else:
                self.misses += 1
                value = function(*key)
                if len(self.entries) >= self.size:
                    del self.entries[next(iter(self.entries))]
            self.entries[key] = value
            return value
        cached.cache = self
        cached.__name__ = function.__name__
        return cached


@Lru(20)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci.__name__, fibonacci(90), fibonacci.cache.hits, fibonacci.cache.misses, len(fibonacci.cache.entries), list(fibonacci.cache.entries)[-1])


# --- matrices ----------------------------------------------------------------

class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, place):
        i, j = place
        return self.rows[i][j]

    def __setitem__(self, place, value):
        i, j = place
        self.rows[i][j] = value

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __mul__(self, factor):
        return Matrix([factor * v for v in row] for row in self.rows)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows)

    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result @= base
            base @= base
            n >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        for row in self.rows:
            yield from row

    def __str__(self):
        width = max(len(str(v)) for v in self)
        return "\n".join(" ".join(f"{v:>{width}}" for v in row) for row in self.rows)

    @property
    def determinant(self):
        if len(self.rows) == 1:
            return self[0, 0]
        minor = lambda j: Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
        return sum((-1) ** j * v * minor(j).determinant for j, v in enumerate(self.rows[0]))


m = Matrix([[1, 1], [1, 0]])
print(m ** 50, (m ** 50)[0, 1] == fibonacci(50), m.shape, 2 * m == m + m, sep="\n")
m[1, 1] = 5
print(m.determinant, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).determinant, list(m))
for wrong in (lambda: m @ Matrix([[1, 2, 3]]), lambda: m + 1, lambda: Matrix([[1], [1, 2]]), lambda: m[5, 5]):
    try:
        wrong()
    except (ValueError, TypeError, IndexError) as problem:
        print(type(problem).__name__, problem)


# --- shortest ways in a graph ------------------------------------------------

class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items, i = self.items, len(self.items)
        items.append(item)
        while i and items[(i - 1) // 2] > items[i]:
            items[(i - 1) // 2], items[i] = items[i], items[(i - 1) // 2]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        least, i = items.pop(), 0
        while (child := 2 * i + 1) < len(items):
            if child + 1 < len(items) and items[child + 1] < items[child]:
                child += 1
            if items[i] <= items[child]:
                break
            items[i], items[child] = items[child], items[i]
            i = child
        return least

    def __bool__(self):
        return bool(self.items)


def shortest(graph, start, goal):
    queue, seen = Heap(), {}
    queue.push((0, start, ()))
    while queue:
        cost, place, way = queue.pop()
        if place in seen:
            continue
        seen[place] = cost
        way += (place,)
        if place == goal:
            return cost, way
        for neighbour, distance in graph.get(place, {}).items():
            queue.push((cost + distance, neighbour, way))
    raise LookupError(f"no way from {start} to {goal}")


graph = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6}, "f": {"e": 9}}
print(*shortest(graph, "a", "e"))
try:
    shortest(graph, "e", "a")
except LookupError as problem:
    print(problem)


# --- a bank ------------------------------------------------------------------

class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} would be {value}")
        setattr(instance, self.name, value)


class Account:
    balance = Positive()

    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.log = owner, balance, []


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a, a.balance) for a in self.accounts]
        return self

    def __exit__(self, kind, problem, trace):
        if kind is not None:
            for account, balance in self.saved:
                account.balance = balance
                account.log.append(f"undone: {problem}")
        return kind is ValueError


def transfer(source, target, amount):
    with Transaction(source, target):
        target.balance += amount
        source.balance -= amount
        return True
    return False


ann, ben = Account("Ann", 100), Account("Ben")
print([transfer(ann, ben, n) for n in (30, 80, 70, 1)], ann.balance, ben.balance, ann.log, ben.log)
print(type(Account.balance).__name__, vars(ben))


# --- a state machine driven by a generator -----------------------------------

def turnstile():
    coins, state = 0, "locked"
    while True:
        event = yield state, coins
        if event == "coin":
            coins += 1
            state = "open"
        elif event == "push" and state == "open":
            state = "locked"
        elif event is None:
            return coins


machine = turnstile()
print(next(machine), *(machine.send(event) for event in ["push", "coin", "coin", "push", "push"]))
try:
    machine.send(None)
except StopIteration as end:
    print("coins:", end.value)


# --- an adventure ------------------------------------------------------------

class Room:
    world = {}

    def __init__(self, name, **exits):
        self.name, self.exits, self.things = name, exits, set()
        Room.world[name] = self


class Game:
    def __init__(self, start):
        self.room, self.bag, self.over = start, [], False

    def do(self, line):
        verb, _, rest = line.partition(" ")
        action = getattr(self, "do_" + verb, None)
        return action(rest) if action else f"I do not know how to {verb!r}."

    def do_go(self, direction):
        if direction not in self.room.exits:
            return "There is a wall."
        self.room = Room.world[self.room.exits[direction]]
        self.over = self.room.name == "garden" and "key" in self.bag
        return f"You are in the {self.room.name}." + (" You win!" if self.over else "")

    def do_take(self, thing):
        try:
            self.room.things.remove(thing)
        except KeyError:
            return f"There is no {thing}."
        self.bag.append(thing)
        return f"You have {', '.join(sorted(self.bag))}."

    def do_look(self, _):
        exits = " ".join(f"{d}->{r}" for d, r in sorted(self.room.exits.items()))
        return f"{self.room.name}: {exits}" + (f" ({', '.join(sorted(self.room.things))})" if self.room.things else "")


Room("hall", north="kitchen", east="garden").things |= {"lamp"} if hasattr(Room, "hall") else set()
Room("kitchen", south="hall").things.update(["key", "knife"])
Room("garden", west="hall")
game = Game(Room.world["hall"])
for line in ["look", "go up", "go east", "go west", "go north", "look", "take spoon", "take key", "take knife", "dance", "go south", "go east"]:
    print(">", line, "\n " , game.do(line))
    if game.over:
        break
else:
    sys.exit("never won")
print("steps:", sum(len(r.exits) for r in Room.world.values()), "done")
