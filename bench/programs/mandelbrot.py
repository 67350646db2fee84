"""Escape times of the Mandelbrot set: a float loop without calls."""


def mandelbrot(size, limit):
    total = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for column in range(size):
            cr = 2.0 * column / size - 1.5
            zr = 0.0
            zi = 0.0
            steps = 0
            while steps < limit and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                steps += 1
            total += steps
    return total


def run(size=120, limit=60):
    return mandelbrot(size, limit)


EXPECTED = 409080
