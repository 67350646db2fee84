using System.Numerics;
using Krait.Core;
using Krait.Objects;

namespace Krait.Tests.Binding;

// Methods with the parameters that CPython's builtins of these names have, so that the messages of both can be compared.
// They do little with what they get: enough for a test to see what arrived.

[PyType("list", PositionalOnly = true, Unhashable = true)]
internal sealed class SampleList : PyObject
{
    [PyConstant("limit")]
    public const long Limit = 7;

    public Value Item;

    public override PyType Type => SampleListBinding.Instance.Type;

    [PyProperty("size")]
    public long Size { get; set; } = 3;

    [PyProperty("label")]
    public string? Label { get; private set; }

    [PyProperty("first", Setter = nameof(SetFirst))]
    internal Status First(Machine machine, ref Value result)
    {
        result.Set(Item);
        return Status.Ok;
    }

    internal Status SetFirst(Machine machine, in Value item)
    {
        Item = item;
        return Status.Ok;
    }

    [PyNew]
    internal static Status New(Machine machine, PyType type, ref Value result, in Value iterable = default)
    {
        result.SetObject(new SampleList { Item = iterable });
        return Status.Ok;
    }

    [PyFunction("__init__")]
    internal void Initialize(in Value iterable = default) => Item = iterable;

    [PyFunction("append")]
    internal void Append(in Value item) => Item = item;

    [PyFunction("clear")]
    internal Status Clear(Machine machine)
    {
        Item = default;
        return Status.Ok;
    }

    [PyFunction("pop")]
    internal Status Pop(Machine machine, ref Value result, long index = -1)
    {
        result.SetInt(index);
        return Status.Ok;
    }

    [PyFunction("insert")]
    internal Status Insert(Machine machine, long index, in Value item)
    {
        Item = item;
        return Status.Ok;
    }

    [PyFunction("sort")]
    internal string Sort([KeywordOnly] in Value key = default, bool reverse = false) =>
        key.IsNull ? reverse ? "no key, reversed" : "no key" : "key";

    internal override Status Length(Machine machine, out long length)
    {
        length = Size;
        return Status.Ok;
    }

    internal override Status GetItem(Machine machine, in Value key, ref Value result)
    {
        result.Set(key);
        return Status.Ok;
    }

    internal override Status SetItem(Machine machine, in Value key, in Value value)
    {
        Item = value;
        return Status.Ok;
    }

    internal override Status DeleteItem(Machine machine, in Value key)
    {
        Item = default;
        return Status.Ok;
    }

    internal override Status Contains(Machine machine, in Value item, out bool found)
    {
        found = Value.Is(item, Item);
        return Status.Ok;
    }

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(new SampleIterator());
        return Status.Ok;
    }

    internal override Status Compare(Machine machine, BinaryOperator op, in Value other, ref Value result)
    {
        if (other.Object is not SampleList list || op is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return Status.NotImplemented;
        result.SetBool(list.Size == Size == (op == BinaryOperator.Equal));
        return Status.Ok;
    }

    internal override Status Hash(Machine machine, out long hash)
    {
        hash = 0;
        return machine.Raise(Types.TypeError, "unhashable type: 'list'");
    }

    internal override Status Repr(Machine machine, ref Value result) => machine.Return(ref result, "[...]");
}

[PyType("list_iterator", PositionalOnly = true)]
internal sealed class SampleIterator : PyObject
{
    private int left = 1;

    public override PyType Type => SampleIteratorBinding.Instance.Type;

    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal override Status Next(Machine machine, ref Value result)
    {
        if (left-- <= 0)
            return Status.Stop;
        result.SetInt(left);
        return Status.Ok;
    }
}

/// <summary>What the methods of <see cref="SampleStr"/> take for self.</summary>
internal sealed class SampleText : PyObject
{
    public override PyType Type => SampleStrBinding.Instance.Type;
}

[PyType("str", PositionalOnly = true)]
internal static class SampleStr
{
    [PyNew]
    internal static Value New([Named("object")] in Value source = default, string? encoding = null, string? errors = null) =>
        Value.Int((source.IsNull ? 0 : 1) + (encoding is null ? 0 : 10) + (errors is null ? 0 : 100));

    [PyFunction("replace")]
    internal static string Replace(SampleText self, string old, string @new, long count = -1) => old + @new + count;

    [PyFunction("encode")]
    internal static string Encode(in Value self, [Named] string encoding = "utf-8", string errors = "strict") => encoding + " " + errors;

    [PyFunction("split")]
    internal static string? Split(in Value self, [Named] string? sep = null, long maxsplit = -1) => sep;

    [PyFunction("splitlines")]
    internal static bool SplitLines(in Value self, [Named] bool keepends = false) => keepends;

    [PyFunction("removeprefix")]
    internal static string RemovePrefix(SampleText self, string prefix) => prefix;

    [PyFunction("ljust")]
    internal static long LeftJust(in Value self, long width, string fillchar = " ") => width + fillchar.Length;

    [PyFunction("expandtabs")]
    internal static int ExpandTabs(in Value self, [Named] int tabsize = 8) => tabsize;

    [PyStaticMethod("maketrans")]
    internal static void MakeTrans(in Value x, in Value y = default, in Value z = default)
    {
    }
}

[PyType("int", PositionalOnly = true)]
internal static class SampleInt
{
    [PyClassMethod("from_bytes")]
    internal static string FromBytes(PyType type, [Named] in Value bytes, string byteorder = "big", [KeywordOnly] bool signed = false) =>
        byteorder + (signed ? " signed" : "");

    [PyClassMethod("fromhex")]
    internal static string FromHex(PyType type, string text) => type.Name + text;

    [PyClassMethod("fromkeys")]
    internal static Value FromKeys(in Value iterable, in Value value = default) => value.IsNull ? Value.None : value;
}

[PyModule("builtins", PositionalOnly = true)]
internal static class SampleBuiltins
{
    [PyFunction("len")]
    internal static long Length(in Value value) => 0;

    [PyFunction("divmod")]
    internal static void DivMod(in Value left, in Value right)
    {
    }

    [PyFunction("print")]
    internal static Status Print(Machine machine, [Rest] Arguments values, ref Value result, string? sep = null, bool flush = false)
    {
        result.SetInt(values.Positional + values.Keywords + (flush ? 100 : 0) + (sep?.Length ?? 0) * 1000);
        return Status.Ok;
    }

    [PyFunction("max")]
    internal static long Max(in Value first, [Rest] in Arguments values, in Value key = default) => values.Positional;

    [PyFunction("sum")]
    internal static Status Sum(Machine machine, in Value iterable, ref Value result, [Named] in Value start = default)
    {
        result.Set(start.IsNull ? iterable : start);
        return Status.Ok;
    }

    [PyFunction("pow")]
    internal static bool Power([Named] in Value @base, in Value exp, in Value mod = default) => !mod.IsNull;

    [PyFunction("open")]
    internal static void Open([Named] in Value file, string mode = "r", long buffering = -1, string? encoding = null)
    {
    }

    [PyFunction("optional_then_rest")]
    internal static long OptionalThenRest(in Value first = default, [Rest] Arguments rest = default) =>
        rest.Positional + 10 * rest.Keywords + (first.IsNull ? 0 : 100);

    [PyFunction("dict")]
    internal static long Dictionary([Rest] Arguments rest) => rest.Positional + 10 * rest.Keywords;
}

[PyModule("math", PositionalOnly = true)]
internal static class SampleMath
{
    [PyConstant("pi")]
    public const double Pi = Math.PI;

    [PyConstant("name")]
    public const string Name = "math";

    [PyConstant("nothing")]
    public static readonly Value Nothing = Value.None;

    [PyConstant("big")]
    public static BigInteger Big { get; } = BigInteger.Pow(10, 30);

    [PyConstant("list")]
    internal static PyType List => SampleListBinding.Instance.Type;

    [PyFunction("sqrt")]
    internal static double SquareRoot(double x) => Math.Sqrt(x);

    [PyFunction("isclose")]
    internal static bool IsClose([Named] double a, double b, [KeywordOnly] double relTol = 1e-9, double absTol = double.NegativeInfinity) =>
        a == b || relTol == 1 || absTol == 1;

    [PyFunction("gcd")]
    internal static long GreatestCommonDivisor([Rest(NoKeywords = true)] Arguments numbers) => numbers.Positional;

    [PyFunction("prod")]
    internal static void Product(in Value iterable, [KeywordOnly] in Value start = default)
    {
    }

    [PyFunction("comb")]
    internal static BigInteger Combinations(BigInteger n, BigInteger k) => n + k;

    [PyFunction]
    internal static long MaybeNumber(long? number = 5, SampleList? list = null, bool? truth = null) =>
        (number ?? -1) + (list is null ? 0 : 100) + (truth is null ? 0 : 1000);

    [PyFunction("takes_list")]
    internal static PyObject? TakesList(SampleList list, SampleList? other) => other;

    [PyFunction("fail")]
    internal static void Fail(bool cancel = false) =>
        throw (cancel ? new OperationCanceledException() : new InvalidDataException("it failed"));
}
