values = [3, 0]
class Wrapper:
    def __init__(self, v): self.v = v
    def __lt__(self, other):
        raise TypeError("no order")
    @property
    def bad(self):
        return [1 // x for x in values]
w = Wrapper(1)
try:
    sorted([w, Wrapper(2)])
except TypeError as e:
    print(e)
f = lambda: w.bad
f()
