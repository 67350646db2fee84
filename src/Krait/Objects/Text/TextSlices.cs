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
        var units = machine.NewArray<T>(length);
        if (units is null)
            return Status.Raised;
        long position = start;
        for (var i = 0; i < length; i++, position += step)
            units[i] = text[(int)position];
        result.SetObject(TUnits.Adopt(machine, units));
        return Status.Ok;
    }

    /// <summary>A part of a text, charged.</summary>
    public static Status Copy(Machine machine, ReadOnlySpan<T> part, ref Value result)
    {
        if (!machine.Charge(part.Length, (long)part.Length * Unsafe.SizeOf<T>()))
            return Status.Raised;
        result.SetObject(TUnits.Copy(machine, part));
        return Status.Ok;
    }

    /// <summary>text * count</summary>
    public static Status Repeat(Machine machine, ReadOnlySpan<T> text, long count, ref Value result)
    {
        if (text.Length != 0 && count > Machine.LargestAllocation / text.Length)
            return machine.Raise(Types.MemoryError);
        var units = machine.NewArray<T>(text.Length * count);
        if (units is null)
            return Status.Raised;
        if (text.Length == 1)
            units.AsSpan().Fill(text[0]);
        else if (units.Length != 0)
        {
            // What is there already is copied behind itself: each round doubles it.
            text.CopyTo(units);
            for (var done = text.Length; done < units.Length; done *= 2)
                units.AsSpan(0, Math.Min(done, units.Length - done)).CopyTo(units.AsSpan(done));
        }
        result.SetObject(TUnits.Adopt(machine, units));
        return Status.Ok;
    }
}
