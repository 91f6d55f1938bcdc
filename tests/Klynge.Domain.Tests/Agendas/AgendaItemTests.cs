using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What has become of an item says what can be done with it; a refusal leaves it as it was.</summary>
public sealed class AgendaItemTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 8, 0);

    private static readonly Meeting Meeting =
        Meeting.Schedule(ForumId.New(), new MeetingTime(new LocalDate(2026, 2, 3), new LocalTime(14, 0), null), null, Now).Value;

    [Theory]
    [InlineData(AgendaItemStatus.Declined)]
    [InlineData(AgendaItemStatus.Removed)]
    public void Item_ThatIsOffTheAgenda_CannotBeEditedOrDecided(AgendaItemStatus status)
    {
        var item = Standing(status);
        var version = item.Version;

        Result<Done>[] answers =
        [
            item.Edit(new AgendaItemContent { Title = "Ny titel" }, version, Now),
            item.Decide("Godkendt.", seenVersion: null, Now),
            item.RemoveDecision(version, Now),
            item.UndoDecision(version, Now),
        ];

        Assert.All(answers, answer => Assert.IsType<ItemNotFound>(answer.Error));
        Assert.Equal(("Budget", null, version), (item.Content.Title, item.Decision, item.Version));
    }

    [Fact]
    public void Remove_OfWhatIsRemoved_AndRestore_OfWhatIsNot_AreRefused()
    {
        var item = Standing(AgendaItemStatus.Accepted);

        Assert.IsType<ItemNotFound>(item.Restore(1).Error);
        Assert.True(item.Remove(Now).IsSuccess);
        Assert.IsType<ItemNotFound>(item.Remove(Now).Error);
        Assert.Equal((0, 2), (item.Number, item.RemovedFrom));
        Assert.True(item.Restore(2).IsSuccess);
        Assert.Equal((2, null, AgendaItemStatus.Accepted), (item.Number, item.RemovedFrom, item.Status));
    }

    [Fact]
    public void RemoveDecision_FromAStaleForm_LeavesWhatOthersWrote()
    {
        var item = Standing(AgendaItemStatus.Accepted);
        item.Decide("Godkendt.", seenVersion: null, Now);

        Assert.IsType<ChangedMeanwhile>(item.RemoveDecision(seenVersion: 1, Now).Error);
        Assert.Equal("Godkendt.", item.Decision);
        Assert.True(item.RemoveDecision(item.Version, Now).IsSuccess);
        Assert.Null(item.Decision);
    }

    [Fact]
    public void Proposal_IsAnsweredOnce()
    {
        var item = Standing(AgendaItemStatus.Declined);

        Assert.True(item.Decline("Hører til i driftsforum.").IsSuccess);
        Assert.IsType<ProposalAlreadyAnswered>(item.Decline("En anden grund").Error);
        Assert.IsType<ProposalAlreadyAnswered>(item.Accept(Meeting, 1, null, Now).Error);
    }

    [Fact]
    public void MoveAttachments_ChangesTheAddressesThatLeadNowhereAlone()
    {
        var item = Standing(AgendaItemStatus.Accepted);
        item.Content = item.Content with { Attachments = [new AgendaAttachment("Notat", "/gammel"), new AgendaAttachment("Budget", "/budget")] };
        var version = item.Version;

        item.MoveAttachments(new HashSet<string?>(StringComparer.Ordinal) { "/gammel" }, "/ny");

        Assert.Equal(["/ny", "/budget"], item.Content.Attachments.Select(one => one.Url));
        Assert.Equal(version, item.Version);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, typeof(TooManyRecommendations))]
    public void Content_HoldsThirtyRecommendations(int count, Type? refusal)
    {
        var content = new AgendaItemContent { Title = "Budget", Recommendations = [.. Enumerable.Repeat("Godkender", count)] };

        Assert.Equal(refusal, AgendaItemRules.Check(content)?.GetType());
    }

    private static AgendaItem Standing(AgendaItemStatus status)
    {
        var content = new AgendaItemContent { Title = "Budget" };
        if (status == AgendaItemStatus.Declined)
        {
            var proposal = AgendaItem.Propose(Meeting, content, PersonId.New(), Now);
            Assert.True(proposal.Decline("Hører til i driftsforum.").IsSuccess);
            return proposal;
        }

        var item = AgendaItem.Add(Meeting, 2, content, Now);
        if (status == AgendaItemStatus.Removed)
            Assert.True(item.Remove(Now).IsSuccess);
        return item;
    }
}
