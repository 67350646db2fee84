using System.Text;
using Krait.Capabilities;
using Krait.Compiler;
using Krait.Hosting;
using Krait.Mpy;

namespace Krait.Tests.Execution;

/// <summary>What happens to a file while its module runs does not reach the module (docs/images.md): code, names and
/// constants that are needed later are what was verified.</summary>
public sealed class ImageTrustTests : IDisposable
{
    /// <summary>Prints, whereupon the file is damaged, and then uses what nothing has touched before.</summary>
    private const string Source = """
        print('first')
        def late(kind, *, word='keyword'):
            return [b'some bytes', 'some text', 123456789012345678901234567890, (1.5, None), kind, word]
        class Late:
            def name(self):
                return 'late ' + self.__class__.__name__
        print(late('argument'))
        print(Late().name())
        """;

    private const string Expected = """
        first
        [b'some bytes', 'some text', 123456789012345678901234567890, (1.5, None), 'argument', 'keyword']
        late Late

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("krait").FullName;

    private string Path => System.IO.Path.Combine(folder, "module.mpy");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<ImageTrust, string, bool> Damages()
    {
        var all = new TheoryData<ImageTrust, string, bool>();
        foreach (var isImport in new[] { false, true })
        {
            foreach (var damage in new[] { "cut to nothing", "cut in half", "overwritten", "grown", "deleted", "replaced" })
                all.Add(ImageTrust.Untrusted, damage, isImport);
            // A mapping keeps the file that it was made of, whatever its name stands for by now.
            foreach (var damage in new[] { "deleted", "replaced" })
                all.Add(ImageTrust.Immutable, damage, isImport);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_may_change_while_its_module_runs(ImageTrust trust, string damage, bool isImport)
    {
        // Windows keeps a mapped file from being deleted or replaced.
        if (OperatingSystem.IsWindows() && trust == ImageTrust.Immutable)
            return;
        File.WriteAllBytes(Path, Compile(Source));
        var console = new ActingConsole(() => Damage(damage));
        using var engine = new Engine(new EngineOptions
        {
            Trust = trust,
            Capabilities = new CapabilitySet { Console = console, Files = new SystemFiles() },
            Path = [folder],
        });
        if (isImport)
            engine.Execute("import module");
        else
            engine.ExecuteMpyFile(Path);
        Assert.Equal(Expected, console.Text);
        Assert.True(console.HasActed);
    }

    [Fact]
    public void The_bytes_that_a_host_hands_in_are_copied_before_they_are_verified()
    {
        var bytes = Compile(Source);
        var console = new ActingConsole(() => Array.Fill(bytes, (byte)0xff));
        using var engine = new Engine(new EngineOptions
        {
            Trust = ImageTrust.Immutable,
            Capabilities = new CapabilitySet { Console = console, Files = new OneFile(bytes) },
            Path = ["folder"],
        });
        engine.Execute("import module");
        Assert.Equal(Expected, console.Text);
        Assert.All(bytes, value => Assert.Equal(0xff, value));
    }

    private void Damage(string damage)
    {
        switch (damage)
        {
            case "cut to nothing":
                Cut(0);
                break;
            case "cut in half":
                Cut(new FileInfo(Path).Length / 2);
                break;
            case "overwritten":
                File.WriteAllBytes(Path, Enumerable.Repeat((byte)0xff, (int)new FileInfo(Path).Length).ToArray());
                break;
            case "grown":
                Cut(1 << 20);
                break;
            case "deleted":
                File.Delete(Path);
                break;
            default:
                var other = Path + ".new";
                File.WriteAllBytes(other, [.. "not a module"u8]);
                File.Move(other, Path, overwrite: true);
                break;
        }
    }

    private void Cut(long length)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }

    private static byte[] Compile(string source)
    {
        Assert.True(PythonCompiler.TryCompile(Encoding.UTF8.GetBytes(source), new CompilerOptions { SourceName = "module.py" }, out var mpy, out _));
        return mpy;
    }

    /// <summary>A console that does something when the first output arrives.</summary>
    private sealed class ActingConsole(Action action) : IConsole
    {
        private readonly List<byte> written = [];

        public string Text => Encoding.UTF8.GetString([.. written]);

        public bool HasActed { get; private set; }

        public bool IsInteractive => false;

        public void Write(ReadOnlySpan<byte> bytes)
        {
            written.AddRange(bytes);
            if (HasActed)
                return;
            HasActed = true;
            action();
        }

        public void Flush()
        {
        }

        public void WriteError(ReadOnlySpan<byte> bytes) => written.AddRange(bytes);

        public ReadOnlyMemory<byte> ReadLine() => default;
    }

    /// <summary>The file system of a host that keeps its files in memory and hands the array itself out.</summary>
    private sealed class OneFile(byte[] bytes) : IFileSystem
    {
        public bool IsFile(string path) => path == "folder/module.mpy";

        public bool IsFolder(string path) => path == "folder";

        public byte[] Read(string path) => bytes;

        public IReadOnlyList<string> List(string path) => ["module.mpy"];

        public string? ImmutablePath(string path) => null;
    }
}
