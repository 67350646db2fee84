namespace Krait.InstructionGenerator.Loops;

/// <summary>Writes a result to a slot, each type in its own way: a known tag is a constant that needs no write barrier,
/// and a copy writes the reference only when it differs.</summary>
internal sealed class StoreWriter(List<string> lines, LocalPool pool)
{
    /// <param name="slot">The slot, or the place of an unboxed number.</param>
    /// <param name="tag">The tag that is known to lie in the slot, or null.</param>
    public void Store(string slot, string? tag, ResultText result)
    {
        switch (result.Type)
        {
            case "Value":
                if (slot != result.Text)
                    Copy(slot, result.Text);
                break;
            case "ref Value":
                var place = pool.Take("ref Value");
                lines.Add($"{place} = ref {result.Text};");
                Copy(slot, place);
                break;
            case "long" or "ref Int64":
                if (IsNumberPlace(slot))
                    lines.Add($"{slot} = {result.Text};");
                else
                    Unboxed(slot, tag, result.Text, "Tags.Int");
                break;
            case "double" or "ref Double":
                if (IsNumberPlace(slot))
                    lines.Add($"{slot} = {result.Text};");
                else
                    Unboxed(slot, tag, $"BitConverter.DoubleToInt64Bits({result.Text})", "Tags.Float");
                break;
            case "bool":
                Unboxed(slot, tag, $"{result.Text} ? 1 : 0", "Tags.Bool");
                break;
            case "string" or "string?":
                Unboxed(slot, null, "0", result.Text);
                break;
            default:
                var item = pool.Take("object?");
                lines.Add($"{item} = {result.Text};");
                lines.Add($"{slot}.Bits = 0;");
                Guarded(slot, item);
                break;
        }
    }

    private static bool IsNumberPlace(string slot) =>
        slot.StartsWith("int64Place", StringComparison.Ordinal) || slot.StartsWith("longPlace", StringComparison.Ordinal) || slot.StartsWith("doublePlace", StringComparison.Ordinal);

    private void Unboxed(string slot, string? known, string bits, string tag)
    {
        lines.Add($"{slot}.Bits = {bits};");
        if (known != tag)
            lines.Add($"{slot}.Object = {tag};");
    }

    private void Copy(string target, string source)
    {
        var item = pool.Take("object?");
        lines.Add($"{item} = {source}.Object;");
        lines.Add($"{target}.Bits = {source}.Bits;");
        // A number's tag is stored as a constant: storing a reference that the JIT does not know costs a write barrier.
        lines.Add($"if ({target}.Object != {item})");
        lines.Add("{");
        lines.Add($"    if ({item} == (object)Tags.Int)");
        lines.Add($"        {target}.Object = Tags.Int;");
        lines.Add($"    else if ({item} == (object)Tags.Float)");
        lines.Add($"        {target}.Object = Tags.Float;");
        lines.Add("    else");
        lines.Add($"        {target}.Object = {item};");
        lines.Add("}");
    }

    /// <summary>Copies what a function returned, which is None as often as a number.</summary>
    public void Result(string target, string item, string bits)
    {
        lines.Add($"{target}.Bits = {bits};");
        lines.Add($"if ({item} == (object)Tags.None)");
        lines.Add($"    {target}.Object = Tags.None;");
        lines.Add($"else if ({item} == (object)Tags.Int)");
        lines.Add($"    {target}.Object = Tags.Int;");
        lines.Add($"else if ({item} == (object)Tags.Float)");
        lines.Add($"    {target}.Object = Tags.Float;");
        lines.Add("else");
        lines.Add($"    {target}.Object = {item};");
    }

    private void Guarded(string slot, string item)
    {
        lines.Add($"if ({slot}.Object != {item})");
        lines.Add($"    {slot}.Object = {item};");
    }
}
