using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>Keeps the card of a file true in its giver's chat: on its way, at its item, or given up with the reason.</summary>
public sealed class FileCardSource : ISharedCardSource
{
    public string Kind => FileCards.Kind;

    public async Task<AdaptiveCard?> DrawAsync(KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation is { ForumId: null, PersonId: { } person }
            && await db.ItemFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == new AttachmentId(id) && one.PersonId == person, cancellationToken) is { } file
            ? await DrawAsync(db, file, DanishTime.ToDanish(now).Date, cancellationToken)
            : null;
    }

    /// <returns>Null while the person has not answered, and where they may not see the item any more.</returns>
    internal static async Task<AdaptiveCard?> DrawAsync(KlyngeContext db, ItemFile file, LocalDate today, CancellationToken cancellationToken)
    {
        if (file.State == ItemFileState.Dropped)
            return FileCards.Dropped(file.Name);

        if (file.ForumId is not { } forum || !(await db.EnterAsync(new Caller(file.PersonId), forum, AttachFile.Needs, today)).IsSuccess)
            return null;

        if (file.State == ItemFileState.Failed)
            return FileCards.Failed(file.Failure!);

        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.Id == file.ItemId, cancellationToken);
        if (await db.MeetingViewAsync(forum, item.MeetingId, cancellationToken) is not { } meeting)
            return null;

        return file.State == ItemFileState.Waiting ? FileCards.Fetching(meeting, item, file)
            : AttachmentList.Find(item.Content, file.Id) is { } attachment ? FileCards.Kept(meeting, item, attachment)
            : FileCards.Failed(Texts.Removed(file.Name));
    }
}
