using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>Gives a file to one attempt at a time and writes down what came of it.</summary>
public sealed class FileQueue(Writer writer)
{
    private static readonly Duration Turn = Duration.FromMinutes(5);
    private static readonly Duration MaxWait = Duration.FromMinutes(30);

    /// <summary>An address that Teams has given out works no longer by then; a link does, and the library may be back.</summary>
    private static readonly Duration GiveUpAfter = Duration.FromHours(24);

    private static readonly WriteIntent Bookkeeping = new(nameof(FileQueue), Caller.System, IsOnRecord: false);

    /// <summary>Forgets the addresses of files that nobody has said anything of for a day.</summary>
    internal Task ForgetAsync(CancellationToken cancellationToken) => writer.WriteAsync<Done>(Bookkeeping, async scope =>
    {
        var before = scope.Now - GiveUpAfter;
        foreach (var file in await scope.Db.ItemFiles.Where(one => one.State == ItemFileState.Asked && one.ReceivedAt < before).ToListAsync())
        {
            file.Drop();
            await scope.RefreshAsync(FileCards.Key(file.Id));
        }

        return default(Done);
    }, cancellationToken);

    /// <returns>The file as it stands now; null when there is nothing to do with it any more, or another host has it.</returns>
    internal async Task<ItemFile?> TakeAsync(AttachmentId id)
    {
        try
        {
            var taken = await writer.WriteAsync<Taken>(Bookkeeping, async scope =>
            {
                if (await scope.Db.ItemFiles.FindAsync(id) is not { } file || file.DueAt is not { } due || due > scope.Now)
                    return new Taken(null);

                file.Try(scope.Now + Turn);
                return new Taken(file);
            });
            return taken.Value.File;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <summary>Puts a path on record before the file is there.</summary>
    /// <returns>False for a path that another file has, or that a closed case has left.</returns>
    internal async Task<bool> NoteAsync(AttachmentId id, DocumentPath path)
    {
        var noted = await writer.WriteAsync<Noted>(Bookkeeping, async scope =>
        {
            var name = path.ToString();
            if (await scope.Db.IsLeavingAsync([name]) || await scope.Db.ItemFiles.AnyAsync(one => one.Path == name && one.Id != id))
                return new Noted(false);

            (await scope.Db.ItemFiles.SingleAsync(one => one.Id == id)).StoreAt(name);
            return new Noted(true);
        });
        return noted.Value.IsFree;
    }

    /// <summary>Gives up a file that whoever gave it is told of where they wait for it, and nowhere else.</summary>
    internal Task GiveUpAsync(AttachmentId id, Error why, CancellationToken cancellationToken) => writer.WriteAsync<Done>(Bookkeeping, async scope =>
    {
        (await scope.Db.ItemFiles.SingleAsync(one => one.Id == id)).Fail(why.Text);
        return default(Done);
    }, cancellationToken);

    internal Task RecordAsync(ItemFile tried, FileOutcome outcome, CancellationToken cancellationToken)
    {
        var intent = outcome is FileOutcome.Kept or FileOutcome.OnlyLink or FileOutcome.Moved
            ? new WriteIntent(nameof(KeepFiles), Caller.Of(JobRights.KeepFiles, inNameOf: tried.PersonId), tried.ForumId, SubjectId: tried.ItemId!.Value.Value)
            : Bookkeeping;
        return writer.WriteAsync<Done>(intent, async scope =>
        {
            var file = await scope.Db.ItemFiles.SingleAsync(one => one.Id == tried.Id);
            await RecordAsync(scope, file, outcome);
            return default(Done);
        }, cancellationToken);
    }

    private static async Task RecordAsync(WriteScope scope, ItemFile file, FileOutcome outcome)
    {
        switch (outcome)
        {
            case FileOutcome.Kept { Copy: var copy }:
                await PutAsync(scope, file, copy);
                break;
            case FileOutcome.OnlyLink:
                await PutAsync(scope, file, copy: null);
                break;
            case FileOutcome.Moved { To: var to, Url: var url }:
                await scope.EnterAsJobAsync(file.ForumId!.Value, KeepFiles.Needs);
                await scope.NameAsync(file, to.ToString(), url);
                file.HasMoved(to.ToString());
                break;
            case FileOutcome.Renamed { To: var to }:
                file.Leave(to.ToString(), scope.Now);
                break;
            case FileOutcome.Later { Why: var why } when file.MovesTo is not null || scope.Now - file.TriedSince < GiveUpAfter:
                file.Postpone(scope.Now + Duration.Min(MaxWait, Duration.FromSeconds(15 * Math.Pow(2, Math.Min(file.Attempts, 8)))), why.Text);
                break;
            case FileOutcome.Later { Why: var why }:
                await FailAsync(scope, file, new FileNotKept(file.Name, why.Text));
                break;
            case FileOutcome.Never { Why: var why }:
                await FailAsync(scope, file, why);
                break;
        }
    }

    /// <param name="copy">Null for what is only a link.</param>
    private static async Task PutAsync(WriteScope scope, ItemFile file, KeptCopy? copy)
    {
        await scope.EnterAsJobAsync(file.ForumId!.Value, KeepFiles.Needs);
        var item = await scope.Db.AgendaItems.SingleAsync(one => one.Id == file.ItemId);
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == item.MeetingId);
        var attachment = new AgendaAttachment(file.Name, copy?.Url ?? file.Source)
        {
            Id = file.Id,
            IsRequiredReading = file.IsRequiredReading,
            IsClosed = file.IsClosed,
            Path = copy?.Path.ToString(),
            Sha256 = copy?.Sha256,
            Size = copy?.Size,
            AddedAt = scope.Now,
            Change = file.Change,
            LateReason = file.LateReason,
        };
        var added = AttachmentList.Add(item.Content, attachment, file.Replaces);
        if ((await scope.CheckMayChangeAsync(meeting, item) ?? added.Error) is { } refusal)
        {
            await FailAsync(scope, file, new FileNotKept(file.Name, refusal.Text));
        }
        else
        {
            await scope.ChangeAsync(item, added.Value);
            file.Keep();
            await scope.RefreshAsync(FileCards.Key(file.Id));
        }

        // It may have been closed while the file was on its way.
        if (item.Content.IsClosed)
            await scope.LeaveOpenPlaceAsync(item);
    }

    /// <summary>The card says so where it stands, and a message of its own, because the person has turned to something else meanwhile.</summary>
    private static async Task FailAsync(WriteScope scope, ItemFile file, Error why)
    {
        file.Fail(why.Text);
        await scope.RefreshAsync(FileCards.Key(file.Id));
        scope.Notify(file.PersonId, FileCards.Failed(why.Text));
    }

    private sealed record Taken(ItemFile? File);

    private sealed record Noted(bool IsFree);
}
