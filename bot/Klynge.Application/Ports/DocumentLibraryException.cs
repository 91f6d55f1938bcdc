using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

/// <summary>The library could not be read: an outage, or a permission that is missing. Writing answers with an error instead.</summary>
/// <param name="reason">The sentence for a person.</param>
/// <param name="inner">What the library's own client threw.</param>
public sealed class DocumentLibraryException(Error reason, Exception? inner = null) : Exception(reason?.Code, inner)
{
    public Error Reason { get; } = reason!;
}
