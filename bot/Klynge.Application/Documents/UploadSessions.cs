using Klynge.Application.Data;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>Large uploads that are half-way, on disk, so that they go on after a crash.</summary>
public sealed class UploadSessions(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    private static readonly WriteIntent Intent = new("KeepUploadSession", Caller.System, IsOnRecord: false);

    public async Task<UploadSession?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UploadSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Key == key, cancellationToken);
    }

    /// <summary>Begins a session, or writes down how far it is. Those that have run out are cleared away.</summary>
    public Task SaveAsync(UploadSession session, CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            if (await scope.Db.UploadSessions.FindAsync(session.Key) is { } row)
            {
                (row.ProtectedUrl, row.ExpiresAt, row.Sent) = (session.ProtectedUrl, session.ExpiresAt, session.Sent);
                return default(Done);
            }

            scope.Db.UploadSessions.RemoveRange(await scope.Db.UploadSessions.Where(old => old.ExpiresAt < scope.Now).ToListAsync());
            scope.Db.UploadSessions.Add(session);
            return default(Done);
        },
        cancellationToken);

    public Task ForgetAsync(string key, CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            if (await scope.Db.UploadSessions.FindAsync(key) is { } row)
                scope.Db.UploadSessions.Remove(row);

            return default(Done);
        },
        cancellationToken);
}

/// <summary>A large upload that is half-way: after a crash it goes on from there instead of from the beginning.</summary>
public sealed class UploadSession
{
    /// <summary>Names the place and the content: another content begins an upload of its own.</summary>
    public required string Key { get; init; }

    /// <summary>The address that takes the parts, encrypted: whoever has it needs no token.</summary>
    public required string ProtectedUrl { get; set; }

    public required Instant ExpiresAt { get; set; }

    /// <summary>The bytes that the library has confirmed.</summary>
    public required long Sent { get; set; }
}
