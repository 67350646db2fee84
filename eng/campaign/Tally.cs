namespace Krait.Campaign;

/// <summary>The figures of a campaign.</summary>
internal sealed class Tally
{
    private readonly int[] outcomes = new int[Enum.GetValues<Outcome>().Length];

    /// <summary>The failing cases and what they did.</summary>
    public List<(int Number, string What)> Failures { get; } = [];

    /// <summary>Time of all children.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    private int Deaths => Failures.Count(failure => failure.What.StartsWith("death", StringComparison.Ordinal));

    private int Hangs => Failures.Count(failure => failure.What == "hang");

    private int Overruns => Failures.Count(failure => failure.What.StartsWith("overrun", StringComparison.Ordinal));

    public void Add(TimeSpan time) => ProcessorTime += time;

    public void Add(int number, Outcome outcome, bool isLate, double milliseconds, string detail)
    {
        outcomes[(int)outcome]++;
        if (outcome is Outcome.Undocumented or Outcome.BrokenPromise)
            Failed(number, detail);
        else if (isLate)
            Failed(number, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"overrun {milliseconds:0} ms"));
    }

    public void Failed(int number, string what) => Failures.Add((number, what));

    public override string ToString()
    {
        var accepted = outcomes.Sum() - outcomes[(int)Outcome.Rejected];
        return $"""
            inputs       {outcomes.Sum() + Deaths + Hangs}
            rejected     {outcomes[(int)Outcome.Rejected]}
            accepted     {accepted}
              fine       {outcomes[(int)Outcome.Fine]}
              exception  {outcomes[(int)Outcome.Exception]}
              limit      {outcomes[(int)Outcome.Limit]}
            undocumented {outcomes[(int)Outcome.Undocumented]}
            promises     {outcomes[(int)Outcome.BrokenPromise]}
            deaths       {Deaths}
            hangs        {Hangs}
            overruns     {Overruns}
            CPU time     {ProcessorTime.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} s
            """;
    }
}
