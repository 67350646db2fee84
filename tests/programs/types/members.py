# The members of the builtin types, apart from those that docs/differences.md lists under no-pickle, no-layout,
# coroutines-are-generators, code-objects and exception-members.
LEFT_OUT = {
    '__getstate__', '__setstate__', '__reduce__', '__reduce_ex__',
    '__abstractmethods__', '__annotations__', '__basicsize__', '__dictoffset__', '__flags__', '__itemsize__', '__text_signature__', '__weakrefoffset__',
    '__del__', 'gi_frame', 'gi_yieldfrom', '__get__', 'characters_written', 'encoding',
}


def generator():
    yield 1


class C:
    def method(self):
        pass

    @property
    def data(self):
        return 1


def show(name, kind):
    print(name, *sorted(set(dir(kind)) - LEFT_OUT))


for kind in (object, type, int, float, bool, str, bytes, list, tuple, dict, set, range, slice, property, staticmethod, classmethod, super,
             enumerate, zip, map, filter, reversed, BaseException, Exception, StopIteration, KeyError, ImportError, AttributeError, NameError,
             OSError, SyntaxError, SystemExit, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError):
    show(kind.__name__, kind)
for kind in (type(generator), type(C().method), type(len), type(generator()), type(None), type(...), type(NotImplemented), type({}.keys()),
             type({}.values()), type({}.items()), type(iter([])), type(iter(())), type(iter(b'')), type(iter(range(0))), type(iter(range(10**30))),
             type(iter(set())), type(iter({})), type(iter({}.values())), type(iter({}.items())), type(reversed([])), type(reversed({})), type(C.__dict__)):
    show(kind.__name__, kind)

print(type(None)(), type(...)(), type(NotImplemented)(), None.__bool__(), range(0).__bool__(), range(3).__bool__(), range(10**30).__bool__())
d = {1: 2}
print(d.keys().mapping, d.values().mapping[1], d.items().mapping == {1: 2}, type(d.keys().mapping).__name__)
proxy = d.keys().mapping
print(proxy | {3: 4}, {3: 4} | proxy, list(reversed(proxy)), type(proxy)({5: 6}))
try:
    proxy |= {}
except TypeError as e:
    print(e)
g = generator()
print(g.gi_suspended, next(g), g.gi_suspended, g.gi_code is not None, list(g), g.gi_suspended)


class Marked:
    __isabstractmethod__ = True


print(property(Marked()).__isabstractmethod__, property(len).__isabstractmethod__, staticmethod(Marked()).__isabstractmethod__,
      classmethod(len).__isabstractmethod__)
print(generator.__builtins__['len'] is len)
print(object.__dir__(3) == dir(3) or sorted(object.__dir__(3)) == dir(3))


class D:
    def __dir__(self):
        return ['b'] + list(super().__dir__())[:0] + ['a']


print(dir(D()))
