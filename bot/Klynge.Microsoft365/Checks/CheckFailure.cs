using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Checks;

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
