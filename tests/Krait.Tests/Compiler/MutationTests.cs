using System.Text;
using Krait.Compiler;

namespace Krait.Tests.Compiler;

public class MutationTests
{
    const string Program = """"
        import a.b as c, d
        from ..e import (f as g, h)
        _K = const(3 << 2)
        def outer(x, y=1, *args, k: int = 2, **kw) -> None:
            nonlocal_ = [i * x for i in range(10) if i % 2 if y]
            def inner():
                nonlocal x
                x += 1; x **= 2
                return lambda z: z + x if y else (yield)
            try:
                with open(f"{x!r:>{y}} {{}}") as file, file:
                    for n in range(1, 20, -1):
                        if n < x <= 3 and not y or z is not None: break
                        elif n in {1, 2}: continue
                    else:
                        del a[1:2, ::3], b.c, (d,)
            except (A, B) as error:
                raise C from error
            except:
                pass
            finally:
                assert x, "message"
            return inner
        class D(Base, meta=1):
            """doc"""
            x: int = 0x1f
            async def m(self):
                async with self.x as y: await super().m(*y, **z)
                async for self.q in t"{x}": yield from {**a} if a else {1: 2.5e-3j, 'b': rb'\x00'}
        @decorate(1)
        @micropython.bytecode
        def last(): a, *b = c, (d) = (e := 5), ...; return
        while True: print(f'{last():{x}}' "plain" '\u1234')
        """";

    [Fact]
    public void Mutated_programs_compile_or_are_rejected_but_never_throw()
    {
        var random = new Random(20);
        var original = Encoding.UTF8.GetBytes(Program);
        var compiled = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var source = Mutate(original, random);
            if (PythonCompiler.TryCompile(source, new CompilerOptions { SmallIntBits = 14 }, out var mpy, out var error))
                compiled++;
            Assert.True(mpy.Length > 0 != error is not null);
            Assert.True(error is null || error.Column <= error.SourceLine.Length + 1);
            Assert.NotEqual("", error?.ToString());
        }
        Assert.InRange(compiled, 1, 3_999);
    }

    static byte[] Mutate(byte[] original, Random random)
    {
        // A few lines are taken, so that a fault early in the text does not hide what follows.
        var source = new List<byte>(random.Next(3) == 0 ? original : [.. original.AsSpan(random.Next(original.Length))]);
        for (var count = random.Next(1, 4); count > 0 && source.Count > 0; count--)
        {
            var at = random.Next(source.Count);
            var length = Math.Min(random.Next(1, 8), source.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    source.RemoveRange(at, length);
                    break;
                case 1:
                    source.InsertRange(random.Next(source.Count), source.GetRange(at, length));
                    break;
                case 2:
                    source[at] = (byte)random.Next(256);
                    break;
                default:
                    source.Insert(at, "(){}[]:,.'\"\\#\n\t=*f"u8[random.Next(18)]);
                    break;
            }
        }
        return [.. source];
    }
}
