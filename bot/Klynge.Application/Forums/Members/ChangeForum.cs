using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <param name="Version">Of the preview that the caller has seen.</param>
public sealed record ChangeForumRequest(ForumId ForumId, ForumChange Change, string Version);

/// <summary>
/// Changes a forum's members and rules: previewed first, then written as one row of the record, by the rules of the board file. The forum's
/// secretariat may, and nobody else in it.
/// </summary>
public sealed class ChangeForum(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public const Permission Needs = Permission.ManageForum;

    /// <summary>What the change would do; nothing is saved.</summary>
    /// <returns>Or what to ask, and why it cannot be.</returns>
    public async Task<Result<ForumPreview>> PreviewAsync(Caller caller, ForumId forumId, ForumChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(clock);
        if (!(await db.EnterAsync(caller, forumId, Needs, today)).TryGet(out var visit, out var error))
            return error;

        var editor = new ForumEditor(db, visit.Forum, today);
        return await editor.RunAsync(await editor.ReadAsync(), change);
    }

    /// <returns>What was changed; or <see cref="ForumChangedMeanwhile"/> where the preview was of something else.</returns>
    public Task<Result<ForumPreview>> HandleAsync(Caller caller, ChangeForumRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var intent = new WriteIntent(nameof(ChangeForum), caller, request.ForumId, SubjectId: request.ForumId.Value);
        return writer.WriteAsync(intent, scope => RunAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<ForumPreview>> RunAsync(WriteScope scope, ChangeForumRequest request)
    {
        if (!(await scope.EnterAsync(request.ForumId, Needs)).TryGet(out var visit, out var error))
            return error;

        var editor = new ForumEditor(scope.Db, visit.Forum, scope.Today);
        var read = await editor.ReadAsync();
        // The same press again finds the forum as the first one left it.
        if (request.Version.EndsWith("-" + ForumEditor.EndOf(read.Draft, request.Change), StringComparison.Ordinal))
            return new ForumPreview(visit.Forum.Name, [], [], request.Version);

        var mark = ForumEditor.MarkOf(read.Draft);
        var result = await editor.RunAsync(read, request.Change);

        // A table is read anew at each press: by then it finds the people whom the first one brought, and has nothing to change.
        if (result.Error is NothingToChange && request.Version.Contains($"-{mark}-", StringComparison.Ordinal))
            return new ForumPreview(visit.Forum.Name, [], [], request.Version);

        if (!request.Version.StartsWith(mark + "-", StringComparison.Ordinal))
            return new ForumChangedMeanwhile();

        if (!result.TryGet(out var preview, out error))
            return error;

        return preview.Version == request.Version ? preview : new ForumChangedMeanwhile();
    }
}
