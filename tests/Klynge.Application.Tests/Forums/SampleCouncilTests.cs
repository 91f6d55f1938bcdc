using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Application.Messaging;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

public sealed class SampleCouncilTests : IAsyncLifetime
{
    private static readonly SampleChannel Channel = new("http://localhost:3978/workbench/teams", "28:bot", "tenant");

    private EmptyBoard _board = null!;
    private SampleCouncil _council = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await EmptyBoard.CreateAsync();
        var version = new DirectoryVersion(_board.Contexts, _board.Clock);
        var apply = new ApplyBoard(_board.Writer, _board.Contexts, _board.Clock);
        _council = new SampleCouncil(_board.Writer, apply, _board.Contexts, new ConversationRegister(_board.Contexts, _board.Writer, version, _board.Clock));
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public void Chefforum_IsAsTheNewcomerIsToldOnTheFirstPage()
    {
        var forum = SampleFiles.Board().Forums.Single(forum => forum.Key == "chefforum");

        Assert.Equal(13, forum.Members.Count(seat => seat.HasVote));
        Assert.Equal(2, forum.Members.Count(seat => seat.Role == Role.CoChair));
        Assert.Equal(3, forum.Members.Count(seat => seat.Role == Role.Secretariat));
        Assert.Equal(1, forum.Members.Count(seat => seat.Role == Role.Observer));
        Assert.Contains(forum.Members, seat => seat.Substitutes.Count > 0);
        Assert.Equal(
            ["almen praksis", "Egholt Kommune", "hospital", "Lyngbæk Kommune", "patienter", "psykiatri", "region", "Vesterkær Kommune"],
            forum.Members.Where(seat => seat.HasVote).Select(seat => seat.Sector).Distinct().Order(DanishText.Comparer));
    }

    [Fact]
    public void Forums_FormALadderOfFour()
    {
        var forums = SampleFiles.Board().Forums;

        Assert.Equal(["driftsforum", "chefforum", "direktoerforum", "politisk-niveau"], forums.Select(forum => forum.Key));
        Assert.Equal([1, 2, 3, 4], forums.Select(forum => forum.Level));
        Assert.Equal(["chefforum", "direktoerforum", "politisk-niveau", null], forums.Select(forum => forum.Above));
    }

    [Fact]
    public void People_AreSortedByDanishRulesAndAllHaveAnAccountThatCannotBeReal()
    {
        var people = SampleFiles.Board().People;

        Assert.Equal(people.Select(person => person.Name).Order(DanishText.Comparer), people.Select(person => person.Name));
        Assert.All(people, person => Assert.EndsWith(".example", person.Email, StringComparison.Ordinal));
        Assert.All(people, person => Assert.NotNull(person.EntraObjectId));
    }

    [Fact]
    public async Task Prepare_OnAnEmptyDatabase_PlansAChefforumThreeWeeksAhead()
    {
        Assert.True(await _council.PrepareAsync(Channel, CancellationToken.None));

        await using var db = _board.Open();
        var meeting = await NextAsync(db, "chefforum");
        Assert.Equal(_board.Today.PlusDays(21), meeting.Date);
        Assert.Equal((new LocalTime(14, 0), new LocalTime(16, 0)), (meeting.Start, meeting.End!.Value));
        var items = await db.AgendaItems.Where(item => item.MeetingId == meeting.Id).OrderBy(item => item.Number).ToListAsync();
        Assert.InRange(items.Count, 6, 8);
        Assert.Single(items, item => item.Content.IsClosed);
        Assert.Contains(items, item => item.ContinuesId is not null);
        Assert.Contains(items, item => item.Content.Attachments.Count > 0 && item.Content.Recommendations.Count > 1);
        Assert.True(items.Sum(item => item.Content.Minutes) <= 120);
        Assert.All(items, item => Assert.Null(AgendaItemRules.Check(item.Content)));
    }

    [Fact]
    public async Task Prepare_LeavesAHeldMeetingWithDecisionsAndADraftOfItsMinutes()
    {
        await _council.PrepareAsync(Channel, CancellationToken.None);

        await using var db = _board.Open();
        var held = await db.Meetings.Where(meeting => meeting.Status == MeetingStatus.Held).ToListAsync();
        Assert.NotEmpty(held);
        foreach (var meeting in held)
        {
            Assert.True(await db.AgendaItems.Where(item => item.MeetingId == meeting.Id).AllAsync(item => item.Decision != null));
            Assert.True(await db.Minutes.AnyAsync(minutes => minutes.MeetingId == meeting.Id));
            Assert.True(await db.Participants.AnyAsync(participant => participant.MeetingId == meeting.Id && participant.Apology));
        }
    }

    [Fact]
    public async Task Prepare_LinksAChatPerForumAndKnowsEverybodysAccount()
    {
        await _council.PrepareAsync(Channel, CancellationToken.None);

        await using var db = _board.Open();
        foreach (var forum in await db.Forums.ToListAsync())
        {
            var chat = await db.Conversations.SingleAsync(conversation => conversation.ForumId == forum.Id);
            Assert.Equal((SampleChannel.ConversationOf(forum.Key), ConversationKind.Group), (chat.Id, chat.Kind));
        }

        Assert.All(await db.People.ToListAsync(), person => Assert.Equal(SampleChannel.UserOf(person.Key), person.TeamsUserId));
    }

    [Fact]
    public async Task Prepare_TheSecondTime_AddsNothingButTakesTheNewAddress()
    {
        await _council.PrepareAsync(Channel, CancellationToken.None);
        var before = await CountAsync();

        await _council.PrepareAsync(Channel with { ServiceUrl = "http://localhost:5000/workbench/teams" }, CancellationToken.None);

        Assert.Equal(before, await CountAsync());
        await using var db = _board.Open();
        Assert.All(await db.Conversations.ToListAsync(), chat => Assert.Equal("http://localhost:5000/workbench/teams", chat.ServiceUrl));
    }

    [Fact]
    public async Task Prepare_WhenTheMeetingHasPassed_MovesItOnToAWorkday()
    {
        await _council.PrepareAsync(Channel, CancellationToken.None);
        MeetingId before;
        await using (var db = _board.Open())
            before = (await NextAsync(db, "chefforum")).Id;
        _board.Clock.Advance(Duration.FromDays(58));

        await _council.PrepareAsync(Channel, CancellationToken.None);

        await using var after = _board.Open();
        var meeting = await NextAsync(after, "chefforum");
        Assert.Equal(before, meeting.Id);

        // Three weeks after 12 March 2026 is Maundy Thursday, and then come Good Friday, Easter and Easter Monday.
        Assert.Equal(new LocalDate(2026, 4, 7), meeting.Date);
    }

    [Fact]
    public async Task Prepare_WhenTheMeetingWasHeld_PlansTheNextOne()
    {
        await _council.PrepareAsync(Channel, CancellationToken.None);
        await using (var db = _board.Open())
        {
            (await NextAsync(db, "chefforum")).Finish(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        await _council.PrepareAsync(Channel, CancellationToken.None);

        await using var after = _board.Open();
        Assert.Equal(_board.Today.PlusDays(21), (await NextAsync(after, "chefforum")).Date);
    }

    [Fact]
    public async Task Prepare_WithAnotherBoardOnRecord_LeavesItAlone()
    {
        await using (var db = _board.Open())
        {
            db.Boards.Add(new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Fjordlandet" });
            await db.SaveChangesAsync();
        }

        Assert.False(await _council.PrepareAsync(Channel, CancellationToken.None));

        await using var after = _board.Open();
        Assert.Empty(await after.Forums.ToListAsync());
    }

    private static async Task<Meeting> NextAsync(KlyngeContext db, string forum) => await db.Meetings
        .Where(meeting => meeting.Status == MeetingStatus.Planned && db.Forums.Any(one => one.Id == meeting.ForumId && one.Key == forum))
        .SingleAsync();

    private async Task<(int Meetings, int Items, int Seats, int Chats)> CountAsync()
    {
        await using var db = _board.Open();
        return (await db.Meetings.CountAsync(), await db.AgendaItems.CountAsync(), await db.Members.CountAsync(), await db.Conversations.CountAsync());
    }
}
