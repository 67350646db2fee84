using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects;

/// <summary>
/// A bytes. The bytes may lie in a program image: a constant is used where it is.
/// </summary>
/// <remarks>Parts: this file holds the representation; <c>PyBytes.Slots.cs</c> the constructor, operators and
/// protocols; <c>PyBytes.*.cs</c> the methods by subject. The algorithms are those of str (TextSearch and its
/// neighbours), on another unit.</remarks>
[PyType("bytes", IsBase = true, PositionalOnly = true, Slots = Slots.Add | Slots.Multiply | Slots.Modulo)]
internal partial class PyBytes : PyObject
{
    private readonly ReadOnlyMemory<byte> memory;
    private long hash;

    private protected PyBytes(ReadOnlyMemory<byte> memory) => this.memory = memory;

    public override PyType Type => Types.Bytes;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => memory.Span;

    /// <summary>The bytes as memory, for those who keep them.</summary>
    public ReadOnlyMemory<byte> Memory => memory;

    /// <summary>The number of bytes.</summary>
    public int Count => memory.Length;

    /// <summary>A bytes with a copy of these bytes, for which the caller has charged.</summary>
    public static PyBytes From(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Writes a bytes with a copy of these bytes, for which the caller has charged.</summary>
    /// <remarks>Bounded: as long as what is copied.</remarks>
    public static Status Copy(Machine machine, ReadOnlySpan<byte> bytes, ref Value result)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length);
        if (!machine.TryCopy(bytes, copy))
            return Status.Raised;
        result.SetObject(Adopt(copy));
        return Status.Ok;
    }

    /// <summary>A bytes that lies where these bytes are; they never change.</summary>
    public static PyBytes Adopt(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>A bytes that is this array; nobody writes to it any more.</summary>
    public static PyBytes Adopt(byte[] bytes) => new(bytes);

    /// <summary>The hash, keyed by the engine's seed and kept; never 0 and never -1.</summary>
    public long HashCode(Machine machine)
    {
        if (hash == 0)
        {
            machine.Debit(Count, 0);
            hash = KeyedHash.Of(Span, machine.HashSeed);
        }
        return hash;
    }

    /// <summary>These bytes as a bytes of no derived class.</summary>
    private PyBytes Plain => GetType() == typeof(PyBytes) ? this : new PyBytes(memory);
}

/// <summary>An instance of a Python class that derives from bytes.</summary>
internal sealed class PyBytesInstance : PyBytes, IInstance
{
    private InstanceState state;

    public PyBytesInstance(ClassType type, PyBytes bytes)
        : base(bytes.Memory)
    {
        state.Shape = type.RootShape;
        state.Slots = type.NewSlots();
    }

    public ref InstanceState State => ref state;

    public override PyType Type => state.Shape.Owner;
}
