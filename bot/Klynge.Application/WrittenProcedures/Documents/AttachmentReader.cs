using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>For whom, and into which case, attachments are read: what that person could open, and nothing that the bot alone can.</summary>
internal sealed class AttachmentReader
{
    /// <summary>No document of ours is called so: only the place counts.</summary>
    private const string AnyName = "x";

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
        var isSecretariat = caller.PersonId is not { } person || await db.VisitAsync(person, target.ForumId, today) is { Access.IsSecretariat: true };
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

    /// <summary>
    /// A file of SharePoint lies in the forum's own folder, in another forum's, or elsewhere: on another site, or in the library beside or
    /// above the forums' folders, where the bot cannot tell who may read it.
    /// </summary>
    /// <returns>Why it may not be fetched for the case; null when it may.</returns>
    internal async Task<Error?> CheckAsync(CaseAttachment attachment, LinkedFile file)
    {
        // As SharePoint knows them: one that its owner made as »lukket«, or that a link names as »Lukket. «, is where closed documents lie.
        var parts = (file.Path ?? string.Empty).Split('/').Select(SharePointName).Where(part => part.Length > 0).ToArray();
        if (parts.Length < 2 || !_folders.TryGetValue(parts[0], out var folder))
            return CheckElsewhere(attachment, file);

        parts[0] = folder;
        if (string.Equals(parts[1], DocumentPath.ClosedFolder, StringComparison.OrdinalIgnoreCase))
            parts[1] = DocumentPath.ClosedFolder;

        if (DocumentPath.Parse(string.Join('/', parts)) is { } path)
            return await CheckAsync(attachment, path);

        // What people have put there themselves has the rights of the place that it lies in.
        var place = DocumentPath.Of(folder, _today.Year, AnyName);
        return await CheckAsync(attachment, parts[1] == DocumentPath.ClosedFolder ? place.AsClosed() : place)
            ?? (string.Equals(folder, Folder, StringComparison.OrdinalIgnoreCase) ? null : CheckElsewhere(attachment, file));
    }

    private LinkFromElsewhere? CheckElsewhere(CaseAttachment attachment, LinkedFile file) =>
        _isSecretariat && _sources?.Split(',').Contains(LinkOnly.TokenOf(attachment.Url!), StringComparer.Ordinal) == true
            ? null
            : new LinkFromElsewhere(_isSecretariat ? file.Source : null);

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
