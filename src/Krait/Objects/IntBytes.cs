using System.Numerics;
using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <summary>int.to_bytes and int.from_bytes.</summary>
internal static class IntBytes
{
    /// <summary>The bytes of a number, as many as asked for, negative ones in two's complement.</summary>
    public static Status Write(Machine machine, BigInteger number, long length, string order, bool signed, ref Value result)
    {
        if (!TryOrder(machine, order, out var bigEndian))
            return Status.Raised;
        if (length < 0)
            return machine.Raise(Types.ValueError, "length argument must be non-negative");
        if (number.Sign < 0 && !signed)
            return machine.Raise(Types.OverflowError, "can't convert negative int to unsigned");
        // CPython lets no bytes stand for -1, which is all sign.
        var onlySign = number.IsZero || (number == BigInteger.MinusOne && length == 0);
        var bits = signed ? (number.Sign < 0 ? (-number - 1).GetBitLength() : number.GetBitLength()) + 1 : number.GetBitLength();
        if (bits > length * 8.0 && !onlySign)
            return machine.Raise(Types.OverflowError, "int too big to convert");
        var bytes = machine.NewUninitialized<byte>(length);
        // What has no byte of its own repeats the sign.
        if (bytes is null || !machine.Charge(BigMath.ByteCount(number), BigMath.ByteCount(number))
            || !machine.TryFill(bytes.AsSpan(), number.Sign < 0 ? (byte)0xff : (byte)0))
            return Status.Raised;
        var own = number.ToByteArray(isUnsigned: !signed, isBigEndian: bigEndian).AsSpan();
        if (bigEndian)
            own[Math.Max(own.Length - bytes.Length, 0)..].CopyTo(bytes.AsSpan(Math.Max(bytes.Length - own.Length, 0)));
        else
            own[..Math.Min(own.Length, bytes.Length)].CopyTo(bytes);
        result.SetObject(PyBytes.Adopt(bytes));
        return Status.Ok;
    }

    /// <summary>The number that bytes, or an iterable of small ints, stand for.</summary>
    public static Status Read(Machine machine, in Value source, string order, bool signed, ref Value result)
    {
        if (!TryOrder(machine, order, out var bigEndian))
            return Status.Raised;
        if (source.Object is PyStr || Numbers.IsInt(source))
            return machine.Raise(Types.TypeError, $"cannot convert '{Operations.TypeName(source)}' object to bytes");
        Value made = source;
        var status = source.Object is PyBytes ? Status.Ok : BytesMaker.Make(machine, source, null, null, ref made);
        if (status != Status.Ok)
            return status;
        var bytes = ((PyBytes)made.Object!).Span;
        return BigMath.TryReserve(machine, 8.0 * bytes.Length) && machine.Charge(bytes.Length)
            ? machine.Return(ref result, new BigInteger(bytes, isUnsigned: !signed, isBigEndian: bigEndian))
            : Status.Raised;
    }

    private static bool TryOrder(Machine machine, string order, out bool bigEndian)
    {
        bigEndian = order == "big";
        return bigEndian || order == "little"
            || machine.Raise(Types.ValueError, "byteorder must be either 'little' or 'big'") == Status.Ok;
    }
}
