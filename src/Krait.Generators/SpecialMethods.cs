namespace Krait.Generators;

/// <summary>The special methods that operations ask a host's class for: how many arguments they give it behind self, and
/// what they expect.</summary>
internal static class SpecialMethods
{
    private const string Operators =
        "lt gt eq le ge ne ior ixor iand ilshift irshift iadd isub imul imatmul ifloordiv itruediv imod ipow or xor and lshift rshift add sub mul "
        + "matmul floordiv truediv mod pow divmod ror rxor rand rlshift rrshift radd rsub rmul rmatmul rfloordiv rtruediv rmod rpow rdivmod";

    private static readonly Dictionary<string, int> arities = Table();

    /// <summary>Whether a name is that of a special method, and how many arguments it takes; -1 for any number.</summary>
    public static bool TryArity(string name, out int arity) => arities.TryGetValue(name, out arity);

    /// <summary>Whether the method combines two operands: another one may know what this one does not.</summary>
    public static bool IsOperator(string name) =>
        name.Length > 4 && Array.IndexOf(Operators.Split(' '), name.Substring(2, name.Length - 4)) >= 0;

    /// <summary>What must come back, as messages name it; null when anything may.</summary>
    public static string? Result(string name) => name switch
    {
        "__repr__" or "__str__" or "__format__" => "a str",
        "__len__" or "__hash__" or "__index__" or "__int__" or "__length_hint__" => "an int",
        "__bool__" => "a bool",
        "__float__" => "a float",
        _ => null,
    };

    private static Dictionary<string, int> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal) { ["__call__"] = -1 };
        Add(0, "pos neg invert abs bool len repr str hash bytes iter next reversed length_hint index int float complex trunc floor ceil enter dir");
        Add(1, "format getitem delitem contains getattr getattribute delattr missing instancecheck subclasscheck " + Operators);
        Add(2, "setitem setattr");
        Add(3, "exit");
        return table;

        void Add(int arity, string stems)
        {
            foreach (var stem in stems.Split(' '))
                table.Add($"__{stem}__", arity);
        }
    }
}
