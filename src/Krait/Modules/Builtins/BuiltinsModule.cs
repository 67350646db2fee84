using System.Numerics;
using Krait.Core;
using Krait.Objects;
using Krait.Objects.Text;

namespace Krait.Modules;

/// <summary>
/// The module builtins. Files: this one has what a single value is asked, <c>BuiltinsModule.Iteration.cs</c> what walks
/// over iterables, <c>BuiltinsModule.Console.cs</c> input and output, <c>BuiltinsModule.Code.cs</c> what reaches the
/// frame that calls; <see cref="BuiltinModules"/> adds the types and exceptions.
/// </summary>
[PyModule("builtins", PositionalOnly = true)]
internal static partial class BuiltinsModule
{
    [PyConstant("Ellipsis")]
    internal static Value Ellipsis => Value.Of(Singletons.Ellipsis);

    [PyConstant("NotImplemented")]
    internal static Value NotImplemented => Value.Of(Singletons.NotImplemented);

    [PyConstant("__debug__")]
    internal static bool Debug => true;

    [PyFunction("abs")]
    internal static Status Abs(Machine machine, in Value x, ref Value result) => Numbers.Abs(machine, x, ref result);

    [PyFunction("divmod")]
    internal static Status DivMod(Machine machine, in Value x, in Value y, ref Value result) => Numbers.DivMod(machine, x, y, ref result);

    [PyFunction("pow")]
    internal static Status Power(Machine machine, ref Value result, [Named("base")] in Value number, [Named("exp")] in Value exponent,
        [Named("mod")] in Value modulus = default) => Numbers.Pow3(machine, number, exponent, modulus, ref result);

    [PyFunction("round")]
    internal static Status Round(Machine machine, ref Value result, [Named("number")] in Value number,
        [Named("ndigits")] in Value digits = default) => Numbers.Round(machine, number, digits, ref result);

    [PyFunction("bin")]
    internal static Status Binary(Machine machine, in Value number, ref Value result) => Radix(machine, number, "0b", 1, ref result);

    [PyFunction("oct")]
    internal static Status Octal(Machine machine, in Value number, ref Value result) => Radix(machine, number, "0o", 3, ref result);

    [PyFunction("hex")]
    internal static Status Hexadecimal(Machine machine, in Value number, ref Value result) => Radix(machine, number, "0x", 4, ref result);

    [PyFunction("chr")]
    internal static Status Character(Machine machine, int code, ref Value result)
    {
        if (code is < 0 or > 0x10ffff)
            return machine.Raise(Types.ValueError, "chr() arg not in range(0x110000)");
        result.SetObject(machine.Interned.Character(code));
        return Status.Ok;
    }

    [PyFunction("ord")]
    internal static Status CodePoint(Machine machine, in Value character, ref Value result)
    {
        if (character.Object is PyStr text)
        {
            if (text.Count != 1)
                return machine.Raise(Types.TypeError, $"ord() expected a character, but string of length {text.Count} found");
            var units = text.Span;
            result.SetInt(units.Length == 1 ? units[0] : char.ConvertToUtf32(units[0], units[1]));
            return Status.Ok;
        }
        if (character.Object is not PyBytes bytes)
            return machine.Raise(Types.TypeError, $"ord() expected string of length 1, but {Operations.TypeName(character)} found");
        if (bytes.Count != 1)
            return machine.Raise(Types.TypeError, $"ord() expected a character, but string of length {bytes.Count} found");
        result.SetInt(bytes.Span[0]);
        return Status.Ok;
    }

    [PyFunction("repr")]
    internal static Status Repr(Machine machine, in Value value, ref Value result) => Operations.Repr(machine, value, ref result);

    [PyFunction("ascii")]
    internal static Status Ascii(Machine machine, in Value value, ref Value result) => StrRepr.Ascii(machine, value, ref result);

    [PyFunction("format")]
    internal static Status Format(Machine machine, in Value value, ref Value result, string specification = "") =>
        Operations.Format(machine, value, specification, ref result);

    [PyFunction("hash")]
    internal static Status Hash(Machine machine, in Value value, ref Value result)
    {
        var status = Operations.Hash(machine, value, out var hash);
        result.SetInt(hash);
        return status;
    }

    /// <summary>Objects have numbers that are multiples of 16; the tagged kinds fill the gaps with their payload.</summary>
    [PyFunction("id")]
    internal static Status Identity(Machine machine, in Value value, ref Value result)
    {
        if (value.Object is PyObject item)
        {
            result.SetInt(machine.IdOf(item));
            return Status.Ok;
        }
        var kind = value.IsInt ? 1 : value.IsFloat ? 2 : value.IsBool ? 3 : 4;
        return machine.Return(ref result, new BigInteger((ulong)value.Bits) * 16 + kind);
    }

    [PyFunction("len")]
    internal static Status Length(Machine machine, in Value value, ref Value result) => machine.Length(value, ref result);

    [PyFunction("callable")]
    internal static bool IsCallable(Machine machine, in Value value) => Operations.IsCallable(machine, value);

    [PyFunction("isinstance")]
    internal static Status IsInstance(Machine machine, in Value value, in Value type, ref Value result)
    {
        var status = TypeChecks.IsInstance(machine, value, type, out var answer);
        result.SetBool(answer);
        return status;
    }

    [PyFunction("issubclass")]
    internal static Status IsSubclass(Machine machine, in Value derived, in Value type, ref Value result)
    {
        var status = TypeChecks.IsSubclass(machine, derived, type, out var answer);
        result.SetBool(answer);
        return status;
    }

    [PyFunction("getattr")]
    internal static Status GetAttribute(Machine machine, in Value value, in Value name, ref Value result, in Value fallback = default)
    {
        if (AttributeName(machine, name) is not { } interned)
            return Status.Raised;
        var status = Attributes.Get(machine, value, interned, ref result);
        if (status != Status.Raised || fallback.IsNull || !machine.Catch(Types.AttributeError))
            return status;
        result.Set(fallback);
        return Status.Ok;
    }

    [PyFunction("hasattr")]
    internal static Status HasAttribute(Machine machine, in Value value, in Value name, ref Value result)
    {
        if (AttributeName(machine, name) is not { } interned)
            return Status.Raised;
        Value found = default;
        var status = Attributes.Get(machine, value, interned, ref found);
        if (status != Status.Ok && !machine.Catch(Types.AttributeError))
            return status;
        result.SetBool(status == Status.Ok);
        return Status.Ok;
    }

    [PyFunction("setattr")]
    internal static Status SetAttribute(Machine machine, in Value value, in Value name, in Value content) =>
        AttributeName(machine, name) is { } interned ? Attributes.Set(machine, value, interned, content) : Status.Raised;

    [PyFunction("delattr")]
    internal static Status DeleteAttribute(Machine machine, in Value value, in Value name) =>
        AttributeName(machine, name) is { } interned ? Attributes.Delete(machine, value, interned) : Status.Raised;

    private static PyStr? AttributeName(Machine machine, in Value name)
    {
        if (name.Object is PyStr text)
            return machine.Interned.Get(text);
        machine.Raise(Types.TypeError, $"attribute name must be string, not '{Operations.TypeName(name)}'");
        return null;
    }

    private static Status Radix(Machine machine, in Value value, string prefix, int bitsPerDigit, ref Value result)
    {
        if (!Conversions.TryBigInteger(machine, value, out var number))
            return Status.Raised;
        return IntText.Radix(machine, BigInteger.Abs(number), bitsPerDigit, upper: false) is { } digits
            ? machine.Return(ref result, (number.Sign < 0 ? "-" : "") + prefix + digits)
            : Status.Raised;
    }
}
