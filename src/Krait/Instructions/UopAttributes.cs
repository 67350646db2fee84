namespace Krait.Instructions;

/// <summary>A class whose methods are micro-ops. Their attributes and signatures are the definition that
/// <c>opcodes.def</c> composes and the instruction generator reads; nothing looks at them at run time.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MicroAttribute : Attribute;

/// <summary>Free of effects; true to go on, false to try the next variant.</summary>
/// <param name="proves">What the first argument is from here on.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GuardAttribute(Kind proves = Kind.Any) : Attribute
{
    public Kind Proves { get; } = proves;
}

/// <summary>A result without effects; may be folded by calling it. A string result is a frozen tag without payload.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PureAttribute : Attribute;

/// <summary>As <see cref="PureAttribute"/> with one <c>out</c> result; false means "not by me": the next variant
/// starts from the beginning.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckedAttribute : Attribute;

/// <summary>A reference to a slot in memory, to be read or written by the composition.</summary>
/// <param name="memory">The class of memory the slot belongs to: two classes never overlap.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PlaceAttribute(Memory memory) : Attribute
{
    public Memory Memory { get; } = memory;
}

/// <summary>An operation with effects. One that is not inlined takes stack slots by reference, writes its results
/// last and answers a <c>Status</c>, or nothing when it cannot fail; when it fails nothing has been popped. Any other is
/// pasted and returns its result.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpAttribute(Effects effects = Effects.None) : Attribute
{
    public Effects Effects { get; } = effects;

    /// <summary>The memory that a pasted operation writes besides its outputs.</summary>
    public Memory Writes { get; init; }
}

/// <summary>An operation that acts on the saved frame: the stack as it was before the instruction, the offset of the
/// next one. The loop reads its registers again afterwards.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminatorAttribute(Effects effects = Effects.None) : Attribute
{
    public Effects Effects { get; } = effects;
}

/// <summary>What an operation may do besides reading its inputs and writing its outputs.</summary>
[Flags]
internal enum Effects
{
    None = 0,

    /// <summary>May leave an exception pending.</summary>
    MayRaise = 1,

    /// <summary>Never does anything else.</summary>
    AlwaysRaises = 2,

    /// <summary>May run Python to its end before it answers, through a nested run.</summary>
    CallsPython = 4,

    /// <summary>May push a frame that the loop goes on with.</summary>
    PushesFrame = 8,

    /// <summary>Leaves the frame for its caller.</summary>
    PopsFrame = 16,

    /// <summary>Leaves the frame so that it can go on later.</summary>
    Suspends = 32,

    /// <summary>Allocates objects.</summary>
    Allocates = 64,

    /// <summary>May continue elsewhere in the code.</summary>
    Jumps = 128,

    /// <summary>Looks at the machine's poll word.</summary>
    Polls = 256,

    /// <summary>Never goes on with the next instruction.</summary>
    Ends = 512,

    /// <summary>Sets up an exception block whose handler is the target.</summary>
    SetsUpBlock = 1024,

    /// <summary>What touching an arbitrary object comes to: any memory may be read and written.</summary>
    Anything = MayRaise | CallsPython | PushesFrame | Allocates,
}

/// <summary>Classes of memory that never overlap.</summary>
internal enum Memory
{
    None,

    /// <summary>The locals of the frame.</summary>
    Locals,

    /// <summary>The contents of cells.</summary>
    Cells,

    /// <summary>The entries of module namespaces.</summary>
    Globals,

    /// <summary>The attribute slots of instances.</summary>
    Slots,

    /// <summary>The items of lists.</summary>
    Items,

    /// <summary>The items of tuples, never written.</summary>
    TupleItems,

    /// <summary>The positions of iterators.</summary>
    Iterators,
}

/// <summary>What a guard proves of a value. The generator knows the C# type of each from the parameters that take it:
/// see <see cref="KindOfAttribute"/>.</summary>
internal enum Kind
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>Some value, not an empty slot.</summary>
    [KindOf(typeof(Core.Value))] Bound,
    [KindOf(typeof(long), Core.Tags.Int)] Int,
    [KindOf(typeof(double), Core.Tags.Float)] Float,
    [KindOf(typeof(bool), Core.Tags.Bool)] Bool,
    [KindOf(typeof(Objects.PyStr))] Str,
    [KindOf(typeof(Objects.PyTuple))] Tuple,
    [KindOf(typeof(Objects.PyList))] IntList,
    [KindOf(typeof(Objects.PyList))] FloatList,
    [KindOf(typeof(Objects.PyList))] ValueList,
    [KindOf(typeof(Objects.PyInstance))] Instance,
    [KindOf(typeof(Objects.PyFunction))] Function,
    [KindOf(typeof(Objects.PyBuiltin))] Builtin,
    [KindOf(typeof(Objects.PyGenerator))] Generator,
    [KindOf(typeof(Objects.RangeIterator))] RangeIterator,
    [KindOf(typeof(Objects.ListIterator))] ListIterator,
    [KindOf(typeof(Objects.TupleIterator))] TupleIterator,
}

/// <summary>The C# type that a value of a kind is passed as, and its tag when it is unboxed.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class KindOfAttribute(Type type, string? tag = null) : Attribute
{
    public Type Type { get; } = type;

    public string? Tag { get; } = tag;
}
