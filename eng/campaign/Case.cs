using System.Diagnostics;
using Krait.Capabilities;
using Krait.Core;
using Krait.Hosting;

namespace Krait.Campaign;

/// <summary>What became of a mutant.</summary>
internal enum Outcome
{
    /// <summary>The loader refused it.</summary>
    Rejected,

    /// <summary>It ran to its end.</summary>
    Fine,

    /// <summary>A Python exception reached the top.</summary>
    Exception,

    /// <summary>A limit ended it.</summary>
    Limit,

    /// <summary>A .NET exception came out that the engine does not document.</summary>
    Undocumented,

    /// <summary>A promise of the verifier did not hold.</summary>
    BrokenPromise,
}

/// <summary>The end of one case.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Time">How long it ran.</param>
/// <param name="Detail">The exception that came out, if any.</param>
internal readonly record struct Result(Outcome Outcome, TimeSpan Time, string Detail)
{
    /// <summary>Whether the case shows a fault of the product.</summary>
    public bool IsFailure => Outcome is Outcome.Undocumented or Outcome.BrokenPromise;
}

/// <summary>Loads and runs one mutant with tight limits.</summary>
internal static class Case
{
    /// <summary>The limits a mutant runs under.</summary>
    public static Limits Limits { get; } = new()
    {
        Steps = 20_000,
        AllocatedBytes = 16 << 20,
        Time = TimeSpan.FromMilliseconds(200),
        Recursion = 100,
    };

    /// <summary>Runs a mutant in an engine of its own.</summary>
    /// <param name="mpy">The bytes.</param>
    /// <param name="isChecked">Whether the verifier's promises are checked before each instruction.</param>
    /// <param name="limits">What it may use; by default <see cref="Limits"/>.</param>
    public static Result Run(byte[] mpy, bool isChecked, Limits? limits = null)
    {
        using var engine = new Engine(new EngineOptions { Limits = limits ?? Limits, Capabilities = new() { Console = new Discard() } });
        if (isChecked)
        {
            engine.Machine.IsTraced = true;
            engine.Machine.Observer = new PromiseChecker().Check;
        }
        var start = Stopwatch.GetTimestamp();
        var (outcome, detail) = Execute(engine, mpy);
        return new(outcome, Stopwatch.GetElapsedTime(start), detail);
    }

    private static (Outcome Outcome, string Detail) Execute(Engine engine, byte[] mpy)
    {
        try
        {
            engine.ExecuteMpy(mpy);
            return (Outcome.Fine, "");
        }
        catch (InvalidDataException)
        {
            return (Outcome.Rejected, "");
        }
        catch (PythonException problem)
        {
            return (Outcome.Exception, $"{problem.PythonType}: {problem.Message}");
        }
        catch (LimitReachedException problem)
        {
            return (Outcome.Limit, problem.Message);
        }
        catch (BrokenPromiseException problem)
        {
            return (Outcome.BrokenPromise, problem.Message);
        }
        // Whatever else comes out is what the campaign looks for.
        catch (Exception problem)
        {
            return (Outcome.Undocumented, problem.ToString());
        }
    }

    /// <summary>A console that nobody reads, with nothing to read.</summary>
    private sealed class Discard : IConsole
    {
        public bool IsInteractive => false;

        public void Write(ReadOnlySpan<byte> bytes)
        {
        }

        public void Flush()
        {
        }

        public void WriteError(ReadOnlySpan<byte> bytes)
        {
        }

        public ReadOnlyMemory<byte> ReadLine() => default;
    }
}
