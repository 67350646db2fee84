## loop
while True:
    pass

## for over a range
while True:
    for i in range(10**12): pass

## recursion
def f(): f()
while True:
    try: f()
    except RecursionError: pass

## generator
def g():
    while True: yield 1
while True:
    for x in g(): pass

## building a list
while True:
    x = []
    for i in range(100000): x.append(i)

## building a dict
while True:
    x = {}
    for i in range(100000): x[i] = i

## building a str
while True:
    x = ''
    for i in range(1000000): x += 'abc'

## making instances
class A: pass
while True:
    x = [A() for i in range(100000)]

## setting attributes
class A: pass
a = A()
while True:
    for i in range(100000): setattr(a, 'x%d' % i, i)

## exceptions
while True:
    try: 1/0
    except ZeroDivisionError: pass

## sum of a range
while True:
    sum(range(10**12))

## sum of an iterator
while True:
    sum(iter(int, 1))

## maximum of a range
while True:
    max(range(10**12))

## any of an iterator
while True:
    any(iter(int, 1))

## float in a range
while True:
    5.5 in range(10**18)

## index in a range
x = range(10**18)
while True:
    x.index(1.5)

## list of a stepped range
x = range(10**8)
while True:
    list(x[::3])

## str repetition
while True:
    'abc' * 10**8

## str repetition, not ASCII
while True:
    '\U0001F600' * 10**7

## bytes repetition
while True:
    b'abc' * 10**8

## bytes of zeros
while True:
    bytes(10**9)

## list repetition
while True:
    [0, 1, 2] * 10**7

## list repetition, mixed
while True:
    [0, None, 'a'] * 10**7

## tuple repetition
while True:
    (0,) * (3 * 10**7)

## str concatenation
x = 'a' * 10**8
while True:
    x + 'b' + x

## bytes concatenation
x = b'a' * 10**8
while True:
    x + x

## list concatenation
x = [None] * 10**7
while True:
    x + x

## list extension
x = [None] * 10**6
while True:
    y = []
    for i in range(30): y.extend(x)

## list slice
x = [None] * 10**7
while True:
    x[1:]

## list slice, stepped
x = list(range(10**7))
while True:
    x[::2]

## list slice assignment
x = [None] * 10**7
while True:
    y = x[:]
    y[1:1] = x

## list stepped assignment
x = [None] * 10**7
while True:
    x[::2] = x[1::2]

## list stepped deletion
x = [None] * 10**7
while True:
    y = x[:]
    del y[::2]

## list deletion at the front
x = [None] * 10**7
while True:
    x.append(x.pop(0))

## list insertion at the front
x = list(range(10**7))
while True:
    x.insert(0, x.pop())

## list reversal
x = list(range(10**7))
while True:
    x.reverse()

## list copy
x = [None] * 10**7
while True:
    x.copy()

## list comparison
x = list(range(10**7))
y = list(range(10**7))
while True:
    x == y

## list membership
x = [None] * 10**7
while True:
    1 in x

## list count
x = ['a'] * 10**7
while True:
    x.count('b')

## list repr
x = [None] * 10**7
while True:
    repr(x)

## list sort, reversed
x = list(range(10**7))
while True:
    x.sort(reverse=True)
    x.sort()

## list sort, random
x = [i * 7919 % 1000003 for i in range(10**6)]
while True:
    sorted(x)

## list sort of floats
x = [i * 7919 % 1000003 / 7 for i in range(10**6)]
while True:
    sorted(x)

## list sort of str
x = [str(i * 7919 % 1000003) for i in range(10**5)]
while True:
    sorted(x)

## list sort of long str
x = ['a' * 10**6 + str(i) for i in range(100)] * 10
while True:
    sorted(x)

## list sort of tuples
x = [(i * 7919 % 1000003, i) for i in range(10**5)]
while True:
    sorted(x)

## list that loses its strategy
x = list(range(10**7))
while True:
    y = x[:]
    y.append(None)

## tuple hash
x = (1.5,) * 10**7
while True:
    hash(x)

## tuple comparison
x = tuple(range(10**6))
y = tuple(range(10**6))
while True:
    x == y

## str slice
x = 'ab' * 10**8
while True:
    x[1:]

## str slice, stepped
x = 'ab' * 10**8
while True:
    x[::2]

## str slice, wide
x = '\U0001F600b' * 10**7
while True:
    x[1:]

## str reversal
x = 'ab' * 10**8
while True:
    x[::-1]

## str comparison
x = 'a' * 10**8
y = 'a' * 10**7 * 10
while True:
    x == y

## str ordering
x = 'a' * 10**8 + 'b'
y = 'a' * 10**8 + 'c'
while True:
    x < y

## str hash
x = 'a' * 10**8
while True:
    hash(x + 'b')

## str find
x = 'a' * 10**8
while True:
    x.find('b')

## str find, long
x = 'a' * 10**8
y = 'a' * 10**6 + 'b'
while True:
    x.find(y)

## str find, long, from the end
x = 'a' * 10**8
y = 'b' + 'a' * 10**6
while True:
    x.rfind(y)

## str find, wide
x = '\U0001F600' * 10**7
while True:
    x.find('b')

## str membership
x = 'a' * 10**8
while True:
    'ab' in x

## str count
x = 'a' * 10**8
while True:
    x.count('a')

## str count, pairs
x = 'a' * 10**8
while True:
    x.count('aa')

## str replace
x = 'ab' * 10**7
while True:
    x.replace('a', 'bc')

## str replace, same size
x = 'ab' * 10**7
while True:
    x.replace('a', 'c')

## str replace, nothing
x = 'ab' * 10**7
while True:
    x.replace('', '-')

## str replace, nothing found
x = 'ab' * 10**8
while True:
    x.replace('cd', 'e')

## str split
x = 'a ' * 10**7
while True:
    x.split()

## str split at a separator
x = 'a,' * 10**7
while True:
    x.split(',')

## str split, one part
x = 'a' * 10**8
while True:
    x.split()

## str split from the end
x = 'a,' * 10**7
while True:
    x.rsplit(',')

## str splitlines
x = 'a\n' * 10**7
while True:
    x.splitlines()

## str splitlines, one line
x = 'a' * 10**8
while True:
    x.splitlines()

## str partition
x = 'a' * 10**8
while True:
    x.partition('b')

## str strip
x = ' ' * 10**8
while True:
    x.strip()

## str strip of characters
x = 'a' * 10**8
while True:
    x.strip('abc')

## str join
x = ['a' * 100] * 10**6
while True:
    ','.join(x)

## str join of characters
x = 'a' * 10**7
while True:
    '-'.join(x)

## str join of long str
x = ['a' * 10**7] * 20
while True:
    ''.join(x)

## str upper
x = 'a' * 10**8
while True:
    x.upper()

## str upper, not ASCII
x = '\u00e9' * 10**8
while True:
    x.upper()

## str casefold
x = '\u00df' * 10**7
while True:
    x.casefold()

## str title
x = 'ab ' * 10**7
while True:
    x.title()

## str swapcase
x = 'aB' * 10**7
while True:
    x.swapcase()

## str capitalize
x = 'aB' * 10**7
while True:
    x.capitalize()

## str isalpha
x = 'a' * 10**8
while True:
    x.isalpha()

## str islower
x = 'a' * 10**8
while True:
    x.islower()

## str isidentifier
x = 'a' * 10**8
while True:
    x.isidentifier()

## str translate
x = 'ab' * 10**7
while True:
    x.translate({97: 'cd'})

## str expandtabs
x = 'a\t' * 10**7
while True:
    x.expandtabs()

## str center
while True:
    'a'.center(10**8)

## str zfill
while True:
    'a'.zfill(10**8)

## str encode
x = '\u00e9' * 10**7
while True:
    x.encode()

## str encode, ASCII
x = 'a' * 10**8
while True:
    x.encode()

## str encode, latin-1
x = '\u00e9' * 10**8
while True:
    x.encode('latin-1')

## str encode, utf-16
x = 'a' * 10**8
while True:
    x.encode('utf-16')

## str repr
x = 'a\n' * 10**7
while True:
    repr(x)

## str length, wide
x = '\U0001F600' * 10**7
while True:
    len(x + 'a')

## str index, wide
x = '\U0001F600' * 10**7
while True:
    (x + 'a')[5]

## str items
x = 'ab' * 10**7
while True:
    list(x)

## str format, width
while True:
    '{:100000000}'.format(5)

## str format, fill
while True:
    '{:*^100000000}'.format('a')

## str format, precision
while True:
    '{:.100000000f}'.format(1.5)

## str format, grouping
while True:
    '{:0100000000,}'.format(5)

## str format, many fields
x = '{}' * 10**6
y = (1,) * 10**6
while True:
    x.format(*y)

## str format, no field
x = 'a' * 10**8
while True:
    x.format()

## str percent, width
while True:
    '%100000000d' % 5

## str percent, precision
while True:
    '%.100000000d' % 5

## str percent, no field
x = 'a' * 10**8
while True:
    x % ()

## bytes find
x = b'a' * 10**8
while True:
    x.find(b'ab')

## bytes count
x = b'a' * 10**8
while True:
    x.count(b'a')

## bytes replace
x = b'ab' * 10**7
while True:
    x.replace(b'a', b'bc')

## bytes split
x = b'a ' * 10**7
while True:
    x.split()

## bytes join
x = [b'a' * 100] * 10**6
while True:
    b','.join(x)

## bytes translate
x = b'a' * 10**8
while True:
    x.translate(None, b'b')

## bytes upper
x = b'a' * 10**8
while True:
    x.upper()

## bytes title
x = b'a b' * 10**7
while True:
    x.title()

## bytes hash
x = b'a' * 10**8
while True:
    hash(x + b'b')

## bytes comparison
x = b'a' * 10**8
y = b'a' * 10**7 * 10
while True:
    x == y

## bytes slice
x = b'ab' * 10**8
while True:
    x[1:]

## bytes slice, stepped
x = b'ab' * 10**8
while True:
    x[::2]

## bytes decode
x = b'a' * 10**8
while True:
    x.decode()

## bytes decode, not ASCII
x = b'\xc3\xa9' * 10**7
while True:
    x.decode()

## bytes decode, latin-1
x = b'\xe9' * 10**8
while True:
    x.decode('latin-1')

## bytes hex
x = b'a' * 10**8
while True:
    x.hex()

## bytes from hex
x = 'a' * 10**8
while True:
    bytes.fromhex(x)

## bytes repr
x = b'a' * 10**7
while True:
    repr(x)

## bytes of ints
x = [1] * 10**7
while True:
    bytes(x)

## set of a range
while True:
    set(range(10**7))

## set union
x = set(range(2 * 10**6))
y = set(range(10**6, 3 * 10**6))
while True:
    x | y

## set intersection
x = set(range(2 * 10**6))
y = set(range(10**6, 3 * 10**6))
while True:
    x & y

## set difference
x = set(range(2 * 10**6))
y = set(range(10**6, 3 * 10**6))
while True:
    x - y

## set copy
x = set(range(5 * 10**6))
while True:
    x.copy()

## set comparison
x = set(range(10**6))
y = set(range(10**6))
while True:
    x == y

## set of colliding keys
x = [i * (2**61 - 1) for i in range(10**4)]
while True:
    set(x)

## frozenset hash
x = frozenset(range(10**6))
while True:
    hash(frozenset([x]))

## dict copy
x = dict.fromkeys(range(5 * 10**6))
while True:
    x.copy()

## dict of a dict
x = dict.fromkeys(range(2 * 10**6))
while True:
    dict(x)

## dict union
x = dict.fromkeys(range(2 * 10**6))
while True:
    x | x

## dict from keys
x = range(10**7)
while True:
    dict.fromkeys(x)

## dict comparison
x = dict.fromkeys(range(10**6))
y = dict.fromkeys(range(10**6))
while True:
    x == y

## dict growth
while True:
    x = {}
    for i in range(5 * 10**6): x[i] = i

## dict items in a list
x = dict.fromkeys(range(2 * 10**6))
while True:
    list(x.items())

## dict repr
x = dict.fromkeys(range(10**6))
while True:
    repr(x)

## dict with holes
x = dict.fromkeys(range(10**6))
for i in range(10**6 - 1): del x[i]
while True:
    list(x)

## enumerate, zip, map
while True:
    list(zip(enumerate(range(10**7)), map(abs, range(10**7))))

## int product
x = 7**(10**6)
while True:
    x * x

## int product of large ints
x = (1 << 10**8) - 1
while True:
    x * x

## int product, uneven
x = (1 << 10**8) - 1
y = (1 << 10**5) - 1
while True:
    x * y

## int product by a small int
x = (1 << 2 * 10**8) - 1
while True:
    x * 7

## int power
while True:
    7**(9 * 10**7)

## int power of two
while True:
    2**(2 * 10**8)

## int division
x = (1 << 10**7) - 1
y = (1 << 5 * 10**6) - 3
while True:
    x // y

## int division by a small int
x = (1 << 2 * 10**8) - 1
while True:
    x // 7

## int remainder
x = (1 << 10**7) - 1
y = (1 << 10**5) - 3
while True:
    x % y

## int true division
x = (1 << 10**7) + 1
y = (1 << 10**7 - 1000) - 3
while True:
    x / y

## int shift
while True:
    1 << 2 * 10**8

## int shift to the right
x = 1 << 2 * 10**8
while True:
    x >> 1

## int sum
x = (1 << 2 * 10**8) - 1
while True:
    x + 1

## int and
x = (1 << 2 * 10**8) - 1
y = -x
while True:
    x & y

## int negation
x = (1 << 2 * 10**8) - 1
while True:
    -x

## int comparison
x = (1 << 2 * 10**8) - 1
y = (1 << 2 * 10**8) - 1
while True:
    x == y

## int hash
x = (1 << 2 * 10**8) - 1
while True:
    hash(x)

## int modular power
x = (1 << 10**5) - 3
while True:
    pow(3, x - 1, x)

## int modular power of a word
x = 1 << 10**8
while True:
    pow(3, x, 1000003)

## int inverse
x = (1 << 10**6) - 3
while True:
    pow(3**(10**5), -1, x)

## int to str
x = 7**(10**6)
import sys
sys.set_int_max_str_digits(0)
while True:
    str(x)

## int from str
x = '7' * 10**6
import sys
sys.set_int_max_str_digits(0)
while True:
    int(x)

## int from str, base 3
x = '12' * 10**6
import sys
sys.set_int_max_str_digits(0)
while True:
    int(x, 3)

## int from str, base 16
x = 'f' * (6 * 10**7)
while True:
    int(x, 16)

## int from str with underscores
x = '7_' * 10**6 + '7'
import sys
sys.set_int_max_str_digits(0)
while True:
    int(x)

## int to hex
x = (1 << 2 * 10**8) - 1
while True:
    hex(x)

## int to binary
x = (1 << 10**8) - 1
while True:
    bin(x)

## int to bytes
x = (1 << 2 * 10**8) - 1
while True:
    x.to_bytes(25000000, 'little')

## int from bytes
x = b'\xff' * (3 * 10**7)
while True:
    int.from_bytes(x, 'little')

## int bit count
x = (1 << 2 * 10**8) - 1
while True:
    x.bit_count()

## int to float
x = (1 << 2 * 10**8) - 1
while True:
    try: float(x)
    except OverflowError: pass

## float from str
x = '1' * 10**8
while True:
    float(x)

## factorial
import math
while True:
    math.factorial(10**6)

## combinations
import math
while True:
    math.comb(10**6, 5 * 10**5)

## permutations
import math
while True:
    math.perm(10**7, 10**6)

## greatest common divisor
import math
x = 3**(10**6)
y = 7**(10**6)
while True:
    math.gcd(x, y)

## least common multiple
import math
x = 3**(10**6)
y = 7**(10**6)
while True:
    math.lcm(x, y)

## square root
import math
x = 7**(10**6)
while True:
    math.isqrt(x)

## exact sum of floats
import math
x = [0.1] * 10**7
while True:
    math.fsum(x)

## product of ints
import math
x = range(1, 10**6)
while True:
    math.prod(x)

## product of floats
import math
x = [1.5] * 10**7
while True:
    math.prod(x)

## distance
import math
x = (0.5,) * 10**6
while True:
    math.dist(x, x)

## sum of ints
x = list(range(10**7))
while True:
    sum(x)

## sum of lists
x = [[1]] * 10**5
while True:
    sum(x, [])

## minimum of floats
x = [1.5] * 10**7
while True:
    min(x)

## nested lists compared
x = []
y = []
for i in range(25): x = [x, x]; y = [y, y]
while True:
    x == y

## nested lists shown
x = []
for i in range(25): x = [x, x]
while True:
    repr(x)

## nested tuples hashed
x = ()
for i in range(25): x = (x, x)
while True:
    hash(x)

## nested tuples of classes
x = int
for i in range(25): x = (x, x)
while True:
    isinstance('a', x)

## class chain
x = object
while True:
    x = type('A', (x,), {})

## class with many bases
x = [type('A', (), {}) for i in range(3000)]
while True:
    type('B', tuple(x), {})

## change above stacked diamonds
x = y = type('A', (), {})
for i in range(40):
    a = type('B', (y,), {})
    b = type('C', (y,), {})
    y = type('D', (a, b), {})
while True:
    x.f = lambda self: 0

## bases above stacked diamonds
class A: pass
class B: pass
x = y = type('A', (A,), {})
for i in range(40):
    a = type('B', (y,), {})
    b = type('C', (y,), {})
    y = type('D', (a, b), {})
while True:
    x.__bases__ = (B,)

## many type parameters
class A: __parameters__ = tuple([object() for i in range(2 * 10**5)])
while True:
    list[A()].__parameters__

## eval of open brackets
x = '[' * 10**6
while True:
    try: eval(x)
    except BaseException: pass

## eval of nested brackets
x = '[' * 10**5 + ']' * 10**5
while True:
    try: eval(x)
    except BaseException: pass

## eval of a long sum
x = '+'.join(['a'] * 10**6)
a = 1
while True:
    eval(x)

## eval of minus signs
x = '-' * 10**6 + '1'
while True:
    try: eval(x)
    except BaseException: pass

## eval of a long list
x = '[' + '1,' * 10**6 + ']'
while True:
    eval(x)

## eval of a long str
x = repr('a' * 10**7)
while True:
    eval(x)

## eval of a long comment
x = '1 #' + 'a' * 10**7
while True:
    eval(x)

## eval of a long int
x = '9' * 10**6
while True:
    try: eval(x)
    except BaseException: pass

## eval of powers
x = '*'.join(['9**9999'] * 10**4)
while True:
    try: eval(x)
    except BaseException: pass

## exec of many lines
x = 'a = 1\n' * 10**6
while True:
    exec(x)

## exec of many names
x = '\n'.join(['a%d = 1' % i for i in range(6 * 10**4)])
while True:
    exec(x)

## exec of many functions
x = 'def f(): pass\n' * 10**5
while True:
    exec(x)

## exec of deep blocks
x = ''.join([' ' * i + 'if a:\n' for i in range(1000)]) + ' ' * 1000 + 'pass\n'
a = 1
while True:
    try: exec(x)
    except BaseException: pass

## exec of many locals
x = 'def f():\n' + ''.join([' a%d = 1\n' % i for i in range(10**5)])
while True:
    try: exec(x)
    except BaseException: pass

## star arguments
x = [None] * 10**6
f = lambda *a: None
while True:
    f(*x)

## keyword arguments
x = dict([('a%d' % i, i) for i in range(10**5)])
f = lambda **k: None
while True:
    f(**x)

## unpacking
x = list(range(10**7))
while True:
    a, *b = x
