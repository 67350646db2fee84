using Krait.Core;

namespace Krait.Objects;

/// <summary>
/// An iterator that C# implements. Its state lies in fields, never in a C# iterator or a lambda, so that it can be saved.
/// One that asks another iterator guards the C# stack: iterators nest as deep as a program likes.
/// </summary>
internal abstract class PyIterator : PyObject
{
    internal override Status Iterate(Machine machine, ref Value result)
    {
        result.SetObject(this);
        return Status.Ok;
    }

    internal abstract override Status Next(Machine machine, ref Value result);
}
