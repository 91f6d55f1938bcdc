using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Minutes;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agreements;

/// <summary>What an agreement that is followed up feeds: a forum's coming items, a guest, a standing rule.</summary>
public sealed class FeedAgreementTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _first = null!;
    private Meeting _next = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _first = await _board.AddMeetingAsync(1);
        _next = await _board.AddMeetingAsync(29);
        await _board.AddAsync(new ForumMember
        {
            ForumId = _board.OtherForum.Id,
            PersonId = _board.Stranger.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region Fjordlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 2,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Theory]
    [InlineData("Ventetiderne tages op igen på et møde i marts.", "chefforum", WantedKind.Period)]
    [InlineData("Ventetiderne tages op igen i Driftsforum på et senere møde.", "driftsforum", WantedKind.Later)]
    [InlineData("Driftsforum orienteres om ventetiderne på næste møde.", "driftsforum", WantedKind.Next)]
    [InlineData("Sagen om ventetider sendes til drøftelse i Driftsforum.", "driftsforum", WantedKind.None)]
    public async Task Promise_IsOfferedToTheForumItNames_AndWaitsThere(string sentence, string forum, WantedKind wanted)
    {
        await DecideAsync(sentence);
        var card = await FoundCardAsync();
        var target = TargetOf(card);
        Assert.Equal((forum == "chefforum" ? _board.Forum : _board.OtherForum).Id.Value, Guid.Parse(target));

        await AcceptAsync(target);

        var coming = await ComingAsync();
        Assert.Equal((forum == "chefforum" ? ComingStatus.Listed : ComingStatus.Proposed, wanted), (coming.Status, coming.WantedKind));
        Assert.Contains(sentence, coming.Remark, StringComparison.Ordinal);
        Assert.Equal(_first.Id, coming.FromMeetingId);
    }

    [Fact]
    public async Task Promise_ThatNamesAnUnknownBody_IsAQuestion()
    {
        await DecideAsync("Sagen tages op i driftsgrupperne på et senere møde.");

        var card = await FoundCardAsync();
        Assert.Contains("Jeg kender ikke noget forum", card, StringComparison.Ordinal);
        Assert.Equal("none", TargetOf(card));
        await AcceptAsync("none");
        await using var db = _board.Open();
        Assert.Empty(await db.ComingItems.ToListAsync());
        Assert.Single(await db.Deadlines.Where(one => one.Kind == DeadlineKind.Agreement).ToListAsync());
    }

    [Fact]
    public async Task Proposal_IsForTheOtherSecretariatToTake_AndIsShownToNobodyElseBefore()
    {
        await DecideAsync("Ventetiderne tages op igen i Driftsforum på et senere møde.");
        await AcceptAsync(_board.OtherForum.Id.Value.ToString("N"));
        Assert.Contains("foreslået for Driftsforum", await FollowUpAsync(_first), StringComparison.Ordinal);
        var turn = _chat.Turn(_board.Stranger) with { ChosenForumId = _board.OtherForum.Id };
        var ofMembers = _chat.Turn(_board.Observer) with { ChosenForumId = _board.OtherForum.Id };
        Assert.DoesNotContain("Ventetider", (await _chat.SayAsync(ofMembers, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
        Assert.Contains("Foreslået af Chefforum", (await _chat.SayAsync(turn, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
        await using (var db = _board.Open())
            Assert.Contains("Chefforum foreslår et kommende punkt", JsonSerializer.Deserialize<OutgoingMessage>((await db.Outbox.SingleAsync(message => message.PersonId == _board.Stranger.Id)).Payload!)!.Card, StringComparison.Ordinal);

        var coming = await ComingAsync();
        (await _chat.PressAsync(_board.Secretary, "coming.accept", new { forum = _board.OtherForum.Id.Value, coming = coming.Id.Value })).Refused<ForumNotFound>();
        (await _chat.PressAsync(_board.Secretary, "coming.accept", new { forum = _board.Forum.Id.Value, coming = coming.Id.Value })).Refused<ComingItemNotFound>();
        await _chat.PressAsync(turn, "coming.accept", new { forum = _board.OtherForum.Id.Value, coming = coming.Id.Value });

        Assert.Contains("kommende punkt i Driftsforum", await FollowUpAsync(_first), StringComparison.Ordinal);
        Assert.Contains("fra Chefforum 14. januar 2026", (await _chat.SayAsync(ofMembers, new ChatCommand.ShowComingItems(null))).Text(), StringComparison.Ordinal);
        await _chat.PressAsync(turn, "coming.drop", new { forum = _board.OtherForum.Id.Value, coming = coming.Id.Value, reason = "Ikke vores sag" });
        Assert.Contains("taget af de kommende punkter i Driftsforum: Ikke vores sag", await FollowUpAsync(_first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedItem_StaysInItsForum()
    {
        await DecideAsync("Personsagen tages op igen i Driftsforum på et senere møde.", isClosed: true);
        Assert.DoesNotContain(_board.OtherForum.Id.Value.ToString("N"), await FoundCardAsync(), StringComparison.Ordinal);

        (await AcceptAsync(_board.OtherForum.Id.Value.ToString("N"))).Refused<ClosedStaysHere>();
        await AcceptAsync(_board.Forum.Id.Value.ToString("N"));

        Assert.True((await ComingAsync()).Content.IsClosed);
    }

    /// <summary>What another forum was sent has no words there from the closing on, and goes on no agenda.</summary>
    [Fact]
    public async Task ItemThatIsClosedAfterwards_TakesItsWordsAway()
    {
        await DecideAsync("Ventetiderne tages op igen i Driftsforum på et senere møde.");
        await AcceptAsync(_board.OtherForum.Id.Value.ToString("N"));
        var turn = _chat.Turn(_board.Stranger) with { ChosenForumId = _board.OtherForum.Id };
        var coming = await ComingAsync();
        await using (var db = _board.Open())
        {
            (await db.AgendaItems.SingleAsync(one => one.Id == coming.FromItemId)).CloseOff(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        var list = (await _chat.SayAsync(turn, new ChatCommand.ShowComingItems(null))).Text();
        Assert.Contains("Lukket punkt", list, StringComparison.Ordinal);
        Assert.DoesNotContain("entetider", list, StringComparison.Ordinal);
        (await _chat.PressAsync(turn, "coming.show", new { forum = _board.OtherForum.Id.Value, coming = coming.Id.Value })).Refused<ComingItemNotFound>();
        (await _chat.PressAsync(turn, "coming.edit", new { forum = _board.OtherForum.Id.Value, coming = coming.Id.Value, title = "X", version = 1 })).Refused<ClosedStaysHere>();
    }

    /// <summary>A forum of another board, and one that is closed down, are none.</summary>
    [Fact]
    public async Task Forum_ThatIsNotOfTheBoard_IsRefused()
    {
        var foreign = new Board { Kind = "Råd", Name = "Andet råd" };
        var (elsewhere, over) = (ForumOf(foreign.Id, "andetsteds"), ForumOf(_board.Forum.BoardId, "nedlagt"));
        over.IsClosed = true;
        await _board.AddAsync(foreign, elsewhere, over);
        await DecideAsync("Ventetiderne tages op igen på et senere møde.");

        foreach (var target in new[] { elsewhere.Id, over.Id, new ForumId(Guid.NewGuid()) })
            (await AcceptAsync(target.Value.ToString("N"))).Refused<ForumNotFound>();
        await using var db = _board.Open();
        Assert.Empty(await db.Deadlines.Where(one => one.Kind == DeadlineKind.Agreement).ToListAsync());
    }

    [Fact]
    public async Task DroppedAgreement_TakesItsCaseOffTheList_AndUndoBringsItBack()
    {
        await DecideAsync("Ventetiderne tages op igen på et senere møde.");
        await AcceptAsync(_board.Forum.Id.Value.ToString("N"));
        var agreement = await AgreementAsync();
        var dropped = await _chat.PressAsync(_board.Secretary, AgreementVerbs.Drop, new { forum = _board.Forum.Id.Value, deadline = agreement.Id.Value, version = agreement.Version, reason = "Løst" });
        Assert.DoesNotContain("Ventetider", await ComingListAsync(), StringComparison.Ordinal);

        await _chat.PressAsync(_board.Secretary, dropped.Card(), "Fortryd");

        Assert.Contains("Ventetider", await ComingListAsync(), StringComparison.Ordinal);
    }

    /// <summary>Decided, the agreement is kept; taken back, it is open again; postponed, it stays open.</summary>
    [Fact]
    public async Task Agreement_IsDone_WhenItsCaseIsDecided_AndNotBefore()
    {
        await DecideAsync("Ventetiderne tages op igen på et senere møde.");
        await AcceptAsync(_board.Forum.Id.Value.ToString("N"));
        var placed = await _chat.Get<PlaceComingItem>().HandleAsync(TestBoard.As(_board.Secretary), _board.Forum.Id, (await ComingAsync()).Id, _next.Id, default);
        Assert.Contains("på dagsordenen 11. februar 2026", await FollowUpAsync(_first), StringComparison.Ordinal);
        await RecordAsync(placed.Value.Id, "Udsat til næste møde.");
        Assert.True((await AgreementAsync()).IsOpen);
        Assert.Contains("ikke afgjort 11. februar 2026", await FollowUpAsync(_first), StringComparison.Ordinal);
        await RecordAsync(placed.Value.Id, "Ventetiderne skal ned til fire uger.");
        Assert.Equal(DeadlineStatus.Done, (await AgreementAsync()).Status);
        Assert.Contains("behandlet 11. februar 2026: Ventetiderne skal ned til fire uger.", await FollowUpAsync(_first), StringComparison.Ordinal);
        await using var db = _board.Open();
        var change = (await db.AgendaItems.SingleAsync(one => one.Id == placed.Value.Id)).DecisionChange;
        Assert.True((await _chat.Get<UndoDecision>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, placed.Value.Id, change), default)).IsSuccess);
        Assert.True((await AgreementAsync()).IsOpen);
    }

    [Fact]
    public async Task Invitation_OpensTheFormOfGuests_WithWhomItIs_AndSendsNothing()
    {
        await DecideAsync("Ældrepsykiatrien inviteres til næste møde.");
        var answered = await AcceptAsync("none");
        await using var before = _board.Open();
        Assert.Empty(await before.ItemGuests.ToListAsync());
        var form = (await _chat.PressAsync(_board.Secretary, answered.Card(), "Skriv gæsten på et punkt")).Text();
        Assert.Contains("\"id\":\"guestOrganisation\"", form, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Ældrepsykiatrien\"", form, StringComparison.Ordinal);
        (await _chat.PressAsync(_board.Member, "agreement.guest", new { forum = _board.Forum.Id.Value })).Refused<NotAllowed>();
    }

    /// <summary>Which item is not clear: it is asked, and the form keeps whom it is.</summary>
    [Fact]
    public async Task Invitation_ToAnAgendaOfSeveralItems_AsksWhich()
    {
        foreach (var title in new[] { "Økonomi", "Byggeri" })
            await _chat.Get<AddItem>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _first.Id, new AgendaItemContent { Title = title }), default);
        var asked = await _chat.PressAsync(_board.Secretary, "agreement.guest", new { forum = _board.Forum.Id.Value, item = Guid.NewGuid(), guestName = "Anders Holm" });
        Assert.Contains("Hvilket punkt er gæsten med til?", asked.Text(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Anders Holm\"", (await _chat.PressAsync(_board.Secretary, asked.Card(), "2. Byggeri")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandingRule_StandsUnderAftaler_RemindsOnTheMinutes_AndCanBeEnded()
    {
        const string Rule = "Fremadrettet sendes referater ud til de praktiserende læger.";
        await DecideAsync(Rule);
        await AcceptAsync("none");
        var list = await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowAgreements(null));
        Assert.Contains("Gælder fremover", list.Text(), StringComparison.Ordinal);
        Assert.Contains(Rule, (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ophæv", (await _chat.SayAsync(_board.Member, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);
        _board.Clock.Advance(Duration.FromDays(1) + Duration.FromHours(8));
        await _chat.Get<WriteMinutes>().HandleAsync(TestBoard.As(_board.Secretary), new(_board.Forum.Id, _first.Id), default);
        Assert.Contains("Jeg sender ikke selv til andre", (await MinutesAsync(_board.Secretary)).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jeg sender ikke selv til andre", (await MinutesAsync(_board.Chair)).Text(), StringComparison.Ordinal);
        var ended = (await _chat.PressAsync(_board.Secretary, list.Card(), "Ophæv")).Card();
        Assert.DoesNotContain("Gælder fremover", (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jeg sender ikke selv til andre", (await MinutesAsync(_board.Secretary)).Text(), StringComparison.Ordinal);
        await _chat.PressAsync(_board.Secretary, ended, "Fortryd");
        Assert.Contains("Gælder fremover", (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowAgreements(null))).Text(), StringComparison.Ordinal);
    }

    private Task<ChatReply> MinutesAsync(Person person) => _chat.PressAsync(person, "minutes.show", new { forum = _board.Forum.Id.Value, meeting = _first.Id.Value });

    private static Forum ForumOf(BoardId board, string key) => new() { BoardId = board, Key = key, Name = key, Level = 3, Rules = SampleRecords.Forum().Rules };

    private async Task DecideAsync(string decision, bool isClosed = false)
    {
        var secretary = TestBoard.As(_board.Secretary);
        var added = await _chat.Get<AddItem>().HandleAsync(secretary, new AddItemRequest(_board.Forum.Id, _first.Id, new AgendaItemContent { Title = "Ventetider", IsClosed = isClosed }), default);
        await RecordAsync(added.Value.Id, decision);
    }

    private async Task RecordAsync(AgendaItemId item, string decision)
    {
        await using var db = _board.Open();
        var version = (await db.AgendaItems.SingleAsync(one => one.Id == item)).Version;
        Assert.True((await _chat.Get<RecordDecision>().HandleAsync(TestBoard.As(_board.Secretary), new RecordDecisionRequest(_board.Forum.Id, item, decision, version), default)).IsSuccess);
    }

    private async Task<string> FoundCardAsync() => (await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Found, new { forum = _board.Forum.Id.Value })).Text();

    /// <summary>What stands chosen.</summary>
    private static string TargetOf(string card)
    {
        var set = CardTests.Objects(JsonNode.Parse(card)!).Single(one => ((string?)one["id"])?.StartsWith("target", StringComparison.Ordinal) == true);
        return (string)set["value"]!;
    }

    private async Task<ChatReply> AcceptAsync(string target)
    {
        await using var db = _board.Open();
        var found = await db.FoundDeadlines.SingleAsync();
        var data = JsonSerializer.SerializeToNode(new { forum = _board.Forum.Id.Value, found = found.Id.Value, all = found.Id.Value.ToString("N") })!.AsObject();
        data[$"date{found.Id.Value:N}"] = $"{_next.Date:uuuu-MM-dd}";
        data[$"target{found.Id.Value:N}"] = target;
        return await _chat.PressAsync(_board.Secretary, DeadlineVerbs.Accept, data);
    }

    private async Task<string> ComingListAsync() => (await _chat.SayAsync(_board.Secretary, new ChatCommand.ShowComingItems(null))).Text();

    private async Task<ComingItem> ComingAsync()
    {
        await using var db = _board.Open();
        return await db.ComingItems.SingleAsync();
    }

    private async Task<Deadline> AgreementAsync()
    {
        await using var db = _board.Open();
        return await db.Deadlines.SingleAsync(one => one.Kind == DeadlineKind.Agreement);
    }

    private async Task<string> FollowUpAsync(Meeting meeting)
    {
        await using var db = _board.Open();
        return (await db.AgendaItems.Where(item => item.MeetingId == meeting.Id).ToListAsync()).Single(item => item.Content.Title == AgreementTexts.FollowUp).Content.Sections[0].Text;
    }
}
