using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>Moves a file of an item that has been closed to where closed documents lie.</summary>
public sealed class MoveItemFiles(IDocumentLibrary library, DocumentLinks links)
{
    internal async Task<FileOutcome> TryAsync(ItemFile file, CancellationToken cancellationToken)
    {
        var (from, to) = (DocumentPath.Parse(file.Path)!, DocumentPath.Parse(file.MovesTo)!);
        var moved = await library.MoveAsync(from, to, cancellationToken);
        return !moved.TryGet(out var outcome, out var error) ? new FileOutcome.Later(error)
            : outcome switch
            {
                MoveOutcome.Moved { Document: var document } => new FileOutcome.Moved(to, links.To(document).AbsoluteUri),
                MoveOutcome.NameTaken => new FileOutcome.Renamed(to.Numbered(file.Attempts + 1)),
                _ => new FileOutcome.Moved(to, links.To(to).AbsoluteUri), // Nothing lies in either place: nothing is left in the open.
            };
    }
}

/// <summary>Where the files of an item lie that is closed.</summary>
internal static class LeavingFiles
{
    /// <summary>
    /// Has the files of a closed item leave the place of open documents: of what stands there, of earlier versions and of what was taken off.
    /// From this write on nobody reads them there.
    /// </summary>
    internal static async Task LeaveOpenPlaceAsync(this WriteScope scope, AgendaItem item)
    {
        var paths = item.Content.Attachments.Concat(item.Content.TakenOff.Select(one => one.Attachment))
            .SelectMany(one => one.Versions()).Select(one => one.Path).OfType<string>().ToList();
        Leave(await scope.Db.ItemFiles.Where(file => file.MovesTo == null && file.Path != null && (paths.Contains(file.Path) || file.ItemId == item.Id)).ToListAsync(), scope.Now);
    }

    /// <summary>Has the files of an attachment that was closed leave the place of open documents, with its earlier versions.</summary>
    internal static async Task LeaveOpenPlaceAsync(this WriteScope scope, AgendaAttachment attachment)
    {
        var paths = attachment.Versions().Select(one => one.Path).OfType<string>().ToList();
        Leave(await scope.Db.ItemFiles.Where(file => file.MovesTo == null && file.Path != null && paths.Contains(file.Path)).ToListAsync(), scope.Now);
    }

    private static void Leave(List<ItemFile> files, Instant now)
    {
        foreach (var file in files.Where(file => file.State != ItemFileState.Waiting))
        {
            if (DocumentPath.Parse(file.Path) is { IsClosed: false } path)
                file.Leave(DocumentPath.Of(path.Forum, path.Year, Texts.ClosedFileName(file.Id), Path.GetExtension(path.Name)).AsClosed().ToString(), now);
        }
    }

    /// <summary>A file that nobody opens where it lies, because it is on its way out.</summary>
    internal static Task<bool> IsLeavingWithItemAsync(this KlyngeContext db, string path) =>
        db.ItemFiles.AnyAsync(file => file.Path == path && file.MovesTo != null);

    /// <summary>The item, those that it continues and that continue it, and drafts of cases made of them name the new place.</summary>
    internal static async Task NameAsync(this WriteScope scope, ItemFile file, string to, string url)
    {
        var items = await MatterAsync(scope.Db, file.ItemId!.Value);
        var ids = items.ConvertAll(item => (AgendaItemId?)item.Id);
        var before = items.SelectMany(item => item.Content.Attachments.Concat(item.Content.TakenOff.Select(one => one.Attachment)))
            .SelectMany(one => one.Versions()).Where(one => one.Path == file.Path).Select(one => one.Url).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items)
            await scope.ChangeAsync(item, AttachmentList.WithCopyAt(item.Content, file.Path!, to, url));

        foreach (var draft in await scope.Db.WrittenProcedures.Where(one => one.Status == ProcedureStatus.Draft && ids.Contains(one.AgendaItemId)).ToListAsync())
        {
            draft.Case = draft.Case with
            {
                Attachments = [.. draft.Case.Attachments.Select(one => before.Contains(one.Url) ? one with { Url = url } : one)],
            };
        }
    }

    /// <summary>The item, what it continues and what continues it, to both ends.</summary>
    internal static async Task<List<AgendaItem>> MatterAsync(KlyngeContext db, AgendaItemId first)
    {
        var found = new Dictionary<AgendaItemId, AgendaItem>();
        for (var next = new List<AgendaItemId?> { first }; next.Count > 0;)
        {
            var items = await db.AgendaItems.Where(item => next.Contains(item.Id) || next.Contains(item.ContinuesId)).ToListAsync();
            var added = items.Where(item => found.TryAdd(item.Id, item)).ToList();
            next = [.. added.SelectMany(item => new[] { item.Id, item.ContinuesId }).Where(id => id is not null && (!found.ContainsKey(id.Value) || added.Exists(one => one.Id == id)))];
        }

        return [.. found.Values];
    }
}
