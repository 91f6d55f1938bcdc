using Azure.Identity;
using Klynge.Application.Documents;
using Klynge.Domain.Common;
using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Documents;

/// <summary>What Graph says when it does not do what it was asked, as the sentence that a person can act on.</summary>
internal static class SharePointFailure
{
    internal const int NotFound = 404, Conflict = 409, Gone = 410, Changed = 412, RangeRefused = 416;

    /// <summary>Null for what is no failure of Graph's, but a bug of ours.</summary>
    internal static Error? Of(Exception exception, string name) => exception switch
    {
        // The SDK's own retries, when they are used up.
        AggregateException { InnerExceptions: [.., ApiException last] } => Of(last, name),
        ApiException api => Of(api.ResponseStatusCode, name),
        UploadRefusedException { Status: NotFound or Gone } => new LibraryIsUnavailable(),
        UploadRefusedException refused => Of(refused.Status, name),
        HttpRequestException or AuthenticationFailedException or IOException => new LibraryIsUnavailable(),
        OperationCanceledException { InnerException: TimeoutException } => new LibraryIsUnavailable(),
        _ => null,
    };

    internal static bool Is(Exception exception, int status) => StatusOf(exception) == status;

    /// <summary>What was answered; null for what is no answer.</summary>
    internal static int? StatusOf(Exception exception) => exception switch
    {
        ApiException api => api.ResponseStatusCode,
        UploadRefusedException refused => refused.Status,
        _ => null,
    };

    private static Error? Of(int status, string name) => status switch
    {
        401 or 403 => new SharePointRefused(),
        NotFound => new SharePointNotFound(name),
        423 or Changed => new DocumentIsLocked(name),
        507 => new SharePointIsFull(),
        408 or 425 or 429 or >= 500 => new LibraryIsUnavailable(),
        _ => null,
    };
}

/// <summary>An upload address refused a part. It holds the status alone: the address is a secret.</summary>
internal sealed class UploadRefusedException(int status) : Exception($"The upload address answered {status}.")
{
    public int Status { get; } = status;
}
