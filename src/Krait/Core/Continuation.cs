namespace Krait.Core;

/// <summary>
/// What is left to do for an instruction after the frame it pushed has returned: a closed set, one handler each
/// (Interpreter/Continuations.cs), known also to whoever saves or rebuilds frames.
/// </summary>
internal enum Continuation : byte
{
    /// <summary>The value is the instruction's result: push it and go on.</summary>
    Push,

    /// <summary>Drop the value and go on (__setattr__, __setitem__, __delitem__, a descriptor's __set__).</summary>
    Discard,

    /// <summary>__init__ returned: it must be None; the result is the instance in State.</summary>
    InitResult,

    /// <summary>What was called returned or raised: State, a <see cref="Pending"/>, goes on.</summary>
    Resume,

    /// <summary>An operator method returned: NotImplemented tries the next candidate. Aux is the operator and the
    /// candidate; the operands still lie above the caller's top.</summary>
    OperatorResult,

    /// <summary>__contains__ returned: push its truth.</summary>
    ContainsResult,

    /// <summary>__bool__ or __len__ returned for a conditional jump; Aux is the target and the kind of jump.</summary>
    TruthThenJump,

    /// <summary>__bool__ or __len__ returned: push the truth, negated when Aux is 1.</summary>
    TruthThenPush,

    /// <summary>__len__ returned for len(): it must be an int that is not negative.</summary>
    LengthResult,

    /// <summary>__iter__ returned for GET_ITER: it must be an iterator.</summary>
    IterResult,

    /// <summary>__iter__ returned for GET_ITER_STACK: it must be an iterator; it takes four slots.</summary>
    IterStackResult,

    /// <summary>An iterator's __next__ or a generator answered FOR_ITER; exhaustion jumps to Aux.</summary>
    ForIter,

    /// <summary>A generator, __next__, send or throw answered YIELD_FROM.</summary>
    YieldFrom,

    /// <summary>A generator answered next(), send() or throw(): its end is StopIteration, or the default in State.</summary>
    GeneratorResult,

    /// <summary>A generator answered close(): it must have ended.</summary>
    CloseResult,

    /// <summary>A generator or __next__ answered C#: its end is Status.Stop.</summary>
    NestedNext,

    /// <summary>__enter__ returned: push it behind the exit pair.</summary>
    EnterResult,

    /// <summary>__exit__ returned for WITH_CLEANUP.</summary>
    ExitResult,

    /// <summary>A property, __get__ or __getattribute__ answered LOAD_ATTR: AttributeError tries __getattr__. State is
    /// the name; the object still lies above the caller's top.</summary>
    AttributeResult,

    /// <summary>As AttributeResult for LOAD_METHOD: the value is pushed with NULL for self.</summary>
    MethodResult,
}
