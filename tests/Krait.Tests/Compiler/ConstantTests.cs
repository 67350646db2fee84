using System.Diagnostics;
using System.Text;
using Krait.Compiler;
using Krait.Mpy;

namespace Krait.Tests.Compiler;

public class ConstantTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(100000.0, "100000.0")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e300, "1e+300")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NaN, "nan")]
    public void Floats_are_written_as_their_shortest_text(double value, string text) =>
        Assert.Equal(text, FloatText.Format(value));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e5", 100000.0)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("1e-400", 0.0)]
    [InlineData("0e99999999999", 0.0)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    public void Floats_are_read(string text, double value)
    {
        Assert.True(FloatText.TryParse(Encoding.ASCII.GetBytes(text), out var parsed));
        Assert.Equal(value, parsed);
    }

    [Fact]
    public void Ordinary_floats_survive_writing_and_reading()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var value = Math.Round(random.NextDouble() * 1e6, random.Next(0, 10));
            Assert.True(FloatText.TryParse(Encoding.ASCII.GetBytes(FloatText.Format(value)), out var parsed));
            Assert.Equal(value, parsed);
        }
    }

    [Fact]
    public void Static_qstrs_are_found_by_text_and_by_number()
    {
        for (var index = 1; index < StaticQstrs.Count; index++)
            Assert.Equal(index, StaticQstrs.IndexOf(StaticQstrs.TextOf(index)));
        Assert.Equal(7, StaticQstrs.IndexOf("<module>"u8));
        Assert.Equal(165, StaticQstrs.IndexOf("zip"u8));
        Assert.Equal(0, StaticQstrs.IndexOf("zap"u8));
        Assert.Equal("utf-8"u8, StaticQstrs.TextOf(161));
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "8100")]
    [InlineData(16384, "818000")]
    public void Unsigned_numbers_have_their_highest_group_first(ulong value, string hex)
    {
        var writer = new ByteWriter();
        writer.WriteVarUint(value);
        Assert.Equal(hex, Convert.ToHexStringLower(writer.Span));
    }

    [Theory]
    [InlineData(63, "3f")]
    [InlineData(64, "8040")]
    [InlineData(-64, "40")]
    [InlineData(-65, "ff3f")]
    [InlineData(1L << 61, "a08080808080808000")]
    public void Signed_numbers_keep_their_sign_in_the_first_group(long value, string hex)
    {
        var writer = new ByteWriter();
        writer.WriteVarInt(value);
        Assert.Equal(hex, Convert.ToHexStringLower(writer.Span));
    }

    [Theory]
    [InlineData("1 << (1 << 40)")]
    [InlineData("7 ** 7 ** 7 ** 7")]
    [InlineData("(1 << 200000) * (1 << 200000)")]
    [InlineData("10 ** 70000 // 3 ** 70000")]
    public void Huge_constants_are_left_to_run_time(string expression)
    {
        var watch = Stopwatch.StartNew();
        Source.Compile($"def f():\n  return ({expression}) and 0");
        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    [Fact]
    public void Folding_takes_bounded_room_in_one_file()
    {
        var source = string.Concat(Enumerable.Repeat("x = 1 << 200000 == 5\n", 5_000));
        Assert.InRange(Source.Compile(source).Length, 1, 200_000);
    }

    [Fact]
    public void Int_literals_beyond_reason_are_rejected()
    {
        Source.Compile("x = 1" + new string('0', 10_000));
        Assert.Equal("integer literal too long", Source.Reject("x = 1" + new string('0', 1_000_000)).Message);
    }

    [Fact]
    public void Single_input_prints_values_and_eval_returns_one()
    {
        var single = new CompilerOptions { SourceName = "t.py", Mode = CompileMode.Single };
        Assert.Contains("__repl_print__", Encoding.Latin1.GetString(Source.Compile("5\n", single)));
        Assert.DoesNotContain("__repl_print__", Encoding.Latin1.GetString(Source.Compile("x = 5\n", single)));
        Assert.Equal("invalid syntax", Source.Reject("x = 5\ny = 6\n", single).Message);

        var eval = new CompilerOptions { SourceName = "t.py", Mode = CompileMode.Eval };
        Assert.Equal([0x85, 0x63], Source.Compile("2 + 3", eval)[^2..]);
        Assert.Equal("invalid syntax", Source.Reject("x = 5", eval).Message);
    }
}
