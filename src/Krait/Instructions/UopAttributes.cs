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

    /// <summary>The memory that a guard which is called reads; of a pasted one the body says it.</summary>
    public Memory Reads { get; init; }
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

    /// <summary>The memory that an operation which is called reads besides its inputs; of a pasted one the body says it.</summary>
    public Memory Reads { get; init; }

    /// <summary>The memory that an operation writes besides its outputs.</summary>
    public Memory Writes { get; init; }
}

/// <summary>An operation that acts on the saved frame: the stack as it was before the instruction, the offset of the
/// next one. The loop reads its registers again afterwards.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminatorAttribute(Effects effects = Effects.None) : Attribute
{
    public Effects Effects { get; } = effects;

    /// <summary>The memory that it reads besides its inputs.</summary>
    public Memory Reads { get; init; }

    /// <summary>The memory that it writes besides its outputs.</summary>
    public Memory Writes { get; init; }
}

/// <summary>What an operation may do besides reading its inputs and writing its outputs. What follows from another effect
/// need not be declared: whoever runs Python or pushes a frame may raise, allocate, poll and touch any memory; who
/// suspends may touch any memory too; whoever polls may raise.</summary>
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

    /// <summary>Allocates objects. What the machine keeps for itself, a cache or the exception of a raise, is none.</summary>
    Allocates = 64,

    /// <summary>May continue further on in the code.</summary>
    Jumps = 128,

    /// <summary>Looks at the machine's poll word: at a backward jump, at a call, or while it charges for its work.</summary>
    Polls = 256,

    /// <summary>Never goes on with the next instruction.</summary>
    Ends = 512,

    /// <summary>Sets up an exception block whose handler is the target.</summary>
    SetsUpBlock = 1024,

    /// <summary>May continue further back in the code.</summary>
    JumpsBack = 2048,

    /// <summary>What touching an arbitrary object comes to: any memory may be read and written.</summary>
    Anything = MayRaise | CallsPython | PushesFrame | Allocates,
}

/// <summary>Classes of memory that never overlap.</summary>
[Flags]
internal enum Memory
{
    None = 0,

    /// <summary>The locals of the frame.</summary>
    Locals = 1,

    /// <summary>The contents of cells.</summary>
    Cells = 2,

    /// <summary>The values of names in namespaces: of modules, of builtins, of class bodies.</summary>
    Globals = 4,

    /// <summary>Which names a namespace has, and where their values lie.</summary>
    Names = 8,

    /// <summary>The attribute slots of instances.</summary>
    Slots = 16,

    /// <summary>Which slots an instance has, and where they lie.</summary>
    Shapes = 32,

    /// <summary>The items of lists.</summary>
    Items = 64,

    /// <summary>How many items a list has, how it stores them, and where they lie.</summary>
    Lists = 128,

    /// <summary>The items of tuples, never written.</summary>
    TupleItems = 256,

    /// <summary>The positions of iterators.</summary>
    Iterators = 512,

    /// <summary>Whether a generator runs, waits or has ended.</summary>
    Generators = 1024,

    /// <summary>The frame's exception blocks, and what is being handled.</summary>
    Blocks = 2048,

    /// <summary>The strings and constants of the module's tables; an entry is written once, when it is first loaded.</summary>
    Linked = 4096,
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
    [KindOf(typeof(Objects.PyDict))] Dict,
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
