namespace Krait.Core;

/// <summary>
/// What is left to do when the Python that an instruction or a built-in called has returned, where one number does not
/// say it: the state of a class statement, an import, a construction. The frame called carries it with
/// <see cref="Continuation.Resume"/>.
/// </summary>
internal abstract class Pending
{
    /// <summary>The call returned. Answers as the instruction would: the result, another pushed frame, or an exception.</summary>
    public abstract Status Resume(Machine machine, in Value value, ref Value result);

    /// <summary>The call raised; the exception is pending. By default it goes on.</summary>
    public virtual Status ResumeRaised(Machine machine, ref Value result) => Status.Raised;
}
