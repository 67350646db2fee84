using Krait.Objects;

namespace Krait.Core;

/// <summary>
/// The record of one activation. Frames form a chain that is kept and reused: <see cref="Next"/> is the frame object
/// for the next deeper call. A generator owns its frame and links it in while it runs.
/// </summary>
/// <remarks>Its values lie in <see cref="Slots"/> from <see cref="Base"/>: locals, then the value stack, then one slot
/// for each exception block. Positions are offsets, so that a frame can be saved.</remarks>
internal sealed class Frame
{
    /// <summary>The frame to return to.</summary>
    public Frame? Caller;

    /// <summary>The frame object for a call made from here; kept for reuse.</summary>
    public Frame? Next;

    /// <summary>The function that runs: its code and its globals.</summary>
    public PyFunction Function = null!;

    /// <summary>The array the values lie in: a chunk of the machine's stack, or a generator's own.</summary>
    public Value[] Slots = [];

    /// <summary>Index of local 0.</summary>
    public int Base;

    /// <summary>Index behind the top of the value stack while the frame does not run.</summary>
    public int Top;

    /// <summary>Offset of the next instruction in the code while the frame does not run.</summary>
    public int Offset;

    /// <summary>Number of exception blocks that are set up.</summary>
    public int Blocks;

    /// <summary>What becomes of the value this frame returns.</summary>
    public Continuation Continuation;

    /// <summary>A number that belongs to the continuation (a jump target, a count of operands).</summary>
    public int Aux;

    /// <summary>An object that belongs to the continuation (the instance being initialised, a name).</summary>
    public object? State;

    /// <summary>The namespace that LOAD_NAME and STORE_NAME use: a module's globals, a class body's; null in functions.</summary>
    public PyDict? Locals;

    /// <summary>The generator whose frame this is, or null.</summary>
    public PyGenerator? Generator;
}
