using Krait.Core;

namespace Krait.Objects;

/// <summary>What Python sees of complex.</summary>
[PyType("complex", IsBase = true, PositionalOnly = true,
    Slots = Slots.Repr | Slots.Format | Slots.Hash | Slots.Equality | Slots.Truth)]
internal static class ComplexMethods
{
    /// <summary>complex(real, imag), or complex(text).</summary>
    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, [Named] in Value real = default, in Value imag = default)
    {
        double x;
        double y;
        if (real.Object is PyStr text)
        {
            if (!imag.IsNull)
                return machine.Raise(Types.TypeError, "complex() can't take second arg if first is a string");
            if (!machine.Charge(text.Text.Length, text.Text.Length * 2L))
                return Status.Raised;
            if (!ComplexText.TryParse(text.Text, out x, out y))
                return Malformed(machine, real, text.Text);
        }
        else
        {
            if (imag.Object is PyStr)
                return machine.Raise(Types.TypeError, "complex() second arg can't be a string");
            var status = Combine(machine, real, imag, out x, out y);
            if (status != Status.Ok)
                return status;
        }
        result.SetObject(type is ClassType derived ? new PyComplexInstance(derived, x, y) : new PyComplex(x, y));
        return Status.Ok;
    }

    /// <summary>The number with the opposite imaginary part.</summary>
    [PyFunction("conjugate")]
    internal static Status Conjugate(Machine machine, PyComplex self, ref Value result)
    {
        result.SetObject(new PyComplex(self.Real, -self.Imaginary));
        return Status.Ok;
    }

    [PyFunction("__complex__")]
    internal static Status ToComplex(Machine machine, PyComplex self, ref Value result)
    {
        result.SetObject(self is IInstance ? new PyComplex(self.Real, self.Imaginary) : self);
        return Status.Ok;
    }

    [PyFunction("__getnewargs__")]
    internal static Status GetNewArguments(Machine machine, PyComplex self, ref Value result)
    {
        result.SetObject(new PyTuple([Value.Float(self.Real), Value.Float(self.Imaginary)]));
        return Status.Ok;
    }

    [PyProperty("real")]
    internal static Status Real(Machine machine, PyComplex self, ref Value result)
    {
        result.SetFloat(self.Real);
        return Status.Ok;
    }

    [PyProperty("imag")]
    internal static Status Imaginary(Machine machine, PyComplex self, ref Value result)
    {
        result.SetFloat(self.Imaginary);
        return Status.Ok;
    }

    private static Status Malformed(Machine machine, in Value source, string text)
    {
        if (NumberText.Plain(text) is not null)
            return machine.Raise(Types.ValueError, "complex() arg is a malformed string");
        return NumberText.Quote(machine, source) is { } quoted
            ? machine.Raise(Types.ValueError, $"could not convert string to complex: {quoted}")
            : Status.Raised;
    }

    /// <summary>real + imag * 1j, where either may itself be complex.</summary>
    private static Status Combine(Machine machine, in Value real, in Value imag, out double x, out double y)
    {
        double first = 0, firstImaginary = 0, second = 0, secondImaginary = 0;
        x = y = 0;
        var status = real.IsNull ? Status.Ok : First(machine, real, out first, out firstImaginary);
        if (status == Status.Ok && !imag.IsNull)
            status = Second(machine, imag, out second, out secondImaginary);
        if (status != Status.Ok)
            return status;
        // An absent part adds nothing, not even a zero that would change the sign of another.
        x = imag.Object is PyComplex ? first - secondImaginary : first;
        y = imag.IsNull ? firstImaginary : Number.Of(real).Kind == NumberKind.Complex ? second + firstImaginary : second;
        return Status.Ok;
    }

    private static Status First(Machine machine, in Value value, out double real, out double imaginary)
    {
        imaginary = 0;
        if (value.Object is PyObject item && FindComplex(machine, item, out var method))
        {
            Value result = default;
            real = 0;
            var called = Specials.Call(machine, method, value, ref result);
            if (called != Status.Ok)
                return called;
            if (result.Object is not PyComplex complex)
                return machine.Raise(Types.TypeError, $"{item.Type.Name}.__complex__() returned non-complex (type {Operations.TypeName(result)})");
            (real, imaginary) = (complex.Real, complex.Imaginary);
            return Status.Ok;
        }
        return Second(machine, value, out real, out imaginary, "first argument must be a string or a number");
    }

    private static Status Second(Machine machine, in Value value, out double real, out double imaginary, string requirement = "second argument must be a number")
    {
        if (value.Object is PyComplex complex)
        {
            (real, imaginary) = (complex.Real, complex.Imaginary);
            return Status.Ok;
        }
        imaginary = 0;
        var status = Numbers.TryToDouble(machine, value, out real);
        return status == Status.NotImplemented
            ? machine.Raise(Types.TypeError, $"complex() {requirement}, not '{Operations.TypeName(value)}'")
            : status;
    }

    private static bool FindComplex(Machine machine, PyObject item, out Value method)
    {
        if (Number.Of(Value.Of(item)).Kind != NumberKind.None)
            return Specials.Find(machine, item, Special.Complex, out method);
        return item.Type.Lookup(machine, machine.Names[Special.Complex], out method);
    }
}
