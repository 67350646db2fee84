using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Krait.Mpy;

/// <summary>
/// An entry of a module's object table. Two entries are equal when they are the same type and value bit by bit:
/// 1, 1.0 and True are three constants, as are 0.0 and -0.0.
/// </summary>
internal abstract class Constant
{
    public static readonly Constant None = new SingletonConstant(ObjectKind.None);
    public static readonly Constant False = new SingletonConstant(ObjectKind.False);
    public static readonly Constant True = new SingletonConstant(ObjectKind.True);
    public static readonly Constant Ellipsis = new SingletonConstant(ObjectKind.Ellipsis);

    /// <summary>The truth value that Python gives the constant.</summary>
    public abstract bool IsTrue { get; }

    public abstract void Write(ByteWriter writer);

    private protected static void WriteBytes(ByteWriter writer, ObjectKind kind, ReadOnlySpan<byte> content, bool terminated)
    {
        writer.Write((byte)kind);
        writer.WriteVarUint((uint)content.Length);
        writer.Write(content);
        if (terminated)
            writer.Write(0);
    }

    private protected static void WriteText(ByteWriter writer, ObjectKind kind, string text) =>
        WriteBytes(writer, kind, Encoding.ASCII.GetBytes(text), terminated: false);
}

/// <summary>The type byte of an object-table entry.</summary>
internal enum ObjectKind : byte
{
    FunTable, None, False, True, Ellipsis, Str, Bytes, Int, Float, Complex, Tuple,
}

internal sealed class SingletonConstant(ObjectKind kind) : Constant
{
    public override bool IsTrue => kind is ObjectKind.True or ObjectKind.Ellipsis;

    public override void Write(ByteWriter writer) => writer.Write((byte)kind);
}

internal sealed class IntConstant(BigInteger value) : Constant
{
    public BigInteger Value => value;

    public override bool IsTrue => !value.IsZero;

    public override bool Equals(object? obj) => obj is IntConstant other && other.Value == value;

    public override int GetHashCode() => value.GetHashCode();

    public override void Write(ByteWriter writer) => WriteText(writer, ObjectKind.Int, value.ToString());
}

internal sealed class FloatConstant(double value) : Constant
{
    public double Value => value;

    public override bool IsTrue => value != 0;

    /// <summary>A NaN equals itself alone, not another one.</summary>
    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj)
        || obj is FloatConstant other && !double.IsNaN(value)
        && BitConverter.DoubleToInt64Bits(other.Value) == BitConverter.DoubleToInt64Bits(value);

    public override int GetHashCode() => value.GetHashCode();

    public override void Write(ByteWriter writer) => WriteText(writer, ObjectKind.Float, FloatText.Format(value));
}

/// <summary>An imaginary literal; there are no other complex constants.</summary>
internal sealed class ImaginaryConstant(double value) : Constant
{
    public double Value => value;

    public override bool IsTrue => value != 0;

    public override bool Equals(object? obj) => obj is ImaginaryConstant other && other.Value.Equals(value);

    public override int GetHashCode() => value.GetHashCode();

    public override void Write(ByteWriter writer) =>
        WriteText(writer, ObjectKind.Complex, FloatText.FormatShort(value) + "j");
}

/// <summary>A str or bytes constant; a str is the bytes of its UTF-8 form.</summary>
internal sealed class TextConstant(ObjectKind kind, byte[] content) : Constant
{
    readonly int hash = Hash(kind, content);

    public ObjectKind Kind => kind;

    public ReadOnlySpan<byte> Content => content;

    public override bool IsTrue => content.Length > 0;

    public override bool Equals(object? obj) =>
        obj is TextConstant other && other.Kind == kind && other.Content.SequenceEqual(content);

    public override int GetHashCode() => hash;

    public override void Write(ByteWriter writer) => WriteBytes(writer, kind, content, terminated: true);

    static int Hash(ObjectKind kind, byte[] content)
    {
        var hash = new HashCode();
        hash.Add((byte)kind);
        hash.AddBytes(content);
        return hash.ToHashCode();
    }
}

internal sealed class TupleConstant : Constant
{
    readonly Constant[] items;
    readonly int hash;

    public TupleConstant(Constant[] items)
    {
        this.items = items;
        var combined = new HashCode();
        foreach (var item in items)
            combined.Add(item.GetHashCode());
        hash = combined.ToHashCode();
    }

    public override bool IsTrue => items.Length > 0;

    public override bool Equals(object? obj)
    {
        if (ReferenceEquals(this, obj))
            return true;
        if (obj is not TupleConstant other || other.hash != hash || other.items.Length != items.Length)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < items.Length; i++)
            if (!items[i].Equals(other.items[i]))
                return false;
        return true;
    }

    public override int GetHashCode() => hash;

    public override void Write(ByteWriter writer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.Write((byte)ObjectKind.Tuple);
        writer.WriteVarUint((uint)items.Length);
        foreach (var item in items)
            item.Write(writer);
    }
}
