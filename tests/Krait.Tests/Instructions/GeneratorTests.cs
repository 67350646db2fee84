using Krait.InstructionGenerator;
using Krait.InstructionGenerator.Bodies;
using Krait.InstructionGenerator.Composition;
using Krait.InstructionGenerator.Definition;

namespace Krait.Tests.Instructions;

/// <summary>The generator refuses definitions that break a rule, and says where.</summary>
public class GeneratorTests
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyDictionary<string, MicroOp>> MicroOps =
        new(() => MicroOpBinder.Bind(Tree.Sources().Append(Opcodes())));

    /// <summary>The sources without micro-ops.</summary>
    private static readonly IReadOnlyList<(string, string)> Declarations =
        [.. Tree.Sources().Where(source => !source.Text.Contains("[Micro]", StringComparison.Ordinal) && !source.Path.Contains("Uops.", StringComparison.Ordinal))];

    private static (string, string) Opcodes() =>
        ("Opcode.g.cs", File.ReadAllText(Tree.FullPath("src/Krait/Instructions/Opcode.g.cs")));

    [Fact]
    public void What_is_checked_in_is_what_the_generator_writes() =>
        Assert.Empty(Generation.Run(Tree).Where(Tree.Differs).Select(file => file.Path));

    [Theory]
    [InlineData("    int  IsInt(left)  =>  result = NoSuchThing(left)", "test.def:2: error: ADD, int: there is no micro-op NoSuchThing")]
    [InlineData("    int  IsInt(left)  =>  result = AddInt(left, right)", "AddInt takes a long as 'right', but no guard of this variant proves that right is one")]
    [InlineData("    int  IsInt(left) & IsFloat(right)  =>  result = AddInt(left, right)", "no guard of this variant proves that right is one")]
    [InlineData("    int  AddInt(left, right)  =>  result = left", "AddInt takes a long")]
    [InlineData("    int  IsInt(left) & InRange(left)  =>  result = left", "InRange takes 2 arguments, not 1")]
    [InlineData("    int  IsInt(left) & InvertInt(left)  =>  result = left", "InvertInt is no guard: only guards stand left of =>")]
    [InlineData("    int  IsInt(left)  =>  result = IsBound(left)", "IsBound is a guard: guards stand left of =>")]
    [InlineData("    int  IsInt(left)  =>  x = ToFloat(left)", "output 'result' is written 0 times")]
    [InlineData("    int  IsInt(left)  =>  result = left; result = right", "output 'result' is written 2 times")]
    [InlineData("    int  IsInt(left)  =>  local[operand] = right; result = NegateInt(left)", "NegateInt may leave, but follows a store, which has an effect")]
    [InlineData("    int  IsInt(left)  =>  result = Unary(machine, 1, left); x = ToFloat(left)", "nothing follows Unary, which may fail")]
    [InlineData("    int  IsInt(left)  =>  result = elsewhere", "'elsewhere' is neither an input nor at hand everywhere")]
    [InlineData("    int  IsInt(left)  =>  InvertInt(left) = right", "InvertInt is no place: it cannot be assigned")]
    [InlineData("    int  IsInt(left)  =>  result = LoadAttribute(machine, cache, operand, left)", "the instruction owns no cache")]
    public void A_variant_that_breaks_a_rule_is_refused(string variant, string message)
    {
        var text = $"ADD = 0xf2 none (left right -- result)  x\n{variant}\n    generic  =>  result = Binary(machine, opcode, left, right)\n";
        Assert.Contains(message, Refusal(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A = 0x10 none (--)  x\n    generic => move\nB = 0x10 none (--)  x\n    generic => move", "test.def:3: error: B: byte 0x10 is A's already")]
    [InlineData("A = 0x10 none (a -- a)  x\n    first IsInt(a) => move", "the last variant is 'generic'")]
    [InlineData("A = 0x10 none (a -- a)  x\n    generic IsInt(a) => move", "the generic variant has no guards")]
    [InlineData("A = 0x10 none (a -- b)  x\n    generic => b = NegateInt(a)", "NegateInt takes a long as 'value'")]
    [InlineData("A = 0x10 none (a -- b)  x\n    one IsInt(a) => b = a\n    one IsInt(a) => b = a\n    generic => b = a", "two variants are named one")]
    [InlineData("A = 0x10 none replicate (--)  x\n    generic => move", "only an instruction whose byte carries the operand is replicated")]
    [InlineData("A = 0x10 strange (--)  x\n    generic => move", "'strange' is no operand format")]
    [InlineData("A = 0x10 none sometimes (--)  x\n    generic => move", "'sometimes' is no property of an instruction")]
    [InlineData("A = 0x10 none (a[many] --)  x\n    generic => move", "'many' is no number of slots")]
    [InlineData("A B = 0x10 none (--)  x\n    generic => move", "2 names for 1 bytes")]
    [InlineData("A = 0x10 none (--)  x\n    generic => move\nfuse A\n    B 1", "test.def:4: error: fuse: there is no instruction B")]
    [InlineData("A = 0x10 none (--)  x\n    generic => move\nfuse A\n    A", "test.def:4: error: 0 frequencies under 1 instructions")]
    [InlineData("A = 0x10 none of B (--)  x\n    generic => move", "only a byte that carries its operand is a short form, and of an instruction")]
    [InlineData("A = 0x10 none (--)  x\n    generic move", "test.def:2: error: expected a variant: name  guards  =>  actions")]
    [InlineData("each A, B\n    1\nX = 0x10 none (--)  x", "a row of 1 under 2 columns")]
    public void A_table_that_breaks_a_rule_is_refused(string text, string message) =>
        Assert.Contains(message, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Pure] static long F(long a) { try { return a; } finally { } }", "F: a pasted body has no try")]
    [InlineData("[Pure] static long F(long a) { lock (\"\") return a; }", "F: a pasted body has no lock")]
    [InlineData("[Pure] static long F(long a) { Func<long> f = () => 1; return f(); }", "F: a pasted body has no lambda")]
    [InlineData("[Pure] static long F(long a) { a = 1; return a; }", "F: parameter 'a' is assigned")]
    [InlineData("[Pure] static long F(long a) { a++; return a; }", "F: parameter 'a' is assigned")]
    [InlineData("[Pure] static long F(long a) { if (a > 0) return 1; return 2; }", "several returns are for guards and checked micro-ops only")]
    [InlineData("[Pure] static long F(long a) => Helper(a); static long Helper(long a) => a;", "F: calls U.Helper, which is no intrinsic and may be inlined")]
    [InlineData("[Pure] static long F(PyObject a) => a.Type.Name.Length;", "F: reads the property")]
    [InlineData("[Pure] static long F(long a) => Missing;", "F: 'Missing' is not known without generated code")]
    [InlineData("[Guard] static bool F(string tag) => tag == Tags.Int;", "F: a tag is compared as a string: cast it to object")]
    [InlineData("[Guard] static long F(long a) => a;", "F: a guard answers bool")]
    [InlineData("[Checked] static bool F(long a) => true;", "F: a checked micro-op answers bool and has one out parameter, the last")]
    [InlineData("[Place(Memory.Items)] static long F(long a) => a;", "F: a place returns a reference")]
    [InlineData("[Op(Effects.MayRaise)] static Status F(Machine machine) => Status.Ok;", "F: a micro-op that answers Status is marked")]
    [InlineData("[Op(Effects.MayRaise), MethodImpl(MethodImplOptions.NoInlining)] static void F(Machine machine) { }", "F: what may raise answers Status")]
    [InlineData("[Guard] static bool F(PyGenerator a) => a.HasStarted;", "F: PyGenerator.HasStarted has no class of memory")]
    [InlineData("[Op] static void F(RangeIterator a) { a.Remaining = 1; }", "F: the body writes Iterators, which is what Writes must say")]
    [InlineData("[Pure] static long F(long a) => a; [Pure] static long F(int a) => a;", "F is also a micro-op of U.F")]
    public void A_body_that_breaks_a_rule_is_refused(string method, string message)
    {
        var source = $"using System.Runtime.CompilerServices; using Krait.Core; using Krait.Objects; using Krait.Instructions;\nnamespace Test;\n[Micro] static class U {{\n{method}\n}}";
        var error = Assert.Throws<DefinitionError>(() => MicroOpBinder.Bind(Declarations.Append(("U.cs", source))));
        Assert.StartsWith("U.cs:4: error: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static string Refusal(string text) =>
        Assert.Throws<DefinitionError>(() => Composer.Compose("test.def", TableParser.Parse("test.def", text), MicroOps.Value)).Message;
}
