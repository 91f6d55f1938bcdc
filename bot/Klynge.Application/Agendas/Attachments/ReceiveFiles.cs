using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>Remembers a file that somebody has dropped into the personal chat, so that they can say which item it belongs to. Nothing is fetched yet.</summary>
public sealed class ReceiveFiles(Writer writer)
{
    /// <summary>Of a message; Teams takes ten.</summary>
    internal const int MaxFiles = 10;

    private const int MaxUrlLength = 8_000;

    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".xlsx", ".xls", ".ods", ".csv", ".pptx", ".ppt", ".odp",
        ".png", ".jpg", ".jpeg", ".gif", ".msg", ".eml",
    };

    /// <returns>The file; <see cref="FilesNotForYou"/> for somebody who could give it to no item of any forum.</returns>
    public Task<Result<ReceivedFile>> HandleAsync(Caller caller, DroppedFile dropped, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(dropped);
        return ReceiveAsync(
            caller, dropped.Name, name => dropped.Url.Length > MaxUrlLength ? new FileIsGone(name) : null,
            (person, name, now) => ItemFile.Dropped(person, name, dropped.Url, now), cancellationToken);
    }

    /// <summary>The same for a file whose content came with it.</summary>
    /// <param name="fileName">As the person's machine called it: untrusted.</param>
    internal Task<Result<ReceivedFile>> HandleUploadAsync(Caller caller, string fileName, CancellationToken cancellationToken) =>
        ReceiveAsync(caller, fileName, _ => null, ItemFile.Uploaded, cancellationToken);

    private Task<Result<ReceivedFile>> ReceiveAsync(
        Caller caller, string fileName, Func<string, Error?> check, Func<PersonId, string, Instant, ItemFile> make, CancellationToken cancellationToken) =>
        writer.WriteAsync<ReceivedFile>(new WriteIntent(nameof(ReceiveFiles), caller, IsOnRecord: false), async scope =>
        {
            if (caller.PersonId is not { } person || await PlaceForFilesAsync(scope, person) is null)
                return new FilesNotForYou();

            var name = DanishText.Shorten(DanishText.Clean(fileName), AttachmentList.MaxNameLength);
            if (!Taken.Contains(Path.GetExtension(SafeName.Of(fileName))))
                return new FileTypeNotTaken(name);

            if (check(name) is { } refusal)
                return refusal;

            var file = make(person, name, scope.Now);
            scope.Db.ItemFiles.Add(file);
            return new ReceivedFile(file.Id, name);
        }, cancellationToken);

    /// <returns>A forum whose items the person may give files; null where there is none.</returns>
    internal static async Task<ForumId?> PlaceForFilesAsync(WriteScope scope, PersonId person) =>
        (await scope.Db.VisitsAsync(person, scope.Today)).Find(visit => visit.Access.May(AttachFile.Needs))?.Forum.Id;
}

public sealed record ReceivedFile(AttachmentId Id, string Name);
