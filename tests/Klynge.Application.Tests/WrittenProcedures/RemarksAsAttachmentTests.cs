using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Chat;
using Klynge.Application.Documents;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>What people remarked on a case in writing is bilag of the item that comes of it.</summary>
public sealed class RemarksAsAttachmentTests : ProcedureTest
{
    [Fact]
    public async Task CaseThatGoesToTheMeeting_BringsItsRemarksAsABilagToBeRead_Once()
    {
        await Board.AddMeetingAsync();
        await Fixture.VoteAsync(Board.OtherMember, Case, Answer.Recused, "Min søster er ansat dér.");
        await Fixture.VoteAsync(Board.Member, Case, Answer.Reject, "Det er for dyrt");
        await Fixture.CloseAsync(Board.Chair, Case);
        var job = Chat.Get<StoreProcedureDocuments>();

        await job.HandleAsync(default);
        await job.HandleAsync(default);

        var attachment = Assert.Single((await ItemAsync()).Content.Attachments, one => one.Path is not null);
        Assert.Equal(("Bemærkninger fra skriftlig behandling", true), (attachment.Name, attachment.IsRequiredReading));
        var content = await File.ReadAllBytesAsync(Path.Combine(Chat.Documents, attachment.Path!), TestContext.Current.CancellationToken);
        Assert.Equal(ContentHash.Of(content), attachment.Sha256);
        Assert.Contains("Det er for dyrt", DocumentTests.Read(content), StringComparison.Ordinal);
        Assert.DoesNotContain("Min søster", DocumentTests.Read(content), StringComparison.Ordinal);
        Assert.Contains("Bemærkninger fra skriftlig behandling", (await Chat.PressAsync(Board.Member, AttachmentVerbs.List, await DataAsync())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemarksThatWereStored_BeforeThereWasAMeeting_ComeWithTheItem()
    {
        await Fixture.VoteAsync(Board.Member, Case, Answer.ApproveWithRemarks, "Husk de private klinikker");
        await Fixture.CloseAsync(Board.Chair, Case);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        await Board.AddMeetingAsync();

        Assert.Equal(1, await Chat.Get<PlaceFollowUps>().HandleAsync(default));

        Assert.Single((await ItemAsync()).Content.Attachments, one => one.Path is not null);
    }

    [Fact]
    public async Task RemarksThatTheSecretariatTookOff_StayOff()
    {
        await Board.AddMeetingAsync();
        await Fixture.VoteAsync(Board.Member, Case, Answer.Reject, "Det er for dyrt");
        await Fixture.CloseAsync(Board.Chair, Case);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);

        await Chat.PressAsync(Board.Secretary, AttachmentVerbs.Remove, await DataAsync(new AttachmentId(Case.Value)));
        Assert.True((await Chat.Get<ConfirmResult>().HandleAsync(TestBoard.As(Board.Chair), new ConfirmResultRequest(Board.Forum.Id, Case, null), default)).IsSuccess);
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);

        Assert.DoesNotContain((await ItemAsync()).Content.Attachments, one => one.Path is not null);
    }

    private async Task<JsonObject> DataAsync(AttachmentId? attachment = null)
    {
        var item = await ItemAsync();
        var data = CardParts.Data(item.ForumId, item.MeetingId, item.Id);
        return attachment is { } id ? data.With(AttachmentFields.Attachment, id) : data;
    }

    private async Task<AgendaItem> ItemAsync()
    {
        await using var db = Board.Open();
        return await db.AgendaItems.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }
}
