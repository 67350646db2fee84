using Krait.InstructionGenerator.Definition;

namespace Krait.InstructionGenerator.Loops;

/// <summary>Writes the permutation that a stack effect spells out: a b -- b a.</summary>
internal sealed class MoveWriter(StackEffect effect, StackView stack, LocalPool pool)
{
    public void Write(List<string> lines)
    {
        var pending = new List<(int Target, int Source)>();
        for (var i = 0; i < effect.Outputs.Count; i++)
            if (effect.Inputs.Select(input => input.Name).ToList().IndexOf(effect.Outputs[i].Name) is var source && source != i)
                pending.Add((i, source));
        var saved = new Dictionary<int, (string Object, string Bits)>();
        while (pending.Count > 0)
        {
            var free = pending.FindIndex(move => pending.TrueForAll(other => other.Source != move.Target || saved.ContainsKey(other.Source)));
            if (free < 0)
            {
                // A circle: one slot waits in locals.
                var slot = pending[0].Target;
                var (tag, bits) = (pool.Take("object?"), pool.Take("long"));
                lines.Add($"{tag} = {stack.FromBottom(slot)}.Object;");
                lines.Add($"{bits} = {stack.FromBottom(slot)}.Bits;");
                saved[slot] = (tag, bits);
                continue;
            }
            Copy(lines, stack.FromBottom(pending[free].Target), pending[free].Source, saved);
            pending.RemoveAt(free);
        }
    }

    private void Copy(List<string> lines, string target, int source, Dictionary<int, (string Object, string Bits)> saved)
    {
        if (!saved.TryGetValue(source, out var item))
        {
            item = (pool.Take("object?"), $"{stack.FromBottom(source)}.Bits");
            lines.Add($"{item.Object} = {stack.FromBottom(source)}.Object;");
        }
        lines.Add($"{target}.Bits = {item.Bits};");
        lines.Add($"if ({target}.Object != {item.Object})");
        lines.Add($"    {target}.Object = {item.Object};");
    }
}
