using Krait.Capabilities;
using Krait.Core;
using Krait.Hosting;
using Krait.Objects;

namespace Krait.Tests.Binding;

/// <summary>Special methods that a host's class binds by attributes: operations ask them as they ask a Python class's.</summary>
public class SpecialMethodTests
{
    private const string Vectors = """
        namespace Vectors;

        [PyType("Vector", Module = "vectors")]
        public sealed class Vector : PyObject
        {
            public override PyType Type => VectorBinding.Instance.Type;

            private readonly double[] parts;
            private readonly System.Collections.Generic.Dictionary<string, Value> attributes = [];

            public Vector(params double[] parts) => this.parts = parts;

            [PyNew] public static Vector New(double x = 0, double y = 0) => new(x, y);

            [PyFunction("__repr__")] public string Show() => $"Vector({parts[0]}, {parts[1]})";
            [PyFunction("__add__")] public Vector Add(Vector other) => new(parts[0] + other.parts[0], parts[1] + other.parts[1]);
            [PyFunction("__iadd__")] public Vector AddInPlace(Vector other) { parts[0] += other.parts[0]; parts[1] += other.parts[1]; return this; }
            [PyFunction("__mul__")] public Vector Scale(double factor) => new(parts[0] * factor, parts[1] * factor);
            [PyFunction("__rmul__")] public Vector ScaleReflected(double factor) => Scale(factor);
            [PyFunction("__neg__")] public Vector Negate() => Scale(-1);
            [PyFunction("__eq__")] public bool Equal(Vector other) => parts[0] == other.parts[0] && parts[1] == other.parts[1];
            [PyFunction("__lt__")] public bool Less(Vector other) => parts[0] < other.parts[0];
            [PyFunction("__hash__")] public long Hash() => (long)(parts[0] * 31 + parts[1]);
            [PyFunction("__len__")] public int Length() => parts.Length;
            [PyFunction("__bool__")] public bool Truth() => parts[0] != 0 || parts[1] != 0;
            [PyFunction("__getitem__")] public double Item(int index) => parts[index];
            [PyFunction("__setitem__")] public void SetItem(int index, double value) => parts[index] = value;
            [PyFunction("__delitem__")] public void DeleteItem(int index) => parts[index] = 0;
            [PyFunction("__contains__")] public bool Contains(double value) => System.Array.IndexOf(parts, value) >= 0;
            [PyFunction("__iter__")] public Parts Iterate() => new(parts);
            [PyFunction("__call__")] public long Call([Rest] Arguments rest) => rest.Positional;
            [PyFunction("__enter__")] public Vector Enter() => this;
            [PyFunction("__exit__")] public bool Exit(in Value type, in Value exception, in Value traceback) => !exception.IsNone;
            [PyFunction("__getattr__")] public Value Attribute(string name) => attributes.TryGetValue(name, out var value) ? value : Value.None;
            [PyFunction("__setattr__")] public void SetAttribute(string name, in Value value) => attributes[name] = value;
            [PyFunction("__index__")] public long Index() => (long)parts[0];
            [PyFunction("__float__")] public double Float() => parts[1];
            [PyFunction("__format__")] public string Format(string specification) => "<" + specification + ">";
        }

        [PyType("parts", Module = "vectors")]
        public sealed class Parts : PyObject
        {
            public override PyType Type => PartsBinding.Instance.Type;

            private readonly double[] parts;
            private int next;

            public Parts(double[] parts) => this.parts = parts;

            [PyFunction("__iter__")] public Parts Self() => this;
            [PyFunction("__next__")] public Status Next(Machine machine, ref Value result)
            {
                if (next == parts.Length)
                    return Status.Stop;
                result.SetFloat(parts[next++]);
                return Status.Ok;
            }
            [PyFunction("__matmul__")] public Status Decline(Machine machine, in Value other, ref Value result) => Status.NotImplemented;
            [PyFunction("__eq__")] public bool Same(Parts other) => true;
        }
        """;

    private static readonly Lazy<PyType> vectorType = new(static () =>
    {
        var host = new HostCompilation(Vectors);
        Assert.Empty(host.Reports);
        Assert.Empty(host.CompilerMessages);
        var binding = host.Load("Vectors.VectorBinding");
        return ((TypeBinding)binding.GetField("Instance")!.GetValue(null)!).Type;
    });

    [Theory]
    [InlineData("V(1, 2)", "Vector(1, 2)")]
    [InlineData("str(V(1, 2))", "Vector(1, 2)")]
    [InlineData("f'{V():x}'", "<x>")]
    [InlineData("V(1, 2) + V(3, 4)", "Vector(4, 6)")]
    [InlineData("V(1, 2) + 1", "TypeError: unsupported operand type(s) for +: 'Vector' and 'int'")]
    [InlineData("1 + V(1, 2)", "TypeError: unsupported operand type(s) for +: 'int' and 'Vector'")]
    [InlineData("V(1, 2) * 3", "Vector(3, 6)")]
    [InlineData("3 * V(1, 2)", "Vector(3, 6)")]
    [InlineData("V(1, 2) * None", "TypeError: unsupported operand type(s) for *: 'Vector' and 'NoneType'")]
    [InlineData("-V(1, 2)", "Vector(-1, -2)")]
    [InlineData("+V(1, 2)", "TypeError: bad operand type for unary +: 'Vector'")]
    [InlineData("V(1, 2) == V(1, 2), V(1, 2) == V(2, 1), V(1, 2) != V(1, 2), V(1, 2) == 3", "(True, False, False, False)")]
    [InlineData("sorted([V(3, 1), V(1, 1), V(2, 1)])", "[Vector(1, 1), Vector(2, 1), Vector(3, 1)]")]
    [InlineData("V(1, 2) < 3", "TypeError: '<' not supported between instances of 'Vector' and 'int'")]
    [InlineData("hash(V(1, 2)), {V(1, 2): 'a'}[V(1, 2)]", "(33, 'a')")]
    [InlineData("len(V()), bool(V()), not V(1, 1), 'yes' if V(0, 1) else 'no'", "(2, False, False, 'yes')")]
    [InlineData("V(1, 2)[1]", "2.0")]
    [InlineData("V(1, 2)['x']", "TypeError: 'str' object cannot be interpreted as an integer")]
    [InlineData("V(1, 2)[9]", "RuntimeError: Index was outside the bounds of the array.")]
    [InlineData("2.0 in V(1, 2), 3.0 in V(1, 2)", "(True, False)")]
    [InlineData("list(V(1, 2)), sum(V(1, 2)), [x for x in V(1, 2)]", "([1.0, 2.0], 3.0, [1.0, 2.0])")]
    [InlineData("next(iter(V(5, 6)))", "5.0")]
    [InlineData("iter(V()) @ 1", "TypeError: unsupported operand type(s) for @: 'parts' and 'int'")]
    [InlineData("hash(iter(V()))", "TypeError: unhashable type: 'parts'")]
    [InlineData("V(1, 2)(1, 2, 3)", "3")]
    [InlineData("V.__add__(V(1, 2), V(1, 1)), V(1, 2).__len__()", "(Vector(2, 3), 2)")]
    [InlineData("V(1, 2).__add__(1)", "NotImplemented")]
    [InlineData("V(1, 2).nothing", "None")]
    [InlineData("[10, 20, 30][V(1, 0)], float(V(1, 7))", "(20, 7.0)")]
    public void Operations_ask_them(string expression, string expected) =>
        Assert.Equal(expected, Run($"try: print(({expression}))\nexcept Exception as e: print(type(e).__name__ + ':', e)"));

    [Fact]
    public void Statements_ask_them() => Assert.Equal("Vector(4, 9) True True 4 swallowed", Run("""
        v = w = V(1, 2)
        v += V(3, 4)
        v[1] = 9
        v.colour = 4
        with v as entered:
            raise ValueError
        shown = repr(v)
        del v[1]
        print(shown, v is w, v is entered and v[1] == 0, v.colour, 'swallowed')
        """));

    [Theory]
    [InlineData("[PyFunction(\"__add__\")] public long Add() => 1;", "KR0014: 'Add' is bound as '__add__', which takes 1 argument behind self")]
    [InlineData("[PyFunction(\"__len__\")] public long Length(long x) => 1;", "KR0014: 'Length' is bound as '__len__', which takes 0 arguments behind self")]
    [InlineData("[PyFunction(\"__setitem__\")] public void Set(in Value key) { }", "KR0014: 'Set' is bound as '__setitem__', which takes 2 arguments behind self")]
    [InlineData("[PyFunction(\"__len__\")] public string Length() => \"\";", "KR0014: 'Length' is bound as '__len__', which gives an int")]
    [InlineData("[PyFunction(\"__repr__\")] public long Show() => 1;", "KR0014: 'Show' is bound as '__repr__', which gives a str")]
    [InlineData("[PyFunction(\"__bool__\")] public long Truth() => 1;", "KR0014: 'Truth' is bound as '__bool__', which gives a bool")]
    [InlineData("[PyStaticMethod(\"__add__\")] public static long Add(in Value other) => 1;", "KR0014: 'Add' is bound as '__add__', which is a method: mark it with [PyFunction]")]
    [InlineData("[PyProperty(\"__len__\")] public long Length => 1;", "KR0014: 'Length' is bound as '__len__', which is a method: mark it with [PyFunction]")]
    public void A_wrong_signature_is_reported(string member, string report) => Assert.Equal([report], new HostCompilation(
        $"[PyType(\"A\")] public sealed class A : PyObject {{ public override PyType Type => throw new Exception(); {member} }}").Reports);

    private static string Run(string program)
    {
        var console = new Programs.RecordingConsole();
        using var engine = new Engine(new EngineOptions { Capabilities = new CapabilitySet { Console = console } });
        engine.Machine.Builtins.SetName(engine.Machine, engine.Machine.Intern("V"), Value.Of(vectorType.Value));
        engine.Execute(program);
        return console.Text.TrimEnd();
    }
}
