using System.Text;
using Krait.Mpy;

namespace Krait.Tests.Mpy;

/// <summary>Headers, tables and the tree of functions, good and bad.</summary>
public class ReaderTests
{
    private const string Code = "LOAD_CONST_NONE\nRETURN_VALUE\n";

    private static readonly byte[] Record = new TestFunction(Code).ToRecord();

    private static byte[] File(string header = "4d06001f", byte[]? qstrs = null, byte[]? objects = null, byte[]? record = null) =>
    [
        .. Convert.FromHexString(header),
        .. qstrs is null ? [2, .. objects is null ? [(byte)0] : objects[..1], 2, (byte)'f', 0, 2, (byte)'a', 0] : qstrs,
        .. objects is null ? [] : objects[1..],
        .. record ?? Record,
    ];

    private static MpyFile Reads(byte[] bytes)
    {
        Assert.True(MpyReader.TryRead(ImageMemory.Copy(bytes), out var file, out var error), error?.ToString());
        return file!;
    }

    private static void Rejects(string rule, int offset, byte[] bytes, string? words = null)
    {
        Assert.False(MpyLoader.TryLoad(bytes, out _, out var error));
        Assert.Equal((rule, offset), (error!.Rule, error.Offset));
        if (words is not null)
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_say_what_is_wrong_with_them()
    {
        Reads(File());
        Rejects("header.magic", 0, []);
        Rejects("header.magic", 0, [(byte)'M', 6]);
        Rejects("header.magic", 0, Encoding.ASCII.GetBytes("print(1)"));
        Rejects("header.version", 1, File("4d05001f"), "1.12 to 1.18");
        Rejects("header.version", 1, File("4d03001f"), "1.9.3 to 1.10");
        Rejects("header.version", 1, File("4d07001f"), "version 7");
        Rejects("header.bits", 3, File("4d060040"));
        Rejects("header.arch", 2, File("4d060b1f"), "x64");
        Rejects("header.arch", 2, File("4d063b1f"));
        Rejects("header.subversion", 2, File("4d060a1f"));
        Rejects("header.flags", 2, File("4d06801f"));
        Assert.True(MpyLoader.TryLoad(File("4d06021f"), out _, out _));
        Assert.Equal(1, Reads(File("4d06401f01")).Header.ArchitectureFlags);
    }

    [Fact]
    public void Every_cut_off_file_is_rejected()
    {
        var bytes = File(objects: [3, 5, 1, (byte)'x', 0, 10, 1, 8, 3, .. "1.5"u8, 7, 1, (byte)'3']);
        Reads(bytes);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(MpyReader.TryRead(ImageMemory.Copy(bytes.AsSpan(0, length)), out _, out var error));
            Assert.InRange(error!.Offset, 0, length);
        }
        Rejects("trailing", bytes.Length, [.. bytes, 0]);
    }

    [Fact]
    public void Qstrs_are_static_or_text()
    {
        var file = Reads(File(qstrs: [4, 0, 0x03, 0x82, 0x4b, 4, 0xc3, 0xa9, 0, 0, 0]));
        Assert.Equal([1, 165, 0, 0], file.Qstrs.Select(entry => entry.StaticIndex));
        Rejects("qstr.static", 6, File(qstrs: [2, 0, 1, 3]));
        Rejects("qstr.static", 6, File(qstrs: [2, 0, 0x82, 0x4d, 3]));
        Rejects("qstr.length", 6, File(qstrs: [1, 0, 0x84, 0x00, .. new byte[257]]));
        Reads(File(qstrs: [2, 0, 3, 0x83, 0x7e, .. Enumerable.Repeat((byte)'x', 255), 0]));
        Rejects("qstr.nul", 8, File(qstrs: [1, 0, 2, (byte)'a', 1]));
        Rejects("qstr.utf8", 7, File(qstrs: [1, 0, 2, 0xff, 0]));
        Rejects("qstr.count", 4, File(qstrs: [0x84, 0x80, 0x00, 0]));
        Rejects("truncated", 4, File(qstrs: [0x83, 0x80, 0x00, 0]));
        Rejects("varuint", 4, File(qstrs: [0x88, 0x80, 0x80, 0x80, 0x00, 0]));
        Rejects("varuint", 4, File(qstrs: [0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0]));
    }

    [Fact]
    public void Constants_are_read_one_at_a_time()
    {
        var bytes = File(objects:
        [
            4, 10, 3, 5, 2, 0xc3, 0xa9, 0, 10, 0, 6, 1, 7, 0, 7, 2, .. "-5"u8, 8, 4, .. "-inf"u8, 9, 2, .. "3j"u8,
        ]);
        Assert.True(MpyLoader.TryLoad(bytes, out var image, out var error), error?.ToString());
        var cursor = new ObjectCursor(image!, 0);
        Assert.Equal(3, cursor.Read() is { Type: ObjectType.Tuple } tuple ? tuple.Count : -1);
        Assert.Equal("é", Encoding.UTF8.GetString(cursor.Read().Data));
        Assert.Equal(0, cursor.Read().Count);
        Assert.Equal(7, cursor.Read().Data[0]);
        Assert.Equal("-5", Encoding.UTF8.GetString(new ObjectCursor(image!, 1).Read().Data));
        Assert.Equal(ObjectType.Complex, new ObjectCursor(image!, 3).Read().Type);
    }

    [Theory]
    [InlineData(7, "0")]
    [InlineData(7, "-12345678901234567890")]
    [InlineData(8, "2.5")]
    [InlineData(8, "1e+20")]
    [InlineData(8, "-0.0")]
    [InlineData(8, "nan")]
    [InlineData(9, "1.5j")]
    [InlineData(9, "infj")]
    [InlineData(9, "(1+2j)")]
    [InlineData(9, "(-1.5e-07-infj)")]
    [InlineData(5, "a\0b")]
    public void Numbers_are_text_that_is_checked(byte type, string text) => Reads(Constant(type, text));

    [Theory]
    [InlineData(7, "", "object.int")]
    [InlineData(7, "-", "object.int")]
    [InlineData(7, "+1", "object.int")]
    [InlineData(7, "1_0", "object.int")]
    [InlineData(7, "0x1", "object.int")]
    [InlineData(8, "", "object.float")]
    [InlineData(8, "1.5 ", "object.float")]
    [InlineData(8, "1e", "object.float")]
    [InlineData(8, ".", "object.float")]
    [InlineData(8, "infinity", "object.float")]
    [InlineData(9, "1", "object.complex")]
    [InlineData(9, "j", "object.complex")]
    [InlineData(9, "(1+2j", "object.complex")]
    [InlineData(9, "1+j", "object.complex")]
    public void Malformed_numbers_are_rejected(byte type, string text, string rule) => Rejects(rule, 12, Constant(type, text));

    private static byte[] Constant(byte type, string text) =>
        File(objects: [1, type, .. MpyAssembler.VarUint(text.Length), .. Encoding.ASCII.GetBytes(text), .. type < 7 ? new byte[1] : []]);

    [Fact]
    public void Constants_are_bounded_and_of_known_types()
    {
        Rejects("object.type", 12, File(objects: [1, 11]));
        Rejects("object.type", 14, File(objects: [1, 10, 1, 0]));
        Rejects("object.utf8", 12, File(objects: [1, 5, 1, 0xff, 0]));
        Reads(File(objects: [1, 5, 3, 0xed, 0xa0, 0x80, 0]));
        Rejects("object.nul", 15, File(objects: [1, 6, 1, 0xff, 1]));
        byte[] nested = [.. Enumerable.Repeat<byte[]>([10, 1], 64).SelectMany(b => b)];
        Reads(File(objects: [1, .. nested, 1]));
        Rejects("object.depth", 12 + 128, File(objects: [1, .. nested, 10, 0]));
        Rejects("object.digits", 12, Constant(7, new string('1', ObjectSyntax.MaxDigits + 1)));
        Reads(Constant(7, new string('1', ObjectSyntax.MaxDigits)));
    }

    [Fact]
    public void Functions_nest_to_a_bounded_depth()
    {
        Reads(File(record: Nested(64)));
        Rejects("raw.depth", 12 + 65 * (Record.Length + 1), File(record: Nested(65)));
        static byte[] Nested(int depth) =>
            new TestFunction(Code) { Children = depth == 0 ? [] : [new TestFunction(Code)] }.ToRecord() is var record && depth <= 1
                ? record
                : [.. record[..(record.Length - Record.Length)], .. Nested(depth - 1)];
    }

    [Fact]
    public void Records_of_functions_are_whole()
    {
        Rejects("raw.length", 12, File(record: [3 << 3, 0, 2, 1]));
        Rejects("raw.children", 12 + Record.Length, File(record: [(byte)(Record[0] | 4), .. Record[1..], 0]));
        Rejects("native", 12, File(record: [4 << 3 | 1, 0, 0, 0, 0, 0]));
        Assert.Equal(RawKind.Viper, Reads(File(record: [4 << 3 | 2, 0, 0, 0, 0, 0])).Root.Kind);
        Rejects("raw.prelude", 17, File(record: [4 << 3 | 1, 0, 0, 0, 0, 4]));
    }

    [Fact]
    public void Native_modules_are_told_apart_for_tools()
    {
        byte[] record = [4 << 3 | 2, 1, 2, 3, 4, 0x70, 2, 5, 0xaa, 0xbb, 0x11, 0x24, 0x0d, 0x26, 0xaf, 0x20, 0x03, 0x22, 0x02, 0xff];
        var native = Reads(File("4d060b1f", record: record)).Root.Native!;
        Assert.Equal((2, 5, 4), (native.RodataLength, native.BssLength, native.RelocationCount));
    }

    [Fact]
    public void Every_native_vector_is_told_apart_and_refused()
    {
        foreach (var (name, bytes) in VectorTests.All().Where(vector => vector.Bytes[2] is not (0 or 0x40)))
        {
            Assert.Contains("function 0: <module>", ModuleListing.Of(Reads(bytes)), StringComparison.Ordinal);
            Assert.False(MpyLoader.TryLoad(bytes, out _, out var error), name);
            Assert.Contains("native code cannot run here", error!.Message, StringComparison.Ordinal);
        }
    }
}
