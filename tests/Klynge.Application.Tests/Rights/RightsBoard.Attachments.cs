using Klynge.Application.Agendas.Attachments;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>The board's item: its number and its attachments.</summary>
internal sealed partial class RightsBoard
{
    /// <summary>The first of two at <see cref="Item"/>.</summary>
    internal AttachmentId Attachment { get; } = AttachmentId.New();

    /// <summary>One that was taken off <see cref="Item"/>.</summary>
    internal AttachmentId TakenOff { get; } = AttachmentId.New();

    /// <summary>A file that the secretary has dropped, and not said yet where it belongs.</summary>
    internal AttachmentId DroppedFile { get; private set; }

    internal int NumberOf(AgendaItemId item)
    {
        using var db = Board.Open();
        return db.AgendaItems.Single(one => one.Id == item).Number;
    }

    internal MemberId SeatOf(PersonId person)
    {
        using var db = Board.Open();
        return db.Members.Single(seat => seat.PersonId == person && seat.ForumId == Forum.Id).Id;
    }

    private async Task AttachAsync()
    {
        var now = Board.Clock.GetCurrentInstant();
        var file = ItemFile.Dropped(Board.Secretary.Id, "Plan.pdf", "https://fjordlandet-my.sharepoint.com/plan", now);
        DroppedFile = file.Id;
        await Board.AddAsync(file);
        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(one => one.Id == Item);
        AgendaAttachment Named(string name, AttachmentId id) => new(name, "https://fjordlandet.example/bilag") { Id = id };
        item.ChangeAttachments(item.Content with { Attachments = [Named("Notat.pdf", Attachment), Named("Tal.xlsx", AttachmentId.New())], TakenOff = [new(Named("Gammelt.pdf", TakenOff), 0)] }, now);
        await db.SaveChangesAsync();
    }
}
