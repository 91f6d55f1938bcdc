using Microsoft.Kiota.Abstractions;

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

public enum CheckState
{
    Ok = 1,

    /// <summary>It works, but not as it should.</summary>
    Warning = 2,

    /// <summary>Something does not work.</summary>
    Failed = 3,

    /// <summary>It is not used, hangs on a step that failed, or cannot be tried without changing something.</summary>
    NotTried = 4,
}

/// <summary>The status that a call of Graph ended with. The texts of its errors may quote names and addresses, and are left alone.</summary>
internal static class CheckFailure
{
    /// <returns>Null for none: the network, or a bug.</returns>
    internal static int? StatusOf(Exception exception) => exception switch
    {
        ApiException api => api.ResponseStatusCode,
        AggregateException { InnerExceptions: [.., ApiException last] } => last.ResponseStatusCode,
        _ => null,
    };

    internal static bool IsOutage(Exception exception) =>
        exception is HttpRequestException or OperationCanceledException { InnerException: TimeoutException }
        || StatusOf(exception) is 408 or 429 or >= 500;

    internal static CheckStep Away(string name) => CheckStep.Failed(name, Texts.Away, Texts.TryAgain);
}
