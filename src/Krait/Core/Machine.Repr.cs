namespace Krait.Core;

/// <content>The containers being printed, so that one that contains itself ends.</content>
public abstract partial class Machine
{
    private readonly HashSet<PyObject> printing = [];

    /// <summary>Notes that <paramref name="item"/> is being printed; false when it already is: print an ellipsis.</summary>
    internal bool EnterRepr(PyObject item) => printing.Add(item);

    /// <summary>Ends what <see cref="EnterRepr"/> began.</summary>
    internal void LeaveRepr(PyObject item) => printing.Remove(item);
}
