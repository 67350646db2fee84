using System.Globalization;

namespace Krait.Campaign;

/// <summary>What the command line asks for.</summary>
internal sealed record CampaignOptions
{
    /// <summary>Cases.</summary>
    public int Count { get; private init; } = 10_000;

    /// <summary>The seed: with a case's number it gives the mutant.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>A folder of further files to mutate.</summary>
    public string? Corpus { get; private init; }

    /// <summary>The folder that failing mutants are written to.</summary>
    public string? Keep { get; private init; }

    /// <summary>Whether the verifier's promises are checked before each instruction.</summary>
    public bool IsChecked { get; private init; }

    /// <summary>For the child process: the case to begin with.</summary>
    public int? First { get; private init; }

    /// <summary>The folder that holds Krait.slnx.</summary>
    public required string Root { get; init; }

    /// <summary>Null when the arguments are wrong.</summary>
    public static CampaignOptions? Parse(string[] args, string root)
    {
        var options = new CampaignOptions { Root = root };
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--check")
            {
                options = options with { IsChecked = true };
                continue;
            }
            if (++i == args.Length)
                return null;
            var value = args[i];
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (args[i - 1])
            {
                case "--count" when isNumber:
                    options = options with { Count = number };
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = number };
                    break;
                case "--first" when isNumber:
                    options = options with { First = number };
                    break;
                case "--corpus":
                    options = options with { Corpus = value };
                    break;
                case "--keep":
                    options = options with { Keep = value };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
