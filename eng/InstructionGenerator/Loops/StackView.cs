using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Loops;

/// <summary>How an instruction comes to its inputs.</summary>
internal enum Entry
{
    /// <summary>They lie on the stack.</summary>
    Stack,

    /// <summary>The uppermost was not pushed: the register <c>held</c> says where it lies.</summary>
    Held,

    /// <summary>The upper two lie on the stack in the other order.</summary>
    Swapped,
}

/// <summary>Where the stack items of one instruction lie, as C# text relative to <c>sp</c> as it was when the
/// instruction began, or to <c>bottom</c>, its first input, when the number of inputs is not fixed.</summary>
/// <param name="entry">How the instruction comes to its inputs.</param>
internal sealed class StackView(StackEffect effect, Entry entry = Entry.Stack)
{
    private readonly int fixedInputs = effect.Inputs.Where(item => item.Count.IsFixed).Sum(item => item.Count.Fixed) - (entry == Entry.Held ? 1 : 0);

    /// <summary>Whether the instruction needs the local <c>bottom</c>.</summary>
    public bool NeedsBottom { get; } = effect.Inputs.Any(item => !item.Count.IsFixed);

    public string BottomAssignment =>
        $"bottom = ref Unsafe.Add(ref sp, -({string.Join(" + ", effect.Inputs.Where(item => !item.Count.IsFixed).Select(item => item.Count.Text))}) - {fixedInputs});";

    /// <summary>The first slot of an input.</summary>
    public string Input(string name)
    {
        var index = IndexOf(effect.Inputs, name);
        var fromTop = effect.Inputs.Count - 1 - index;
        if (entry == Entry.Held && fromTop == 0)
            return "held";
        if (entry == Entry.Swapped && fromTop < 2)
            return At("sp", fromTop - 2);
        var below = effect.Inputs.Take(index);
        if (below.All(item => item.Count.IsFixed))
            return FromBottom(below.Sum(item => item.Count.Fixed));
        return At("sp", -effect.Inputs.Skip(index).Sum(item => item.Count.Fixed));
    }

    /// <summary>The first slot of an output.</summary>
    public string Output(string name) => FromBottom(OutputIndex(name));

    /// <summary>The slot of an output, counted from the first input.</summary>
    public int OutputIndex(string name) => effect.Outputs.Take(IndexOf(effect.Outputs, name)).Sum(item => item.Count.Fixed);

    /// <summary>The slot of an input, counted from the first.</summary>
    public int InputIndex(string name) => effect.Inputs.Take(IndexOf(effect.Inputs, name)).Sum(item => item.Count.Fixed);

    /// <summary>A slot counted from the first input.</summary>
    public string FromBottom(int index) => NeedsBottom ? At("bottom", index) : At("sp", index - fixedInputs);

    /// <summary>Moves <c>sp</c> to where the first output that is not kept goes.</summary>
    public string? Pop()
    {
        var kept = effect.Inputs.Take(effect.Kept).Sum(item => item.Count.Fixed);
        return NeedsBottom ? $"sp = ref {At("bottom", kept)};" : Shift("sp", kept - fixedInputs);
    }

    /// <summary>Takes <see cref="Pop"/> back, where the number of inputs is fixed.</summary>
    public string? Unpop() => Shift("sp", fixedInputs - effect.Inputs.Take(effect.Kept).Sum(item => item.Count.Fixed));

    /// <summary>Moves <c>sp</c> from where <see cref="Pop"/> left it to behind the outputs.</summary>
    public string? Push(IReadOnlyList<StackItem> outputs)
    {
        var pushed = outputs.Skip(effect.Kept).ToList();
        return pushed.Any(item => !item.Count.IsFixed)
            ? $"sp = ref Unsafe.Add(ref sp, {pushed.Single().Count.Text});"
            : Shift("sp", pushed.Sum(item => item.Count.Fixed));
    }

    /// <summary>Whether the difference that the instruction makes is a constant.</summary>
    public bool IsFixed(IReadOnlyList<StackItem> outputs) => !NeedsBottom && outputs.All(item => item.Count.IsFixed);

    /// <summary>Moves <c>sp</c> from its place at the beginning to behind <paramref name="outputs"/>, by a constant.</summary>
    public string? PopAndPush(IReadOnlyList<StackItem> outputs) =>
        Shift("sp", outputs.Sum(item => item.Count.Fixed) - fixedInputs);

    private static int IndexOf(IReadOnlyList<StackItem> items, string name) =>
        items.Select((item, index) => (item, index)).First(pair => pair.item.Name == name).index;

    private static string At(string origin, int offset) => offset == 0 ? origin : $"Unsafe.Add(ref {origin}, {offset})";

    private static string? Shift(string origin, int offset) => offset == 0 ? null : $"{origin} = ref Unsafe.Add(ref {origin}, {offset});";
}
