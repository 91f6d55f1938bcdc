using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

/// <summary>
/// The library could not be read: an outage, or a permission that is missing. Writing answers with an error instead. It holds nothing of
/// what the library's own client threw, which may quote names and addresses.
/// </summary>
/// <param name="reason">The sentence for a person.</param>
public sealed class DocumentLibraryException(Error reason) : Exception(reason?.Code)
{
    public Error Reason { get; } = reason!;
}
