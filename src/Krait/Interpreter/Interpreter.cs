using System.Runtime.CompilerServices;
using Krait.Core;
using Krait.Objects;

namespace Krait.Interpreter;

/// <summary>
/// Tier 0: executes verified code where its bytes lie.
/// </summary>
/// <remarks>
/// <para>The machine's parts: the generated loops (<c>Interpreter.Loop.*.g.cs</c>) hold the fast paths; everything else
/// is out of line, one subject a file: <see cref="Calls"/>, <see cref="Construction"/> (calling classes),
/// <see cref="Names"/>, <see cref="Access"/> (attributes and items), <see cref="Operators"/>, <see cref="Build"/>
/// (functions and displays), <see cref="Flow"/> (blocks, handlers, with), <see cref="Generators"/>,
/// <see cref="Continuations"/> (what follows when a pushed frame returns) and <see cref="Unwinding"/>.</para>
/// <para>A method out of line works on the stack slots it is given, or, when it is a terminator, on the saved frame:
/// its answer <see cref="Status.Pushed"/> means that <see cref="Current"/> changed and the loop has to reload.</para>
/// </remarks>
internal sealed partial class Interpreter : Machine
{
    /// <summary>What a loop answers when another one should go on.</summary>
    private const Status SwitchLoop = (Status)16;

    /// <summary>Values of the first piece of the stack.</summary>
    private const int FirstChunk = 512;

    /// <summary>Values of a piece of the stack, unless one frame needs more.</summary>
    private const int LargestChunk = 1 << 16;

    /// <summary>Values of the whole stack: 256 MiB. A frame that does not fit is a RecursionError, whatever the limit.</summary>
    private const int LargestStack = 1 << 24;

    /// <summary>Calls and backward jumps after which code gets inline caches.</summary>
    internal const int WarmHeat = 2;

    private readonly Frame root;
    private InlineCache[] coldCaches = new InlineCache[256];

    public Interpreter(Limits limits, IModuleLoader loader)
        : base(limits)
    {
        Loader = loader;
        root = new Frame { Chunk = new StackChunk(FirstChunk, null) };
        root.SetFunction(Boundary.Function);
        root.Slots = root.Chunk.Values;
        root.End = Boundary.Function.Code.Unit.FrameSize;
        Current = root;
    }

    /// <summary>The frame that runs.</summary>
    internal Frame Current;

    /// <summary>Finds the modules that programs import.</summary>
    internal IModuleLoader Loader { get; }

    /// <summary>Exception blocks of linked frames whose handler runs now.</summary>
    internal int ActiveHandlers;

    /// <summary>Whether the exception being raised is raised again at the place it was handled: no new traceback entry.</summary>
    internal bool Reraising;

    /// <summary>The inline caches of warm code; caches that never match for cold code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal InlineCache[] CachesOf(LinkedCode code)
    {
        if (code.Caches is { } caches)
            return caches;
        // Bounded: by the length of code, which is charged when it is loaded.
        if (coldCaches.Length < code.Unit.CodeLength)
            coldCaches = new InlineCache[Math.Max(code.Unit.CodeLength, 2 * coldCaches.Length)];
        return coldCaches;
    }

    /// <summary>Whether an instruction may remember what its slow path found.</summary>
    internal static bool IsWarm(LinkedCode code) => code.Caches is not null;

    /// <summary>Gives code its inline caches.</summary>
    /// <remarks>Bounded: by the length of code, which is charged when it is loaded.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static InlineCache[] Warm(LinkedCode code) => code.Caches ??= new InlineCache[code.Unit.CodeLength];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Unwind() => Unwinding.Unwind(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Status InvalidInstruction() => Raise(Types.SystemError, "invalid instruction");

    /// <summary>Runs a module's or function's code to its end from C#.</summary>
    internal Status Execute(PyFunction function, PyDict? locals, ref Value result)
    {
        var entry = EnterNested();
        Value none = default;
        var status = Calls.Push(this, function, ref none, 0, out var frame);
        if (status == Status.Pushed)
            frame.Locals = locals;
        return Finish(entry, status, ref result);
    }

    internal override NestedEntry EnterNested()
    {
        var caller = Current;
        var frame = Link(caller);
        frame.SetFunction(Boundary.Function);
        Place(frame, caller, Boundary.Function.Code.Unit.FrameSize);
        frame.Top = 0;
        frame.Offset = 0;
        frame.Blocks = 0;
        frame.Aux = 0;
        frame.Continuation = Continuation.Push;
        Current = frame;
        return new NestedEntry(frame);
    }

    private protected override void LeaveNested(NestedEntry entry)
    {
        var boundary = entry.Boundary;
        // Frames above the boundary are left behind only when a run could not even start.
        for (var frame = Current; frame != boundary; frame = frame.Caller!)
            Unwinding.Drop(this, frame);
        Current = boundary.Caller!;
    }

    private protected override Status Run(NestedEntry entry, ref Value result)
    {
        Status status;
        do
            status = IsTraced ? RunTraced(ref result) : IsMetered ? RunMetered(ref result) : RunPlain(ref result);
        while (status == SwitchLoop);
        return status == Status.Ok && entry.Boundary.Aux == Boundary.Stopped ? Status.Stop : status;
    }

    /// <summary>The frame object for a call from <paramref name="caller"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Frame Link(Frame caller)
    {
        var frame = caller.Next ??= new Frame();
        if (frame.Caller != caller)
            frame.Caller = caller;
        return frame;
    }

    /// <summary>Whether a frame of <paramref name="size"/> has a place behind <paramref name="caller"/>'s. False with an
    /// exception pending when the stack may not grow for it. A boundary is placed without asking: it is small, and
    /// what runs above it asks.</summary>
    internal bool HasRoom(Frame caller, int size)
    {
        var chunk = caller.Chunk;
        if (caller.End + size <= chunk.Values.Length || chunk.Next?.Values.Length >= size)
            return true;
        var length = LengthAbove(chunk, size);
        if (chunk.ValuesUpTo + length <= LargestStack)
            return Charge(0, length * Unsafe.SizeOf<Value>());
        Raise(Types.RecursionError, "maximum recursion depth exceeded");
        return false;
    }

    /// <summary>Gives a frame its place on the stack behind <paramref name="caller"/>'s.</summary>
    internal static void Place(Frame frame, Frame caller, int size)
    {
        var chunk = caller.Chunk;
        var start = caller.End;
        if (start + size > chunk.Values.Length)
        {
            chunk = Grow(chunk, size);
            start = 0;
        }
        if (frame.Slots != chunk.Values)
        {
            frame.Slots = chunk.Values;
            frame.Chunk = chunk;
        }
        frame.Base = start;
        frame.End = start + size;
    }

    /// <summary>The piece of the stack above <paramref name="chunk"/>, with room for a frame of <paramref name="size"/>.</summary>
    private static StackChunk Grow(StackChunk chunk, int size)
    {
        if (chunk.Next is { } next && next.Values.Length >= size)
            return next;
        return chunk.Next = new StackChunk((int)LengthAbove(chunk, size), chunk);
    }

    private static long LengthAbove(StackChunk chunk, int size) => Math.Max(size, Math.Min(2L * chunk.Values.Length, LargestChunk));

    /// <summary>Makes the machine fit for another run after a .NET exception passed through the frames: a host's
    /// capability threw.</summary>
    internal void Abandon()
    {
        Current = root;
        Depth = 0;
        ActiveHandlers = 0;
        Handled = null;
        Pending = null;
        Reraising = false;
        LeaveAll();
    }
}
