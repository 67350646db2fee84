namespace Krait.Core;

/// <summary>
/// What is left to do for an instruction after the frame it pushed has returned: a closed set, one handler each
/// (Interpreter/Continuations.cs), known also to whoever saves or rebuilds frames.
/// </summary>
internal enum Continuation : byte
{
    /// <summary>The value is the instruction's result: push it and go on.</summary>
    Push,

    /// <summary>Drop the value and go on (a __setattr__, __setitem__, __delitem__, a descriptor's __set__).</summary>
    Discard,

    /// <summary>__init__ returned: it must be None; the result is the instance in State.</summary>
    InitResult,

    /// <summary>__new__ returned: call __init__ of the result if it is an instance of the class.</summary>
    NewResult,

    /// <summary>A forward or reflected operator method returned: NotImplemented tries the other side.</summary>
    BinaryRetry,

    /// <summary>Push the truth of the value negated or not (in, not in, __contains__).</summary>
    PushTruth,

    /// <summary>The value decides a conditional jump; Aux says where and how.</summary>
    TruthThenJump,

    /// <summary>__bool__ or __len__ returned for a unary not or bool().</summary>
    TruthThenPush,

    /// <summary>__iter__ returned for GET_ITER_STACK: check it is an iterator, leave the four slots.</summary>
    IterResult,

    /// <summary>An iterator's __next__ or a generator answered FOR_ITER; StopIteration jumps to Aux.</summary>
    ForIter,

    /// <summary>A generator or a send method answered YIELD_FROM.</summary>
    YieldFrom,

    /// <summary>A generator answered next(), send() or throw() that an instruction called.</summary>
    GeneratorResult,

    /// <summary>A class body returned: build the class.</summary>
    ClassBody,

    /// <summary>A metaclass call or __init_subclass__ step of building a class returned.</summary>
    ClassBuilt,

    /// <summary>A module body returned: bind it in its parent, deliver the module asked for.</summary>
    ModuleBody,

    /// <summary>__enter__ returned.</summary>
    EnterResult,

    /// <summary>__exit__ returned for WITH_CLEANUP.</summary>
    ExitResult,

    /// <summary>A property, descriptor or __getattribute__ raised AttributeError or returned: __getattr__ may follow.</summary>
    AttributeResult,

    /// <summary>As AttributeResult, for LOAD_METHOD: the value is pushed without a self.</summary>
    MethodResult,

    /// <summary>The frame is the boundary of a nested run: leave the loop.</summary>
    Boundary,
}
