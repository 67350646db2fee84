using Krait.Hosting;

namespace Krait.Tests.Execution;

/// <summary>Every shape of recursion ends in RecursionError, on a thread with an ordinary stack, also when the program
/// asks for a recursion limit of a thousand million.</summary>
public class RecursionTests
{
    private const string Unlimited = "import sys\nsys.setrecursionlimit(10**9)\n";

    [Theory]
    [InlineData("def f(n): return f(n + 1)\nf(0)")]
    [InlineData("def f(): return g()\ndef g(): return f()\nf()")]
    [InlineData("class A:\n def m(self): return self.m()\nA().m()")]
    [InlineData("class A:\n def __init__(self): A()\nA()")]
    [InlineData("class A:\n def __new__(cls): return A()\nA()")]
    [InlineData("class A:\n def __add__(self, o): return self + o\nA() + 1")]
    [InlineData("class A:\n def __radd__(self, o): return 1 + self\n1 + A()")]
    [InlineData("class A:\n def __neg__(self): return -self\n-A()")]
    [InlineData("class A:\n def __lt__(self, o):\n  if self < o: return 1\nA() < A()")]
    [InlineData("class A:\n def __gt__(self, o):\n  if 1 < self: return 1\n1 < A()")]
    [InlineData("class A:\n @property\n def p(self): return self.p\nA().p")]
    [InlineData("class D:\n def __get__(self, o, t): return o.d\nclass A:\n d = D()\nA().d")]
    [InlineData("class D:\n def __set__(self, o, v): o.d = v\nclass A:\n d = D()\nA().d = 1")]
    [InlineData("class A:\n def __getattr__(self, n): return self.y\nA().x")]
    [InlineData("class A:\n def __getattr__(self, n): return getattr(self, n)\nA().x")]
    [InlineData("class A:\n def __getattribute__(self, n): return self.y\nA().x")]
    [InlineData("class A:\n def __setattr__(self, n, v): self.y = v\nA().x = 1")]
    [InlineData("class A:\n def __delattr__(self, n): del self.y\ndel A().x")]
    [InlineData("class A:\n def __iter__(self):\n  for x in self: pass\nfor x in A(): pass")]
    [InlineData("class A:\n def __iter__(self): return self\n def __next__(self):\n  for x in self: pass\nfor x in A(): pass")]
    [InlineData("class A:\n def __next__(self): return next(self)\nnext(A())")]
    [InlineData("class A:\n def __enter__(self):\n  with self: pass\n def __exit__(self, *a): pass\nwith A(): pass")]
    [InlineData("class A:\n def __enter__(self): pass\n def __exit__(self, *a):\n  with self: pass\nwith A(): pass")]
    [InlineData("class A:\n def __contains__(self, x): return x in self\n1 in A()")]
    [InlineData("class A:\n def __len__(self): return len(self)\nlen(A())")]
    [InlineData("class A:\n def __bool__(self):\n  if self: return True\nif A(): pass")]
    [InlineData("class A:\n def __getitem__(self, i): return self[i]\nA()[0]")]
    [InlineData("class A:\n def __setitem__(self, i, v): self[i] = v\nA()[0] = 1")]
    [InlineData("class A:\n def __call__(self): return self()\nA()()")]
    [InlineData("def f():\n class A:\n  f()\nf()")]
    [InlineData("class A:\n def __init_subclass__(cls):\n  class B(cls): pass\nclass C(A): pass")]
    [InlineData("def g(n):\n yield from g(n + 1)\nlist(g(0))")]
    [InlineData("async def f(): await f()\nf().send(None)")]
    [InlineData("def f(): return [f() for _ in (1,)]\nf()")]
    [InlineData("def f(*a, **k): return f(*a, **k)\nf(1, b=2)")]
    [InlineData("def f():\n try: raise ValueError\n except ValueError: f()\nf()")]
    [InlineData("def k(x): return sorted([1, 2], key=k)\nk(0)")]
    [InlineData("class A:\n def __repr__(self): return repr(self)\nrepr(A())")]
    [InlineData("class A:\n def __format__(self, s): return '{}'.format(self)\nformat(A())")]
    [InlineData("class A:\n def __hash__(self): return hash(self)\nhash(A())")]
    [InlineData("class M(type):\n def __instancecheck__(c, o): return isinstance(o, c)\nclass A(metaclass=M): pass\nisinstance(1, A)")]
    [InlineData("s = 'exec(s)'\nexec(s)")]
    [InlineData("class M(type):\n def __call__(cls): return super().__call__()\nclass A(metaclass=M):\n def __init__(self): A()\nA()")]
    [InlineData("class C:\n def __call__(self, *a):\n  with W(): pass\nclass W:\n __enter__ = C()\n __exit__ = C()\nwith W(): pass")]
    [InlineData("class C:\n def __call__(self, *a): return A()\nclass A:\n __new__ = staticmethod(C())\nA()")]
    [InlineData("class C:\n def __call__(self, *a): return A().x\nclass A:\n __getattr__ = C()\nA().x")]
    [InlineData("class A: pass\nA.__new__ = staticmethod(A)\nA()")]
    [InlineData("class A:\n def __class_getitem__(cls, k): return cls[k]\nA[1]")]
    [InlineData("class M(type):\n @property\n def p(cls): return cls.p\nclass A(metaclass=M): pass\nA.p")]
    [InlineData("class D:\n def __get__(self, o, t): return A.d\nclass A: d = D()\nA.d")]
    public void Recursion_without_end_is_a_RecursionError(string program)
    {
        AssertRecursionError(program);
        AssertRecursionError(Unlimited + program);
    }

    /// <summary>Each level makes a class, which is too much memory for a million.</summary>
    [Theory]
    [InlineData("class M(type):\n @classmethod\n def __prepare__(m, n, b):\n  class A(metaclass=M): pass\nclass A(metaclass=M): pass")]
    [InlineData("class S:\n def __set_name__(self, owner, name): type('A', (), {'s': S()})\ntry:\n class A: s = S()\nexcept RuntimeError as e:\n while e.__cause__: e = e.__cause__\n raise e")]
    [InlineData("class E:\n def __mro_entries__(self, bases):\n  class A(E()): pass\nclass A(E()): pass")]
    [InlineData("class A: pass\nfor i in range(10000):\n class A(A): pass")]
    public void Recursion_that_makes_classes_is_a_RecursionError(string program) => AssertRecursionError(program);

    [Theory]
    [InlineData("x = [x]", "[]", "repr(x)")]
    [InlineData("x = (x,)", "()", "repr(x)")]
    [InlineData("x = {1: x}", "{}", "repr(x)")]
    [InlineData("x = (x,)", "()", "hash(x)")]
    [InlineData("x = [x]; y = [y]", "[]", "x == y")]
    [InlineData("x = (x,); y = (y,)", "()", "x < y")]
    [InlineData("x = (x,)", "int", "isinstance('', x)")]
    [InlineData("x = map(str, x)", "iter([1])", "next(x)")]
    [InlineData("x = zip(x)", "iter([1])", "next(x)")]
    [InlineData("x = (i for i in x)", "iter([1])", "next(x)")]
    [InlineData("x = G(x, int)", "list; G = type(list[int])", "x.foo")]
    [InlineData("x = G(x, int)", "list; G = type(list[int])", "x()")]
    [InlineData("x = G(x, int); y = G(y, int)", "list; G = type(list[int])", "x == y")]
    [InlineData("x = list[x]", "int", "repr(x)")]
    [InlineData("x = list[x]", "int", "hash(x)")]
    [InlineData("x = list[x]", "int", "x.__parameters__")]
    [InlineData("x = list[x]; x.__parameters__", "type('T', (), {'__typing_subst__': lambda s, a: a})()", "x[int]")]
    [InlineData("x = list[x] | None", "int", "repr(x)")]
    [InlineData("x = list[x] | None", "int", "hash(x)")]
    [InlineData("x = list[x] | None", "int", "x.__parameters__")]
    [InlineData("x = list[x] | None; x.__parameters__", "type('T', (), {'__typing_subst__': lambda s, a: a})()", "x[int]")]
    [InlineData("x = classmethod(x)", "len", "\nclass A: pass\nA.x = x\nA.x")]
    [InlineData("x = staticmethod(x)", "len", "x()")]
    public void A_structure_a_million_deep_is_a_RecursionError(string wrap, string start, string use) =>
        AssertRecursionError($"x = y = {start}\nfor i in range(1000000): {wrap}\n{use}");

    [Fact]
    public void A_stack_of_large_frames_ends_before_memory_does()
    {
        var locals = string.Join("; ", Enumerable.Range(0, 500).Select(i => $"a{i} = 1"));
        AssertRecursionError($"{Unlimited}def f():\n {locals}\n f()\nf()");
    }

    /// <summary>Generators that delegate to each other are passed through in a loop, whichever way.</summary>
    [Theory]
    [InlineData("assert next(a) == 1")]
    [InlineData("next(a)\ntry: a.send(2)\nexcept StopIteration as e: assert e.value == 2")]
    [InlineData("next(a)\ntry: a.throw(KeyError)\nexcept KeyError: pass")]
    [InlineData("next(a)\nassert a.throw(ValueError) == 3")]
    public void A_chain_of_generators_may_be_as_deep_as_the_limit(string use)
    {
        var (seen, other) = Run($"""
            {Unlimited}
            def g(n):
              if n: return (yield from g(n - 1))
              try: return (yield 1)
              except ValueError: yield 3
            a = g(200000)
            {use}
            """);
        Assert.Null(other);
        Assert.Null(seen);
    }

    [Fact]
    public void Closing_a_chain_of_generators_may_be_a_RecursionError() =>
        AssertRecursionError($"{Unlimited}def g(n):\n if n: yield from g(n - 1)\n else: yield 1\na = g(200000)\nnext(a)\na.close()");

    private static void AssertRecursionError(string program)
    {
        var (seen, other) = Run(program);
        Assert.Null(other);
        Assert.Equal("RecursionError", seen?.PythonType);
    }

    private static (PythonException? Seen, Exception? Other) Run(string program)
    {
        PythonException? seen = null;
        Exception? other = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var engine = new Engine();
                engine.Execute(program);
            }
            catch (PythonException problem)
            {
                seen = problem;
            }
            catch (Exception problem)
            {
                other = problem;
            }
        }, 1 << 20);
        thread.Start();
        thread.Join();
        return (seen, other);
    }
}
