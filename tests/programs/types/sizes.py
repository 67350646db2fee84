# differs: int-size
# differs: source-size
try:
    x = 1 << 2**28
    print("fits", x.bit_length())
except MemoryError:
    print("MemoryError")
try:
    exec("".join([" " * i + "def f():\n" for i in range(70)]) + " " * 70 + "pass\n")
    print("compiles")
except SyntaxError as problem:
    print(problem.msg)
try:
    eval("(" * 150 + "1" + ")" * 150)
    print("compiles")
except SyntaxError as problem:
    print(problem.msg)
