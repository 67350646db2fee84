using Krait.Compiler;
using Krait.Core;
using Krait.Hosting;
using Krait.Mpy;
using Krait.Objects;

namespace Krait.Tests.Execution;

/// <summary>Code is executed from the bytes of its file (invariant 2): addresses show it.</summary>
public unsafe class InPlaceTests
{
    private static ReadOnlySpan<byte> AssemblyData =>
    [
        // answer = 6 * 7 + 0, as the compiler makes it: LOAD_CONST_SMALL_INT 42, STORE_NAME answer, return None.
        0x4d, 0x06, 0x00, 0x1f, 0x03, 0x00, 0x08, (byte)'t', (byte)'.', (byte)'p', (byte)'y', 0x00, 0x0f,
        0x0c, (byte)'a', (byte)'n', (byte)'s', (byte)'w', (byte)'e', (byte)'r', 0x00, 0x40, 0x00, 0x02, 0x01, 0xaa, 0x16, 0x02, 0x51, 0x63,
    ];

    [Fact]
    public void A_mapped_file_is_executed_where_it_is_mapped()
    {
        var path = Path.Combine(Path.GetTempPath(), $"krait-{Guid.NewGuid():n}.mpy");
        File.WriteAllBytes(path, Compile("def f():\n    return 1\nprint = f()\n"));
        try
        {
            var memory = ImageMemory.Open(path, ImageTrust.Immutable);
            Assert.True(MpyLoader.TryLoad(memory, out var image, out var error), error?.ToString());
            AssertInside(image, image.Root);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Data_of_an_assembly_is_executed_where_it_lies()
    {
        var memory = ImageMemory.OfAssembly(AssemblyData);
        Assert.True(MpyLoader.TryLoad(memory, out var image, out var error), error?.ToString());
        fixed (byte* data = AssemblyData)
            Assert.Equal((nint)data, (nint)image.Start);
        AssertInside(image, image.Root);
    }

    [Fact]
    public void Print_of_1_plus_2_runs_from_a_mapped_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"krait-{Guid.NewGuid():n}.mpy");
        File.WriteAllBytes(path, Compile("answer = [1 + 2]\n"));
        try
        {
            using var engine = new Engine(new EngineOptions { Trust = ImageTrust.Immutable });
            engine.ExecuteMpyFile(path);
            var machine = engine.Machine;
            Assert.True(machine.Modules.TryGetName(machine, machine.Names.Main, out var main));
            Assert.True(((PyModule)main.Object!).Members.TryGetName(machine, machine.Intern("answer"), out var answer));
            Assert.Equal(Status.Ok, Operations.Repr(machine, answer, out var text));
            Assert.Equal("[3]", text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Compile(string source)
    {
        Assert.True(PythonCompiler.TryCompile(System.Text.Encoding.UTF8.GetBytes(source), new CompilerOptions { SourceName = "t.py" }, out var mpy, out _));
        return mpy;
    }

    private static void AssertInside(ModuleImage image, CodeUnit unit)
    {
        Assert.True(unit.Code >= image.Start && unit.Code + unit.CodeLength <= image.Start + image.Length);
        Assert.True(new LinkedCode(unit, new LinkedModule(image)).Start == unit.Code);
        foreach (var child in unit.Children)
            AssertInside(image, child);
    }
}
