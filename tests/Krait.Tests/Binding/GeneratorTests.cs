using Krait.Core;
using Krait.Generators;
using Krait.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Krait.Tests.Binding;

public class GeneratorTests
{
    private const string Geometry = """
        namespace Geometry;

        [PyType("Point", Module = "geometry")]
        public sealed class Point : PyObject
        {
            public override PyType Type => PointBinding.Instance.Type;

            [PyProperty] public double X { get; set; }
            [PyProperty("y")] public readonly double Y;

            public Point(double x, double y) => (X, Y) = (x, y);

            [PyNew] public static Point New(double x = 0, double y = 0) => new(x, y);
            [PyFunction] public double DistanceTo(Point other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
            [PyFunction] public static double Norm(Machine machine, Point self) => Math.Sqrt(self.X * self.X + self.Y * self.Y);
            [PyFunction] public string? Describe(string? format = null, [KeywordOnly] bool fail = false, [KeywordOnly] int @class = 3) =>
                fail ? throw new InvalidOperationException("no description") : format;
            [PyStaticMethod] public static Status Answer(Machine machine, ref Value result) { result.SetInt(42); return Status.Ok; }
            [PyClassMethod] public static string NameOf(PyType type) => type.Name;
            [PyConstant] public const long Dimensions = 2;
        }

        [PyModule("geometry")]
        public static class GeometryModule
        {
            [PyConstant] public const double Pi = 3.25;
            [PyConstant("Point")] public static PyType PointType => PointBinding.Instance.Type;
            [PyFunction] public static long Count([Rest] Arguments values) => values.Positional;
            [PyFunction] public static System.Numerics.BigInteger Twice(System.Numerics.BigInteger number) => number * 2;
        }
        """;

    [Fact]
    public void A_hosts_classes_compile_against_the_public_surface()
    {
        var host = new HostCompilation(Geometry);
        Assert.Empty(host.Reports);
        Assert.Empty(host.CompilerMessages);
    }

    [Fact]
    public void A_hosts_type_and_module_work()
    {
        var machine = new BareMachine();
        var host = new HostCompilation(Geometry).Load("Geometry.GeometryModule").Assembly;
        var module = (ModuleBinding)host.GetType("Geometry.GeometryModuleBinding")!.GetField("Instance")!.GetValue(null)!;
        Value pointModule = Value.Of(PyModule.Create(machine, module));
        Value type = Get(pointModule, "Point"), point = default, result = default;
        Assert.Equal("Point", ((PyType)type.Object!).Name);
        Value[] arguments = [type, Value.Int(3), Value.Float(4)];
        Assert.Equal(Status.Ok, ((BuiltinType)type.Object!).Constructor!(machine, new Arguments(arguments), ref point));
        Assert.Equal(5.0, Call(Get(point, "norm")).AsFloat);
        Assert.Equal(0.0, Call(Get(point, "distance_to"), point).AsFloat);
        Assert.Equal("x", Call(Get(point, "describe"), Value.Of(PyStr.From("x"))).Object!.ToString());
        Assert.True(Call(Get(point, "describe")).IsNone);
        Assert.Equal(42, Call(Get(type, "answer")).Bits);
        Assert.Equal("Point", Call(Get(type, "name_of")).Object!.ToString());
        Assert.Equal(2, Get(type, "dimensions").Bits);
        Assert.Equal(3.25, Get(pointModule, "pi").AsFloat);
        Assert.Equal(14, Call(Get(pointModule, "twice"), Value.Int(7)).Bits);
        Assert.Equal(Status.Ok, Attributes.Set(machine, point, machine.Intern("x"), Value.Int(9)));
        Assert.Equal(9.0, Get(point, "x").AsFloat);

        Value[] named = [Value.Of(machine.Intern("fail")), Value.True];
        Assert.Equal(Status.Raised, machine.Call(Get(point, "describe"), new Arguments(ref named[0], 0, 1), ref result));
        Assert.Same(Types.RuntimeError, machine.Pending!.Type);
        Assert.Equal("no description", machine.Pending!.Arguments.Items[0].Object!.ToString());

        Value Get(Value target, string name)
        {
            Value found = default;
            Assert.Equal(Status.Ok, Attributes.Get(machine, target, machine.Intern(name), ref found));
            return found;
        }

        Value Call(Value callee, params Value[] values)
        {
            Value answer = default;
            Assert.Equal(Status.Ok, machine.Call(callee, values, ref answer));
            return answer;
        }
    }

    [Theory]
    [InlineData("[PyType(\"x\")] public class X { }",
        "KR0001: 'X' has [PyType] but is neither a static class nor derived from PyObject")]
    [InlineData("[PyModule(\"x\")] public class X { }",
        "KR0002: 'X' has [PyModule] but is not a static class")]
    [InlineData("public class Outer { [PyType(\"x\")] public static class X { } }",
        "KR0003: 'X' cannot be bound: it is nested in another type or has type parameters")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] private static void F() { } }",
        "KR0004: 'F' cannot be bound: make it internal or public")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyProperty] public static long F(in Value self) => 1; }",
        "KR0005: 'F' cannot be bound: a module has functions and constants only")]
    [InlineData("[PyType(\"x\")] public abstract class X : PyObject { [PyConstant] public long F = 1; }",
        "KR0005: 'F' cannot be bound: it must be static")]
    [InlineData("[PyType(\"x\")] public abstract class X : PyObject { [PyProperty(Setter = \"G\")] public long F => 1; }",
        "KR0005: 'F' cannot be bound: there is no method 'G' to set it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static Status F(in Value a) => Status.Ok; }",
        "KR0006: 'F' answers a Status or writes a result, so its first parameter must be 'Machine machine'")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(ref Value result) { } }",
        "KR0006: 'F' answers a Status or writes a result, so its first parameter must be 'Machine machine'")]
    [InlineData("[PyType(\"x\")] public static class X { [PyFunction] public static void F(Machine machine, long a) { } }",
        "KR0007: 'F' is static, so it takes self behind the machine: 'in Value self', or a class derived from PyObject")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(DateTime when) { } }",
        "KR0008: Parameter 'when' of 'F' has type 'System.DateTime', and no Python value converts to it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(long a, Machine machine) { } }",
        "KR0008: Parameter 'machine' of 'F' has type 'Krait.Core.Machine', and no Python value converts to it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(Arguments rest) { } }",
        "KR0008: Parameter 'rest' of 'F' has type 'Krait.Core.Arguments', and no Python value converts to it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(out long a) { a = 1; } }",
        "KR0008: Parameter 'a' of 'F' has type 'long', and no Python value converts to it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(ref readonly Value a) { } }",
        "KR0008: Parameter 'a' of 'F' has type 'Krait.Core.Value', and no Python value converts to it")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static DateTime F() => default; }",
        "KR0009: 'F' gives 'System.DateTime', which does not convert to a Python value")]
    [InlineData("[PyType(\"x\")] public static class X { [PyConstant] public const string F = \"\"; }",
        "KR0009: 'F' gives 'string', which does not convert to a Python value")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction] public static void F(string? a, long b) { } }",
        "KR0010: Parameter 'b' of 'F' is required, but a parameter before it may be left out")]
    [InlineData("[PyType(\"x\")] public static class X { [PyNew] public static long F() => 1; [PyNew] public static long G() => 1; }",
        "KR0011: 'G' has [PyNew], but its class has another constructor already")]
    [InlineData("[PyModule(\"x\")] public static class X { [PyFunction(\"a\")] public static void F() { } [PyFunction(\"a\")] public static void G() { } }",
        "KR0012: 'G' is bound as 'a', but its class has a member of that Python name already")]
    [InlineData("[PyModule(\"x\")] public static class X { } [PyModule(\"x\")] public static class Y { }",
        "KR0012: 'Y' is bound as 'x', but there is another module of that Python name already")]
    [InlineData("[PyType(\"x\", IsBase = true)] public abstract class X : PyObject { }",
        "KR0013: 'X' has IsBase, which only the types of Krait itself can have")]
    public void A_wrong_use_is_reported(string source, string report) => Assert.Equal([report], new HostCompilation(source).Reports);

    [Fact]
    public void Overloads_get_wrappers_of_their_own()
    {
        var host = new HostCompilation("""
            [PyModule("x")] public static class X
            {
                [PyFunction("one")] public static void F(long a) { }
                [PyFunction("two")] public static void F(string a) { }
            }
            """);
        Assert.Empty(host.CompilerMessages);
        Assert.Contains("members.Function(\"two\", CallF_2);", host.Generated("X.g.cs"));
    }

    [Fact]
    public void Members_of_a_shared_base_class_belong_to_each_type()
    {
        var host = new HostCompilation("""
            public abstract class Shape : PyObject
            {
                [PyFunction] public virtual double Area() => 0;
                [PyFunction] public string Describe() => "a shape";
                [PyProperty(Setter = nameof(SetName))] public string? Name { get; protected set; }
                public void SetName(string? name) => Name = name;
            }

            [PyType("Circle")] public sealed class Circle : Shape
            {
                public override PyType Type => CircleBinding.Instance.Type;
                public override double Area() => 3;
                [PyFunction("describe")] public string DescribeCircle() => "a circle";
            }
            """);
        Assert.Empty(host.Reports);
        Assert.Empty(host.CompilerMessages);
        Assert.Contains("members.Method(\"area\", CallArea);", host.Generated("Circle.g.cs"));
        Assert.Contains("members.Method(\"describe\", CallDescribeCircle);", host.Generated("Circle.g.cs"));
        Assert.DoesNotContain("CallDescribe)", host.Generated("Circle.g.cs"));
        Assert.Contains("members.Property(\"name\", CallName, CallSetName);", host.Generated("Circle.g.cs"));
    }

    [Theory]
    [InlineData("long a = long.MinValue", "long argument1 = long.MinValue;")]
    [InlineData("int a = -5", "int argument1 = -5;")]
    [InlineData("double a = 0.1", "double argument1 = 0.1D;")]
    [InlineData("double a = double.NaN", "double argument1 = double.NaN;")]
    [InlineData("bool a = true", "bool argument1 = true;")]
    [InlineData("string a = \"q\\\"\\n\"", "string? argument1 = \"q\\\"\\n\";")]
    [InlineData("long? a = 7", "long? argument1 = 7L;")]
    [InlineData("long? a = null", "long? argument1 = default;")]
    [InlineData("string? a = \"x\"", "string? argument1 = \"x\";")]
    [InlineData("string a = null!", "F(argument1!);")]
    [InlineData("System.Numerics.BigInteger a = default", "BigInteger argument1 = default;")]
    public void Defaults_are_written_as_they_are(string parameter, string expected)
    {
        var host = new HostCompilation($"[PyModule(\"x\")] public static class X {{ [PyFunction] public static void F({parameter}) {{ }} }}");
        Assert.Empty(host.CompilerMessages);
        Assert.Contains(expected, host.Generated("X.g.cs"));
    }

    [Fact]
    public void Slots_follow_from_what_a_class_overrides()
    {
        Assert.Equal(Slots.Equality | Slots.Order | Slots.Repr, PySliceBinding.Instance.Slots);
        Assert.Equal(Slots.Iterate | Slots.Next, SampleIteratorBinding.Instance.Slots);
    }

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13);
        var krait = MetadataReference.CreateFromFile(typeof(Value).Assembly.Location);
        var source = CSharpSyntaxTree.ParseText("using Krait; [PyModule(\"x\")] public static class X { }", parse);
        var compilation = CSharpCompilation.Create("Host", [source], [krait, MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new BindingGenerator().AsSourceGenerator()], parseOptions: parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other { }", parse)));
        var outputs = driver.GetRunResult().Results[0].TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs);
        Assert.NotEmpty(outputs);
        Assert.All(outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
