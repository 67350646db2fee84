"""Reads and writes attributes of instances and calls a small method, in a loop."""


class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v
        self.bounces = 0

    def step(self, dt):
        self.x += self.v * dt
        if self.x > 100.0:
            self.x = 200.0 - self.x
            self.v = -self.v
            self.bounces += 1
        elif self.x < 0.0:
            self.x = -self.x
            self.v = -self.v
            self.bounces += 1


def run(steps=100000):
    particle = Particle(10.0, 7.5)
    for _ in range(steps):
        particle.step(0.25)
    return particle.bounces


EXPECTED = 1875
