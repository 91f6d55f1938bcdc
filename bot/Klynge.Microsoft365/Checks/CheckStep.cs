namespace Klynge.Microsoft365.Checks;

/// <summary>One thing that was tried.</summary>
/// <param name="Name">What, in a few words.</param>
/// <param name="State">How it went.</param>
/// <param name="Detail">What was found, as a sentence.</param>
/// <param name="HowToMend">What to do; null where there is nothing to do.</param>
public sealed record CheckStep(string Name, CheckState State, string Detail, string? HowToMend = null)
{
    internal static CheckStep Ok(string name, string detail) => new(name, CheckState.Ok, detail);

    internal static CheckStep Failed(string name, string detail, string howToMend) => new(name, CheckState.Failed, detail, howToMend);

    internal static CheckStep Warning(string name, string detail, string howToMend) => new(name, CheckState.Warning, detail, howToMend);

    internal static CheckStep NotTried(string name, string why, string? howToMend = null) => new(name, CheckState.NotTried, why, howToMend);
}
