using Krait.Core;
using Krait.Objects.Text;

namespace Krait.Objects.Formatting;

/// <summary>format() of a str: a part of it, padded.</summary>
internal static class StrFormat
{
    /// <summary>format(text, specification)</summary>
    public static Status Apply(Machine machine, PyStr text, string specification, ref Value result)
    {
        if (!FormatSpec.TryParse(machine, specification, "str", 's', '<', out var spec))
            return Status.Raised;
        if (spec.Type != 's')
            return spec.RaiseUnknownType(machine, "str");
        var refused = spec switch
        {
            { Sign: ' ' } => "Space not allowed in string format specifier",
            { Sign: not '\0' } => "Sign not allowed in string format specifier",
            { CoerceNegativeZero: true } => "Negative zero coercion (z) not allowed in string format specifier",
            { Alternate: true } => "Alternate form (#) not allowed in string format specifier",
            { Align: '=' } => "'=' alignment not allowed in string format specifier",
            _ => null,
        };
        if (refused is not null)
            return machine.Raise(Types.ValueError, refused);
        if (spec.Precision >= 0 && spec.Precision < text.Count)
        {
            if (text.GetSlice(machine, 0, 1, spec.Precision, ref result) != Status.Ok)
                return Status.Raised;
            text = (PyStr)result.Object!;
        }
        return spec.Pad(machine, text, 0, ref result);
    }
}
