def down(n):
    if n == 0:
        raise ValueError("bottom", n)
    down(n - 1)
down(10)
