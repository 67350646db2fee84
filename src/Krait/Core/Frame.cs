using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Krait.Objects;

namespace Krait.Core;

/// <summary>
/// The record of one activation. Frames form a chain that is kept and reused: <see cref="Next"/> is the frame object
/// for the next deeper call. A generator owns its frame and links it in while it runs.
/// </summary>
/// <remarks>Its values lie in <see cref="Slots"/> from <see cref="Base"/>: locals, then one slot for each exception block,
/// then the value stack, on whose top a callee's frame may lie. Positions are offsets, so that a frame can be saved. <see cref="Top"/> and
/// <see cref="Offset"/> are up to date only while the frame does not run or a helper was called that may look.</remarks>
internal sealed class Frame
{
    /// <summary>The frame to return to.</summary>
    public Frame? Caller;

    /// <summary>The frame object for a call made from here; kept for reuse.</summary>
    public Frame? Next;

    /// <summary>The function that runs: its code and its globals. Set by <see cref="SetFunction"/>.</summary>
    public PyFunction Function = null!;

    /// <summary>The function's code, which the loop looks at more often than at anything else of it.</summary>
    public LinkedCode Code = null!;

    /// <summary>The array the values lie in: a chunk of the machine's stack, or a generator's own.</summary>
    public Value[] Slots = [];

    /// <summary>The chunk of the machine's stack that a call made from here uses.</summary>
    public StackChunk Chunk = null!;

    /// <summary>Index in the chunk of the first value that belongs to no frame up to this one.</summary>
    public int End;

    /// <summary>Index of local 0.</summary>
    public int Base;

    /// <summary>Index, counted from <see cref="Base"/>, behind the top of the value stack.</summary>
    public int Top;

    /// <summary>Offset of the next instruction in the code.</summary>
    public int Offset;

    /// <summary>Number of exception blocks that are set up.</summary>
    public int Blocks;

    /// <summary>A number that belongs to the continuation (a jump target, an operator).</summary>
    public int Aux;

    /// <summary>What becomes of the value this frame returns.</summary>
    public Continuation Continuation;

    /// <summary>An object that belongs to the continuation (the instance being initialised, a name).</summary>
    public object? State;

    /// <summary>The namespace that LOAD_NAME and STORE_NAME use: a module's globals, a class body's; null in functions.</summary>
    public PyDict? Locals;

    /// <summary>The generator whose frame this is, or null.</summary>
    public PyGenerator? Generator;

    /// <summary>The value at an index counted from local 0.</summary>
    public ref Value this[int index]
    {
        // Bounds: the verifier's frame size covers locals, stack and blocks (rules "locals", "stack", "blocks").
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Slots), Base + index);
    }

    /// <summary>The unit that runs.</summary>
    public CodeUnit Unit => Code.Unit;

    /// <summary>Sets the function that runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetFunction(PyFunction function)
    {
        if (Function == function)
            return;
        Function = function;
        Code = function.Code;
    }

    /// <summary>Pushes a value onto the saved value stack.</summary>
    public void Push(in Value value) => this[Top++].Set(value);

    /// <summary>Pops a value off the saved value stack.</summary>
    public ref Value Pop() => ref this[--Top];

    /// <summary>The value <paramref name="depth"/> below the top of the saved value stack; 0 is the top.</summary>
    public ref Value Peek(int depth = 0) => ref this[Top - 1 - depth];

    /// <summary>The slot of exception block <paramref name="index"/>, outermost first.</summary>
    public ref Value Block(int index) => ref this[Unit.LocalCount + index];
}
