# differs: float-folding, fstring-equals, super-assignment
x = 'a\n'
print(f'{x=}', f'{x=!r}', f'{x=!s}', f'{x=:>4}', f'{1+1=}')
try:
    print(1e308 ** 2, 2.0 ** 5000)
except OverflowError as e:
    print(e)
big = 1e308
try:
    print(big ** 2)
except OverflowError as e:
    print(e)


class A:
    pass


class B(A):
    def assign(self):
        try:
            super().x = 1
        except (AttributeError, RuntimeError) as e:
            print(type(e).__name__, e)
        try:
            del super().x
        except (AttributeError, RuntimeError) as e:
            print(type(e).__name__, e)

    def explicit(self):
        proxy = super(B, self)
        try:
            proxy.x = 1
        except AttributeError as e:
            print(e)
        try:
            del proxy.x
        except AttributeError as e:
            print(e)
        try:
            proxy.__thisclass__ = int
        except AttributeError:
            print('not writable')


B().assign()
B().explicit()
