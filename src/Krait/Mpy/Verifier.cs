using System.Diagnostics.CodeAnalysis;
using Krait.Core;

namespace Krait.Mpy;

/// <summary>
/// Proves of every function that can run that it never reads outside its bytes, its stack or its tables, and never takes
/// one kind of thing for another; what it accepts is executed without checks. docs/verifier.md lists what it promises.
/// </summary>
/// <remarks>Functions are verified from the outside in: how many cells a function closes over is what all its makers say.
/// A function that no reachable instruction makes cannot run and is left alone.</remarks>
internal sealed unsafe class Verifier
{
    private readonly MpyFile file;
    private readonly ModuleImage image;
    private readonly FlowAnalysis analysis;
    private MpyError? error;

    private Verifier(MpyFile file)
    {
        this.file = file;
        analysis = new(file);
        image = new()
        {
            Memory = file.Memory.Memory,
            Start = file.Memory.Start,
            Qstrs = file.Qstrs,
            ObjectOffsets = file.ObjectOffsets,
        };
    }

    public static bool TryVerify(MpyFile file, [NotNullWhen(true)] out ModuleImage? image, [NotNullWhen(false)] out MpyError? error)
    {
        var verifier = new Verifier(file);
        image = verifier.TryRoot() ? verifier.image : null;
        error = verifier.error;
        verifier.analysis.Return();
        return image is not null;
    }

    private bool TryRoot()
    {
        var root = file.Root;
        if (!TryRunnable(root))
            return false;
        var cursor = new MpyCursor(file.Memory.Bytes.Slice(root.Offset, root.Length));
        if (!Prelude.TryRead(ref cursor, file.Qstrs.Length, out var prelude))
            return Fail(cursor.Error!.Rule, root.Offset + cursor.Error.Offset, cursor.Error.Message);
        if (prelude.ParameterLocals != 0 || prelude.Defaults != 0 || prelude.Flags != CodeFlags.None)
            return Fail("module", root.Offset, "the module's function has parameters or is a generator");
        if (!TryFunction(root, prelude, 0, out var unit))
            return false;
        image.Root = unit;
        return true;
    }

    /// <summary>Refuses machine code wherever it stands.</summary>
    private bool TryRunnable(RawFunction function)
    {
        if (function.Kind != RawKind.Bytecode)
            return Fail("native", function.RecordOffset, "native code cannot run here");
        foreach (var child in function.Children)
        {
            if (!TryRunnable(child))
                return false;
        }
        return true;
    }

    private bool TryFunction(RawFunction function, in Prelude prelude, int closureCount, [NotNullWhen(true)] out CodeUnit? unit)
    {
        unit = null;
        if (!TryLines(function, prelude))
            return false;
        var facts = function.Children.Length == 0 ? [] : new ChildFacts[function.Children.Length];
        if (!analysis.TryRun(function, prelude, closureCount, facts))
        {
            error = analysis.Error;
            return false;
        }
        var data = image.Start + function.Offset;
        unit = new()
        {
            Image = image,
            Code = data + prelude.CodeOffset,
            CodeLength = function.Length - prelude.CodeOffset,
            ImageOffset = function.Offset,
            NameQstr = prelude.Name,
            ParameterQstrs = ParameterNames(function, prelude),
            Flags = prelude.Flags,
            PositionalCount = prelude.Positional,
            KeywordOnlyCount = prelude.KeywordOnly,
            DefaultCount = prelude.Defaults,
            ClosureCount = closureCount,
            Cells = file.Memory.Bytes[(function.Offset + prelude.CellsOffset)..(function.Offset + prelude.CodeOffset)].ToArray(),
            LocalCount = analysis.LocalCount,
            StackDepth = analysis.StackDepth,
            BlockDepth = analysis.BlockDepth,
            TokenTests = analysis.TokenTests,
            Children = facts.Length == 0 ? [] : new CodeUnit[facts.Length],
            Lines = data + prelude.LinesOffset,
            LinesLength = prelude.CellsOffset - prelude.LinesOffset,
        };
        for (var index = 0; index < facts.Length; index++)
        {
            if (facts[index].IsMade && !TryFunction(function.Children[index], facts[index].Prelude, facts[index].Cells, out unit.Children[index]!))
                return false;
        }
        return true;
    }

    /// <summary>A line entry of two bytes may not be cut off: lines are looked up without bounds.</summary>
    private bool TryLines(RawFunction function, in Prelude prelude)
    {
        var (at, end) = (function.Offset + prelude.LinesOffset, function.Offset + prelude.CellsOffset);
        var bytes = file.Memory.Bytes;
        while (at < end)
            at += bytes[at] < 0x80 ? 1 : 2;
        return at == end || Fail("lines", end - 1, "the line table ends within an entry");
    }

    private ushort[] ParameterNames(RawFunction function, in Prelude prelude)
    {
        if (prelude.NamedParameters == 0)
            return [];
        var cursor = new MpyCursor(file.Memory.Bytes[(function.Offset + prelude.NamesOffset)..]);
        var names = new ushort[prelude.NamedParameters];
        foreach (ref var name in names.AsSpan())
        {
            // The prelude was read with these names: each is a qstr, of which there are at most 65535.
            _ = cursor.TryVarUint(out var index);
            name = (ushort)index;
        }
        return names;
    }

    private bool Fail(string rule, int offset, string message)
    {
        error ??= new(offset, rule, message);
        return false;
    }
}
