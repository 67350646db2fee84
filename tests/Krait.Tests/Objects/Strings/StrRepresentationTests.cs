using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Tests.Objects.Strings;

public class StrRepresentationTests
{
    [Fact]
    public void Appending_in_a_loop_allocates_in_proportion_to_the_text()
    {
        const int Rounds = 100_000;
        var machine = new BareMachine();
        var piece = PyStr.From("abcd");
        var text = PyStr.From("");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var wrong = 0;
        for (var i = 0; i < Rounds; i++)
        {
            text = PyStr.Concat(machine, text, piece)!;
            wrong += text.Count == 4 * (i + 1) ? 0 : 1;
        }
        Assert.Equal(0, wrong);
        // The text is 800 kB; copying it each time would be 40 GB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal(string.Concat(Enumerable.Repeat("abcd", Rounds)), text.Text);
    }

    [Fact]
    public void An_old_text_is_not_changed_when_a_longer_one_grows_from_it()
    {
        var machine = new BareMachine();
        var start = PyStr.Concat(machine, PyStr.From(new string('x', 300)), PyStr.From("y"))!;
        var left = PyStr.Concat(machine, start, PyStr.From("left"))!;
        var right = PyStr.Concat(machine, start, PyStr.From("right"))!;
        var doubled = PyStr.Concat(machine, left, left)!;
        Assert.Equal(new string('x', 300) + "y", start.Text);
        Assert.Equal(start.Text + "left", left.Text);
        Assert.Equal(start.Text + "right", right.Text);
        Assert.Equal(left.Text + left.Text, doubled.Text);
    }

    [Fact]
    public void Two_surrogates_side_by_side_stay_two_characters()
    {
        var machine = new BareMachine();
        var pair = PyStr.Concat(machine, PyStr.From("\ud83d"), PyStr.From("\ude00"))!;
        var smile = PyStr.From("\ud83d\ude00");
        Assert.Equal(2, pair.Count);
        Assert.Equal(1, smile.Count);
        Assert.False(pair.ContentEquals(smile));
        Assert.NotSame(machine.Interned.Get(pair), machine.Interned.Get(smile));
        var both = PyStr.Concat(machine, pair, smile)!;
        Assert.Equal(3, both.Count);
        Assert.Equal([0xd83d, 0xde00, 0x1f600], both.Points(machine).ToArray());
    }

    [Fact]
    public void Equal_interned_texts_are_the_same_object()
    {
        var machine = new BareMachine();
        var name = machine.Intern("größe");
        Assert.True(name.IsInterned);
        Assert.Same(name, machine.Interned.Get(PyStr.From("größe")));
        Assert.Same(name, machine.Interned.Get("größe"u8));
        Assert.Same(machine.Interned.Character('x'), machine.Intern("x"));
        Assert.NotSame(name, new BareMachine().Intern("größe"));
    }

    [Fact]
    public void Hashes_depend_on_the_seed_and_on_nothing_else()
    {
        var seeded = new BareMachine { HashSeed = 1 };
        var same = new BareMachine { HashSeed = 1 };
        var other = new BareMachine { HashSeed = 2 };
        var hashes = new HashSet<long>();
        for (var i = 0; i < 10_000; i++)
        {
            var hash = PyStr.From($"key{i}").HashCode(seeded);
            Assert.Equal(hash, PyStr.From($"key{i}").HashCode(same));
            Assert.NotEqual(hash, PyStr.From($"key{i}").HashCode(other));
            Assert.NotEqual(0, hash);
            Assert.NotEqual(-1, hash);
            hashes.Add(hash);
        }
        Assert.Equal(10_000, hashes.Count);
    }

    [Fact]
    public void Bytes_of_an_image_are_used_where_they_lie()
    {
        var image = new byte[] { 1, 2, 3, 4, 5 };
        var bytes = PyBytes.Adopt(image.AsMemory(1, 3));
        Assert.True(bytes.Span.Overlaps(image));
        Assert.Equal([2, 3, 4], bytes.Span.ToArray());
    }

    [Fact]
    public void Characters_beyond_ascii_are_told_by_kind()
    {
        Assert.True(PyStr.From("abc").IsAscii);
        Assert.False(PyStr.From("é").IsAscii);
        Assert.False(PyStr.From("é€").IsWide);
        Assert.True(PyStr.From("a😀").IsWide);
        Assert.Equal(2, PyStr.From("a😀").Count);
        Assert.Equal(1, PyStr.From("\ud800").Count);
    }
}
