using System.Globalization;

namespace Klynge.Benchmarks.Votes;

/// <summary><c>votes [--connections 64] [--seconds 10] [--voters 500] [--rounds 3]</c></summary>
internal sealed record VoteOptions(int Connections = 64, int Seconds = 10, int Voters = 500, int Rounds = 3)
{
    internal static VoteOptions Parse(IReadOnlyList<string> args)
    {
        var options = new VoteOptions();
        for (var index = 0; index + 1 < args.Count; index += 2)
        {
            var value = int.Parse(args[index + 1], CultureInfo.InvariantCulture);
            options = args[index] switch
            {
                "--connections" => options with { Connections = value },
                "--seconds" => options with { Seconds = value },
                "--voters" => options with { Voters = value },
                "--rounds" => options with { Rounds = value },
                _ => throw new ArgumentException($"No such option: {args[index]}", nameof(args)),
            };
        }

        return options;
    }
}
