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

    [Theory]
    [InlineData(ImageTrust.Untrusted)]
    [InlineData(ImageTrust.Immutable)]
    public void Constant_bytes_lie_in_the_image_and_outlive_the_module(ImageTrust trust)
    {
        var path = Path.Combine(Path.GetTempPath(), $"krait-{Guid.NewGuid():n}.mpy");
        File.WriteAllBytes(path, Compile("def f():\n    pass\ndata = b'in place'\npair = (b'here', (b'too',))\nempty = b''\n"));
        try
        {
            using var engine = new Engine(new EngineOptions { Trust = trust });
            engine.ExecuteMpyFile(path);
            var machine = engine.Machine;
            Assert.True(machine.Modules.TryGetName(machine, machine.Names.Main, out var main));
            var members = ((PyModule)main.Object!).Members;
            var image = ((PyFunction)Get("f").Object!).Code.Unit.Image;
            var pair = ((PyTuple)Get("pair").Object!).Items;
            foreach (var (value, text) in new[] { (Get("data"), "in place"), (pair[0], "here"), (((PyTuple)pair[1].Object!).Items[0], "too") })
            {
                var bytes = (PyBytes)value.Object!;
                Assert.Equal(text, System.Text.Encoding.ASCII.GetString(bytes.Span));
                fixed (byte* start = bytes.Span)
                    Assert.True(start > image.Start && start + bytes.Count < image.Start + image.Length);
            }
            Assert.Equal(0, ((PyBytes)Get("empty").Object!).Count);

            Value Get(string name) => members.TryGetName(machine, machine.Intern(name), out var value) ? value : default;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Bytes_keep_the_mapping_that_they_lie_in()
    {
        var path = Path.Combine(Path.GetTempPath(), $"krait-{Guid.NewGuid():n}.mpy");
        File.WriteAllBytes(path, Compile("data = b'still here'\n"));
        try
        {
            var bytes = Load(path);
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            Assert.True(bytes.Span.SequenceEqual("still here"u8));
        }
        finally
        {
            File.Delete(path);
        }

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static ReadOnlyMemory<byte> Load(string path)
        {
            Assert.True(MpyLoader.TryLoad(ImageMemory.Open(path, ImageTrust.Immutable), out var image, out _));
            return image.Slice(image.Bytes.Slice(image.ObjectOffsets[0] + 2, 10));
        }
    }

    [Fact]
    public void A_constant_str_is_made_once()
    {
        using var engine = new Engine();
        engine.Execute("def f():\n    return 'a str that is no name: ' 'it has spaces'\nfirst = f()\nsecond = f()\n");
        var machine = engine.Machine;
        Assert.True(machine.Modules.TryGetName(machine, machine.Names.Main, out var main));
        var members = ((PyModule)main.Object!).Members;
        Assert.True(members.TryGetName(machine, machine.Intern("first"), out var first));
        Assert.True(members.TryGetName(machine, machine.Intern("second"), out var second));
        Assert.Same(first.Object, second.Object);
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
