using System.Runtime.CompilerServices;
using Krait.Objects;

namespace Krait.Core;

/// <summary>A module's tables in one engine: its qstr and object tables, filled as entries are first used.</summary>
internal sealed class LinkedModule(ModuleImage image)
{
    public ModuleImage Image { get; } = image;

    /// <summary>Interned strings by qstr index; null until first used.</summary>
    public readonly PyStr?[] Strings = new PyStr?[image.Qstrs.Length];

    /// <summary>Constants by object index; no value until first used.</summary>
    public readonly Value[] Objects = new Value[image.ObjectOffsets.Length];
}

/// <summary>A function's code in one engine: the shared unit, the module's tables, its inline caches.</summary>
internal sealed unsafe class LinkedCode(CodeUnit unit, LinkedModule module)
{
    private LinkedCode?[]? children;

    public readonly CodeUnit Unit = unit;

    /// <summary>The first opcode; good as long as <see cref="Unit"/> keeps its image.</summary>
    public readonly byte* Start = unit.Code;

    /// <summary>Values a frame needs, copied from the unit where calls look at once.</summary>
    public readonly int FrameSize = unit.FrameSize;

    /// <summary>Locals, copied from the unit.</summary>
    public readonly int LocalCount = unit.LocalCount;

    /// <summary>Index of the bottom of the value stack, copied from the unit.</summary>
    public readonly int StackBase = unit.StackBase;

    public readonly LinkedModule Module = module;

    /// <summary>The module's constants.</summary>
    public readonly Value[] Objects = module.Objects;

    /// <summary>One cache for each byte of code, addressed by an instruction's offset; null until the code is warm.</summary>
    public InlineCache[]? Caches;

    /// <summary>Calls and taken backward jumps so far: tells when the code is warm, and later hot.</summary>
    public int Heat;

    /// <summary>The code of a child function.</summary>
    public LinkedCode Child(int index)
    {
        children ??= new LinkedCode?[Unit.Children.Length];
        return children[index] ??= new LinkedCode(Unit.Children[index], Module);
    }

    /// <summary>The interned string of a qstr index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyStr String(Machine machine, int qstr) => Module.Strings[qstr] ?? Link(machine, qstr);

    /// <summary>The function's name.</summary>
    public PyStr Name(Machine machine) => String(machine, Unit.NameQstr);

    /// <summary>The name of the source file, as tracebacks show it.</summary>
    public PyStr File(Machine machine) => String(machine, 0);

    private PyStr Link(Machine machine, int qstr) =>
        Module.Strings[qstr] = machine.Interned.Get(Module.Image.QstrUtf8(qstr));
}

/// <summary>What one instruction remembers of its last slow path. Zero keys match nothing.</summary>
internal struct InlineCache
{
    /// <summary>A shape id or a version of a dict's key set.</summary>
    public int Key;

    /// <summary>A slot of an instance, or an entry of a dict.</summary>
    public int Slot;

    /// <summary>What a method lookup found, or the second dict's key set.</summary>
    public object? Target;
}
