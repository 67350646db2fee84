using System.Runtime.CompilerServices;
using Krait.Core;

namespace Krait.Objects.Text;

/// <summary>Parts and repetitions of a text.</summary>
internal static class TextSlices<TUnits, T>
    where TUnits : ITextUnits<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>text[start:stop:step], resolved: <paramref name="length"/> units from <paramref name="start"/> on.</summary>
    public static Status Get(Machine machine, ReadOnlySpan<T> text, int start, long step, int length, ref Value result)
    {
        if (step == 1)
            return Copy(machine, text.Slice(start, length), ref result);
        var units = machine.NewUninitialized<T>(length);
        if (units is null)
            return Status.Raised;
        long position = start;
        for (var i = 0; i < length; i++, position += step)
        {
            units[i] = text[(int)position];
            if ((i & 0xffff) == 0xffff && !machine.MayGoOn())
                return Status.Raised;
        }
        return TUnits.Adopt(machine, units, ref result);
    }

    /// <summary>A part of a text, charged.</summary>
    public static Status Copy(Machine machine, ReadOnlySpan<T> part, ref Value result)
    {
        return machine.Charge(part.Length, (long)part.Length * Unsafe.SizeOf<T>())
            ? TUnits.Copy(machine, part, ref result)
            : Status.Raised;
    }

    /// <summary>text * count</summary>
    public static Status Repeat(Machine machine, ReadOnlySpan<T> text, long count, ref Value result)
    {
        if (text.Length != 0 && count > Machine.LargestAllocation / text.Length)
            return machine.Raise(Types.MemoryError);
        var units = machine.NewUninitialized<T>(text.Length * count);
        if (units is null)
            return Status.Raised;
        if (units.Length != 0 && !(machine.TryCopy(text, units.AsSpan()) && machine.TryRepeat(units.AsSpan(), text.Length)))
            return Status.Raised;
        return TUnits.Adopt(machine, units, ref result);
    }
}
