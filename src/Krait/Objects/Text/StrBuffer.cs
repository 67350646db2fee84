using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>
/// UTF-16 units that several strings share, each its own length of the beginning. The longest of them is extended in
/// place: what makes <c>s += x</c> in a loop linear.
/// </summary>
internal sealed class StrBuffer
{
    /// <summary>Shorter texts are simply copied: a buffer would cost more than it saves.</summary>
    public const int LeastText = 128;

    private readonly Machine machine;
    private char[] units;
    private int used;

    private StrBuffer(Machine machine, char[] units, int used)
    {
        this.machine = machine;
        this.units = units;
        this.used = used;
    }

    /// <summary>A buffer with room to grow that holds both texts; null with an exception pending.</summary>
    public static StrBuffer? Create(Machine machine, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var used = left.Length + (long)right.Length;
        var units = machine.NewUninitialized<char>(Capacity(used));
        if (units is null || !machine.TryCopy(left, units.AsSpan()) || !machine.TryCopy(right, units.AsSpan(left.Length)))
            return null;
        return new StrBuffer(machine, units, (int)used);
    }

    /// <summary>The first <paramref name="count"/> units.</summary>
    public ReadOnlySpan<char> Units(int count) => units.AsSpan(0, count);

    /// <summary>Appends to the text of <paramref name="length"/> units. False when another text has been extended
    /// already, so that this one must be copied.</summary>
    public bool TryAppend(Machine machine, int length, ReadOnlySpan<char> addition, out bool raised)
    {
        raised = false;
        if (length != used)
            return false;
        var total = length + (long)addition.Length;
        raised = !(total <= units.Length ? machine.Charge(addition.Length) : Grow(machine, total));
        if (raised)
            return true;
        raised = !machine.TryCopy(addition, units.AsSpan(length));
        used = raised ? length : (int)total;
        return true;
    }

    /// <summary>The first <paramref name="length"/> units as a .NET string.</summary>
    public string ToText(int length)
    {
        machine.Debit(length, (long)length * sizeof(char));
        return new string(units, 0, length);
    }

    private bool Grow(Machine machine, long least)
    {
        var grown = machine.NewUninitialized<char>(Capacity(least));
        if (grown is null || !machine.TryCopy(Units(used), grown.AsSpan()))
            return false;
        units = grown;
        return true;
    }

    /// <summary>Doubles while that is possible at all; beyond, there is no room to spare.</summary>
    private static long Capacity(long least) => least > Machine.LargestAllocation / (2 * sizeof(char)) ? least : least * 2;
}
