using Krait.Core;

namespace Krait.Objects;

/// <summary>Iterates over a set in order.</summary>
[PyType("set_iterator")]
internal sealed partial class SetIterator(PySetBase set) : PyIterator
{
    private PySetBase? set = set;
    private int count = set.Count;
    private int remaining = set.Count;
    private int position;

    public override PyType Type => Types.SetIterator;

    [PyFunction("__length_hint__")]
    internal long LengthHint() => set is { } walked && walked.Count == count ? remaining : 0;

    internal override Status Next(Machine machine, ref Value result)
    {
        if (set is not { } walked)
            return Status.Stop;
        if (walked.Count != count)
        {
            // No number of items brings it back: once broken, always broken.
            count = -1;
            return machine.Raise(Types.RuntimeError, "Set changed size during iteration");
        }
        if (!walked.Keys.Next(ref position))
        {
            set = null;
            return Status.Stop;
        }
        remaining--;
        result.Set(walked.Keys.Entries[position - 1].Key);
        return Status.Ok;
    }
}
