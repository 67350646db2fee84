def divide(a, b):
    return a / b


class Store:
    def get(self, key):
        try:
            return divide(1, key)
        except ZeroDivisionError as problem:
            raise KeyError(key) from problem


def work():
    try:
        Store().get(0)
    except KeyError:
        raise RuntimeError("while working")


print("before")
work()
