using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What belongs to a meeting as a whole hangs on no item, and is none itself.</summary>
public sealed class MeetingDocumentsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 3, 14, 0);
    private static readonly Meeting Meeting = Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0)), "Rådhuset", At - Duration.FromDays(20)).Value;

    [Fact]
    public void Documents_AreOneOfAMeeting_AndNoItemOfItsAgenda()
    {
        var documents = AgendaItem.ForDocuments(Meeting, "Bilag til referatet", At);

        Assert.Equal((AgendaItem.DocumentsOf(Meeting.Id), Meeting.Id, Meeting.ForumId), (documents.Id, documents.MeetingId, documents.ForumId));
        Assert.Equal((false, 0, AgendaItemStatus.OfMeeting), (documents.IsOnAgenda, documents.Number, documents.Status));
    }

    [Fact]
    public void Documents_TakeBilag_AndNothingElse()
    {
        var documents = AgendaItem.ForDocuments(Meeting, "Bilag til referatet", At);
        documents.ChangeAttachments(AttachmentList.Add(documents.Content, new AgendaAttachment("Slides")).Value, At);
        Assert.Equal("Slides", Assert.Single(documents.Content.Attachments).Name);

        Assert.IsType<ItemNotFound>(documents.Edit(documents.Content with { Title = "Andet" }, documents.Version, At).Error);
        Assert.IsType<ItemNotFound>(documents.Remove(At).Error);
        Assert.IsType<ItemNotFound>(documents.Restore(1).Error);
        Assert.IsType<ItemNotFound>(documents.Decide("Godkendt.", null, At).Error);
        Assert.IsType<ProposalAlreadyAnswered>(documents.Accept(Meeting, 1, null, At).Error);
    }
}
