using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>For whom, and into which case, attachments are read: what that person could open, and nothing that the bot alone can.</summary>
internal sealed class AttachmentReader
{
    private readonly IDbContextFactory<KlyngeContext> _contexts;
    private readonly PersonId? _person;
    private readonly LocalDate _today;
    private readonly bool _isClosed;
    private readonly string? _sources;
    private readonly bool _isSecretariat;
    private readonly HashSet<string> _folders;

    private AttachmentReader(
        IDbContextFactory<KlyngeContext> contexts, PersonId? person, AttachmentTarget target, LocalDate today, bool isSecretariat, HashSet<string> folders)
    {
        (_contexts, _person, _today) = (contexts, person, today);
        (Folder, _isClosed, _sources) = (SafeName.Of(target.Forum), target.IsClosed, target.Sources);
        (_isSecretariat, _folders) = (isSecretariat, folders);
    }

    /// <summary>The forum's folder in the library.</summary>
    internal string Folder { get; }

    /// <param name="contexts">Files are looked at beside each other, so each look has its own.</param>
    /// <param name="caller">The system itself may read all that it stored.</param>
    /// <param name="target">The case that the attachments go into.</param>
    /// <param name="today">Danish date.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<AttachmentReader> OfAsync(
        IDbContextFactory<KlyngeContext> contexts, Caller caller, AttachmentTarget target, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isSecretariat = caller.IsSystem || await db.VisitAsync(caller.PersonId, target.ForumId, today) is { Access.IsSecretariat: true };
        var names = await db.Forums.AsNoTracking().Select(forum => forum.Name).ToListAsync(cancellationToken);
        var folders = names.Select(name => SafeName.Of(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new AttachmentReader(contexts, caller.PersonId, target, today, isSecretariat, folders);
    }

    /// <returns>Why a document of ours may not go into the case; null when it may.</returns>
    internal async Task<Error?> CheckAsync(CaseAttachment attachment, DocumentPath path)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        return _person is { } person && !await db.MayReadAsync(person, path, _today) ? new AttachmentNotYours(attachment.Name)
            : !_isClosed && await db.IsClosedAsync(path) ? new AttachmentIsClosed(attachment.Name)
            : null;
    }

    /// <returns>Why a file of SharePoint may not be fetched for the case; null when it may.</returns>
    internal async Task<Error?> CheckAsync(CaseAttachment attachment, LinkedFile file)
    {
        if (file.Path is null)
        {
            return _isSecretariat && _sources?.Split(',').Contains(LinkOnly.TokenOf(attachment.Url!), StringComparer.Ordinal) == true
                ? null
                : new LinkFromElsewhere(_isSecretariat ? file.Source : null);
        }

        // As SharePoint knows them: one that its owner made as »lukket«, or that a link names as »Lukket. «, is where closed documents lie.
        var parts = file.Path.Split('/').Select(SharePointName).Where(part => part.Length > 0).ToArray();
        if (parts.Length > 1 && string.Equals(parts[1], DocumentPath.ClosedFolder, StringComparison.OrdinalIgnoreCase))
            parts[1] = DocumentPath.ClosedFolder;

        if (DocumentPath.Parse(string.Join('/', parts)) is { } path && _folders.Contains(path.Forum))
            return await CheckAsync(attachment, path);

        // A file that people have put into the library: not into another forum's folder, and not among the closed ones for an open case.
        var isOwn = string.Equals(parts[0], Folder, StringComparison.OrdinalIgnoreCase);
        return !isOwn && _folders.Contains(parts[0]) ? new AttachmentNotYours(attachment.Name)
            : isOwn && !_isClosed && parts is [_, DocumentPath.ClosedFolder, ..] ? new AttachmentIsClosed(attachment.Name)
            : null;
    }

    /// <summary>SharePoint takes no blank at either end of a name, and no full stop at the end.</summary>
    private static string SharePointName(string part) => part.Trim().TrimEnd('.', ' ');

    /// <summary>Whoever is not of the secretariat is not told what there is, or is not, outside the forum's library.</summary>
    internal Error Conceal(Error error) =>
        error is LinkNotReadable or LinkLeadsToNoFile && !_isSecretariat ? new LinkFromElsewhere(Source: null) : error;
}

/// <summary>The case that attachments go into.</summary>
/// <param name="Sources">The tokens of the links that somebody has said yes to fetching from elsewhere; only the secretariat's yes counts.</param>
/// <param name="Procedure">The case, where something is copied for it; null where attachments are only looked at.</param>
internal sealed record AttachmentTarget(ForumId ForumId, string Forum, bool IsClosed, string? Sources = null, WrittenProcedureId? Procedure = null);
