using Klynge.Application.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

/// <summary>Stands in where there is no SharePoint: links stay links.</summary>
public sealed class DisconnectedLinks : ILinkedDocuments
{
    public bool Covers(Uri link) => false;

    public Task<Result<LinkedFile>> FindAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken) =>
        Task.FromResult<Result<LinkedFile>>(new LinkIsElsewhere());

    public Task<Result<LinkedContent>> ReadAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, long most, CancellationToken cancellationToken) =>
        Task.FromResult<Result<LinkedContent>>(new LinkIsElsewhere());
}
