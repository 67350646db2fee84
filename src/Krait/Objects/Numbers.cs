using Krait.Core;

namespace Krait.Objects;

/// <summary>int, bool, float and complex: arithmetic, comparison, hash and text across all number kinds.</summary>
internal static class Numbers
{
    public static bool IsInt(in Value value) => value.IsInt || value.IsBool || value.Object is PyInt;

    public static Status CheckLength(Machine machine, in Value value, out long length)
    {
        length = value.Bits;
        return Status.Ok;
    }

    public static long Hash(in Value value) => value.Bits;

    public static Status Repr(Machine machine, in Value value, ref Value result) => machine.Return(ref result, value.Bits.ToString());

    public static Status Format(Machine machine, in Value value, string specification, ref Value result) => machine.Return(ref result, specification);

    public static Status Compare(BinaryOperator op, in Value left, in Value right, ref Value result) => Status.NotImplemented;

    public static Status Binary(Machine machine, BinaryOperator op, in Value left, in Value right, ref Value result) => Status.NotImplemented;

    public static Status Unary(Machine machine, UnaryOperator op, in Value value, ref Value result) => Status.NotImplemented;
}
