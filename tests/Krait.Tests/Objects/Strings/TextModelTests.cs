using System.Text;
using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Tests.Objects.Strings;

/// <summary>Random texts against the simplest model there is: an array of code points.</summary>
public class TextModelTests
{
    private static readonly int[][] alphabets =
    [
        ['a', 'b'], ['a', 'b', 0xe9, 0x20ac], ['a', 0x1f600], [0xd83d, 0xde00], ['a', 0xd83d, 0xde00, 0x1f600],
    ];

    private readonly BareMachine machine = new();
    private readonly Random random = new(7);

    [Fact]
    public void Concatenation_and_indexing_keep_code_points_apart()
    {
        for (var round = 0; round < 400; round++)
        {
            var model = new List<int>();
            var text = PyStr.From("");
            for (var piece = 0; piece < 6; piece++)
            {
                var points = Points(round, 5);
                model.AddRange(points);
                text = PyStr.Concat(machine, text, PyStr.FromPoints(machine, points)!)!;
            }
            AssertSame(model, text);
            AssertSame(model, PyStr.FromPoints(machine, model.ToArray())!);
            Assert.True(text.ContentEquals(PyStr.FromPoints(machine, model.ToArray())!));
            Assert.Equal(text.HashCode(machine), PyStr.FromPoints(machine, model.ToArray())!.HashCode(machine));
        }
    }

    [Fact]
    public void Texts_are_equal_when_their_code_points_are()
    {
        for (var round = 0; round < 3000; round++)
        {
            var left = Points(round, 4);
            var right = Points(round, 4);
            var a = PyStr.FromPoints(machine, left)!;
            var b = PyStr.FromPoints(machine, right)!;
            Assert.Equal(left.AsSpan().SequenceEqual(right), a.ContentEquals(b));
            Assert.True(a.TryCompare(machine, b, out var order));
            Assert.Equal(Math.Sign(left.AsSpan().SequenceCompareTo(right)), Math.Sign(order));
            Assert.True(a.TryFind(machine, b, 0, a.Count, backwards: false, out var first));
            Assert.Equal(left.AsSpan().IndexOf(right), first);
            Assert.True(a.TryFind(machine, b, 0, a.Count, backwards: true, out var last));
            Assert.Equal(right.Length == 0 ? left.Length : left.AsSpan().LastIndexOf(right), last);
            Assert.Equal(ReferenceEquals(machine.Interned.Get(a), machine.Interned.Get(b)), a.ContentEquals(b));
        }
    }

    [Fact]
    public void Slices_are_those_of_the_code_points()
    {
        Value result = default;
        for (var round = 0; round < 2000; round++)
        {
            var points = Points(round, 9);
            var (start, stop, step) = (random.Next(-11, 12), random.Next(-11, 12), random.Next(1, 4) * (random.Next(2) * 2 - 1));
            long first = start, last = stop;
            var count = PySlice.Adjust(points.Length, ref first, ref last, step);
            var expected = Enumerable.Range(0, (int)count).Select(i => points[first + i * step]).ToList();
            var slice = new PySlice(Value.Int(start), Value.Int(stop), Value.Int(step));
            Assert.Equal(Status.Ok, PyStr.FromPoints(machine, points)!.GetItem(machine, Value.Of(slice), ref result));
            AssertSame(expected, (PyStr)result.Object!);
        }
    }

    [Fact]
    public void Searching_finds_what_a_plain_search_finds_in_repetitive_text()
    {
        for (var round = 0; round < 3000; round++)
        {
            var text = Letters(random.Next(200));
            var wanted = round % 2 == 0 ? Letters(random.Next(1, 60)) : Part(text);
            if (wanted.Length == 0)
                continue;
            AssertFinds(text, wanted);
            var backwards = new Occurrences<byte>(machine, Encoding.ASCII.GetBytes(text), Encoding.ASCII.GetBytes(wanted), backwards: true);
            for (var end = text.Length; ;)
            {
                end = end == 0 ? -1 : text.LastIndexOf(wanted, end - 1, StringComparison.Ordinal);
                Assert.True(backwards.TryNext(out var found));
                Assert.Equal(end, found);
                if (end < 0)
                    break;
            }
            backwards.Dispose();
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(300_000)]
    public void Searching_finds_what_lies_across_the_ends_of_pieces(int length)
    {
        var piece = Machine.PieceOf<char>();
        var wanted = "b" + new string('c', length - 1);
        foreach (var place in new[] { 0, 1, piece - length, piece - length + 1, piece - 1, piece, piece + 1, 2 * piece - 1, 2 * piece })
        {
            if (place < 0)
                continue;
            var text = new string('a', place) + wanted + new string('a', 2 * piece);
            AssertFinds(text, wanted);
            AssertFinds(text + wanted, wanted);
            AssertFinds(text[(length / 2)..], wanted);
        }
    }

    private void AssertFinds(string text, string wanted)
    {
        Assert.True(TextSearch.TryIndexOf(machine, text.AsSpan(), wanted.AsSpan(), out var found));
        Assert.Equal(text.IndexOf(wanted, StringComparison.Ordinal), found);
        Assert.True(TextSearch.TryLastIndexOf(machine, text.AsSpan(), wanted.AsSpan(), out found));
        Assert.Equal(text.LastIndexOf(wanted, StringComparison.Ordinal), found);
        Assert.True(TextSearch.TryCount(machine, text.AsSpan(), wanted.AsSpan(), long.MaxValue, out var count));
        Assert.Equal(text.Split(wanted).Length - 1, count);
    }

    [Fact]
    public void Searching_takes_linear_time_in_the_worst_texts()
    {
        const int Half = 1_000_000;
        var text = new string('a', 2 * Half).AsSpan();
        var behind = new string('a', Half) + "b";
        var before = "b" + new string('a', Half);
        // Quadratic would be 10^12 steps: hours.
        Assert.True(TextSearch.TryIndexOf(machine, text, behind.AsSpan(), out var found));
        Assert.Equal(-1, found);
        Assert.True(TextSearch.TryIndexOf(machine, text, before.AsSpan(), out found));
        Assert.Equal(-1, found);
        Assert.True(TextSearch.TryLastIndexOf(machine, text, behind.AsSpan(), out found));
        Assert.Equal(-1, found);
        Assert.True(TextSearch.TryLastIndexOf(machine, text, before.AsSpan(), out found));
        Assert.Equal(-1, found);
        Assert.True(TextSearch.TryCount(machine, text, behind.AsSpan(), long.MaxValue, out var count));
        Assert.Equal(0, count);
    }

    [Fact]
    public void Utf8_survives_a_round_trip()
    {
        Value bytes = default, text = default;
        for (var round = 0; round < 500; round++)
        {
            var original = PyStr.FromPoints(machine, Points(round, 8))!;
            Assert.Equal(Status.Ok, StrCodec.Encode(machine, original, "utf-8", "surrogatepass", ref bytes));
            Assert.Equal(Status.Ok, StrCodec.Decode(machine, (PyBytes)bytes.Object!, "utf-8", "surrogatepass", ref text));
            Assert.True(original.ContentEquals((PyStr)text.Object!));
            Assert.Same(machine.Interned.Get(original), machine.Interned.Get(((PyBytes)bytes.Object!).Span));
        }
    }

    private int[] Points(int round, int most)
    {
        var alphabet = alphabets[round % alphabets.Length];
        return [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => alphabet[random.Next(alphabet.Length)])];
    }

    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(9) == 0 ? 'b' : 'a'));

    private string Part(string text)
    {
        var start = random.Next(text.Length + 1);
        return text.Substring(start, random.Next(text.Length - start + 1));
    }

    private void AssertSame(List<int> model, PyStr text)
    {
        Assert.Equal(model.Count, text.Count);
        Assert.Equal(model, CodePoints.Widen(machine, text).ToArray());
        Value item = default;
        for (var i = 0; i < model.Count; i++)
        {
            Assert.Equal(Status.Ok, text.GetItem(machine, Value.Int(i), ref item));
            Assert.Equal(model[i], ((PyStr)item.Object!).PointAt(machine, 0));
        }
    }
}
