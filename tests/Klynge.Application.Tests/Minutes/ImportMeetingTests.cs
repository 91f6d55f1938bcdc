using Klynge.Application.Data;
using Klynge.Application.Minutes;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

public sealed class ImportMeetingTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ImportMeeting _import = null!;

    private static MinutesDocument Document => new()
    {
        Forum = "Chefforum",
        Title = "2. møde i Chefforum",
        Date = new LocalDate(2025, 2, 4),
        Start = new LocalTime(14, 0),
        Place = "Teams",
        Chair = "Karen Ravn",
        MinuteTaker = "Søren Ukendt",
        CaseNumber = "25/123",
        Participants =
        [
            new("Karen Ravn", "Region Fjordlandet", "direktør", MinutesRole.CoChair),
            new("LENE AAGAARD", "Sønderlund Kommune", Apology: true, Substitute: "Per Vikar"),
            new("Mads Holdt", "Birkelse Kommune"),
        ],
        Sections = [new("Indkaldelse", "Mødet er indkaldt i januar.")],
        Items =
        [
            new() { Number = 1, Title = "Godkendelse af dagsordenen", Decision = "Dagsordenen blev godkendt.", Recommendations = ["godkender dagsordenen"] },
            new() { Number = 3, Title = new string('æ', 250), Slot = new(new LocalTime(14, 10), new LocalTime(14, 30)), Minutes = 900, Attachments = ["Bilag 1"] },
            new() { Number = 4, Title = "Løn til chefen", IsClosed = true, Decision = "Hemmeligt.", Sections = [new(null, "Fortroligt.")] },
            new() { Title = "Eventuelt", Decision = "Intet." },
        ],
    };

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _import = new ImportMeeting(_board.Contexts, _board.Writer);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task Import_StoresMeetingItemsDecisionsAndPeople()
    {
        var imported = (await ImportAsync(Document)).Value;

        Assert.Equal((ImportOutcome.Added, 4, 3, true), (imported.Outcome, imported.Items, imported.Decisions, imported.IsHeld));
        await using var db = _board.Open();
        var meeting = await db.Meetings.SingleAsync();
        Assert.Equal((MeetingStatus.Held, "25/123", (PersonId?)_board.Chair.Id, (PersonId?)null), (meeting.Status, meeting.CaseNumber, meeting.ChairId, meeting.MinuteTakerId));
        var items = await db.AgendaItems.OrderBy(item => item.Number).ToListAsync();
        Assert.Equal([1, 2, 3, 4], items.Select(item => item.Number));
        Assert.Equal(AgendaItemKind.Decision, items[0].Content.Kind);
        Assert.Equal("Dagsordenen blev godkendt.", items[0].Decision);
        Assert.Equal((AgendaItemRules.MaxTitleLength, (int?)null), (items[1].Content.Title.Length, items[1].Content.Minutes));
        Assert.Equal(MinutesStatus.Approved, (await db.Minutes.SingleAsync()).Status);
        Assert.Equal("ImportMeeting", (await db.Audit.SingleAsync()).UseCase);
    }

    [Fact]
    public async Task ImportWithDoubts_IsStoredToBeReviewed_AndNothingFollowsFromIt()
    {
        var document = Document with
        {
            Items = [new() { Number = 1, Title = "Udpegning", Decision = "Der er deadline for udpegning d. 30. april 2026." }],
            Doubts = [new MinutesDoubt("items[0].decision", 12, "Hvad blev besluttet?")],
        };

        var imported = (await ImportAsync(document)).Value;

        Assert.True(imported.NeedsReview);
        await using var db = _board.Open();
        var minutes = await db.Minutes.SingleAsync();
        Assert.Equal((MinutesStatus.NeedsReview, (Instant?)null), (minutes.Status, minutes.ApprovedAt));
        Assert.False(await db.AgendaItems.AnyAsync());
        Assert.False(await db.Participants.AnyAsync());
        Assert.False(await db.Deadlines.AnyAsync());
        Assert.IsType<MinutesNeedReview>(minutes.Approve("x", Instant.FromUtc(2026, 1, 1, 8, 0)).Error);
        var built = await BuildMinutes.FromAsync(db, await db.Forums.SingleAsync(forum => forum.Id == imported.ForumId), await db.Meetings.SingleAsync());
        Assert.Equal("Udpegning", Assert.Single(built.Items).Title);
    }

    [Fact]
    public async Task ImportWithDoubts_OnceReviewed_IsApprovedWithItsItems()
    {
        var document = Document with { Doubts = [new MinutesDoubt("participants", 3, "Hvem deltog?")] };
        await ImportAsync(document);

        var again = (await ImportAsync(document)).Value;
        var reviewed = (await _import.HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(document, IsReviewed: true), TestContext.Current.CancellationToken)).Value;

        Assert.Equal((ImportOutcome.Unchanged, true), (again.Outcome, again.NeedsReview));
        Assert.Equal((ImportOutcome.Replaced, false), (reviewed.Outcome, reviewed.NeedsReview));
        await using var db = _board.Open();
        Assert.Equal(MinutesStatus.Approved, (await db.Minutes.SingleAsync()).Status);
        Assert.Equal(4, await db.AgendaItems.CountAsync());
    }

    [Fact]
    public async Task Import_MatchesPeopleByExactNameOnly_AndReportsTheRest()
    {
        var imported = (await ImportAsync(Document)).Value;

        Assert.Equal(["Mads Holdt"], imported.Unmatched);
        await using var db = _board.Open();
        var people = await db.Participants.OrderBy(one => one.Order).ToListAsync();
        Assert.Equal([_board.Chair.Id, _board.OtherMember.Id, null], people.Select(one => one.PersonId));
        Assert.Equal(["Karen Ravn", "LENE AAGAARD", "Mads Holdt"], people.Select(one => one.Name));
        Assert.Equal([false, true, false], people.Select(one => one.Apology));
        Assert.NotNull(people[1].MemberId);
    }

    [Fact]
    public async Task Import_WhenTwoPeopleShareTheName_MatchesNeither()
    {
        var namesake = new Person { Key = "karen2", Name = "Karen Ravn" };
        await _board.AddAsync(namesake);
        await _board.AddAsync(new ForumMember
        {
            ForumId = _board.Forum.Id,
            PersonId = namesake.Id,
            Role = Role.Observer,
            HasVote = false,
            Organisation = "x",
            Sector = "x",
            From = new LocalDate(2020, 1, 1),
        });

        Assert.Contains("Karen Ravn", (await ImportAsync(Document)).Value.Unmatched);
    }

    [Fact]
    public async Task Import_ComesOutAsItCameIn_ButForClosedItems()
    {
        await ImportAsync(Document);

        var built = await BuildAsync();

        Assert.Equal(Document.Title, built.Title);
        Assert.Equal(Document.Sections, built.Sections);
        Assert.Equal(Document.Participants, built.Participants);
        Assert.Equal([1, 3, 4, null], built.Items.Select(item => item.Number));
        Assert.Equal(Document.Items[1].Title, built.Items[1].Title);
        Assert.Equal(900, built.Items[1].Minutes);
        Assert.Equal("Lukket punkt", built.Items[2].Title);
        Assert.Empty(built.Items[2].Sections);
    }

    [Fact]
    public async Task Import_WithAnItemChangedSince_ComesOutWithTheChangeAndTheRestAsItWas()
    {
        await ImportAsync(Document);
        await using (var db = _board.Open())
        {
            (await db.AgendaItems.SingleAsync(item => item.Number == 4)).Decide("Næste møde er i marts.", seenVersion: 2, _board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        var built = await BuildAsync();

        Assert.Equal(("Eventuelt", "Næste møde er i marts."), (built.Items[3].Title, built.Items[3].Decision));
        Assert.Equal(3, built.Items[1].Number);
    }

    [Fact]
    public async Task Import_TheSameAgain_ChangesNothing()
    {
        await ImportAsync(Document);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(Document)).Value.Outcome);

        await using var db = _board.Open();
        Assert.Equal((1, 4, 3), (await db.Meetings.CountAsync(), await db.AgendaItems.CountAsync(), await db.Participants.CountAsync()));
    }

    [Fact]
    public async Task Import_AnotherTextOfTheSameMeeting_IsRefusedUnlessItMayReplace()
    {
        await ImportAsync(Document);
        var other = Document with { Items = [.. Document.Items.Take(2)] };

        Assert.IsType<ImportedBefore>((await ImportAsync(other)).Error);
        var replaced = await _import.HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(other, Replace: true), default);

        Assert.Equal(ImportOutcome.Replaced, replaced.Value.Outcome);
        await using var db = _board.Open();
        Assert.Equal(2, await db.AgendaItems.CountAsync(item => item.Status == AgendaItemStatus.Accepted));
        Assert.Equal(4, await db.AgendaItems.CountAsync(item => item.Status == AgendaItemStatus.Removed));
        Assert.Contains("Eventuelt", (await db.Audit.OrderBy(entry => entry.Sequence).LastAsync()).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OverMinutesThatWereApprovedHere_IsRefused()
    {
        var meeting = Meeting.FromMinutes(_board.Forum.Id, new MeetingTime(Document.Date!.Value, Document.Start!.Value, null), "Teams");
        var minutes = new MeetingMinutes { MeetingId = meeting.Id };
        minutes.Store(new MinutesFile("Chefforum/2025/x.docx", "h", "v", null, "t"), _board.Clock.GetCurrentInstant());
        minutes.Approve("t", _board.Clock.GetCurrentInstant());
        await _board.AddAsync(meeting);
        await _board.AddAsync(minutes);

        Assert.IsType<MeetingIsThereAlready>((await ImportAsync(Document)).Error);
        Assert.IsType<MinutesAlreadyApproved>((await _import.HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(Document, Replace: true), default)).Error);
    }

    [Fact]
    public async Task Import_OfAnAgendaAhead_PlansTheMeeting()
    {
        var agenda = Document with { Kind = MinutesKind.Agenda, Date = new LocalDate(2026, 2, 3), Items = [Document.Items[1]] };

        var imported = (await ImportAsync(agenda)).Value;

        Assert.False(imported.IsHeld);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(agenda)).Value.Outcome);
        await using var db = _board.Open();
        Assert.Equal(MeetingStatus.Planned, (await db.Meetings.SingleAsync()).Status);
        Assert.Empty(await db.Minutes.ToListAsync());
    }

    [Theory]
    [InlineData("CHEFFORUM", null, true)]
    [InlineData("Møde i Chefforum, Sundhedsråd Fjordlandet", null, true)]
    [InlineData("Chefforummet", null, false)]
    [InlineData("Chefforum og Driftsforum", null, false)]
    [InlineData(null, null, false)]
    [InlineData("Styregruppen", "chefforum", true)]
    [InlineData("Chefforum", "findesikke", false)]
    public async Task Import_FindsTheForumByItsName_AndNeverGuesses(string? written, string? key, bool found)
    {
        var result = await _import.HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(Document with { Forum = written }, key), default);

        Assert.Equal(found, result.IsSuccess);
        if (!found)
        {
            var error = Assert.IsType<ImportForumUnknown>(result.Error);
            Assert.Contains("driftsforum (Driftsforum) eller chefforum (Chefforum)", error.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Import_WithoutADate_IsRefused() =>
        Assert.IsType<ImportWithoutDate>((await ImportAsync(Document with { Date = null })).Error);

    [Fact]
    public async Task Import_WithoutAStart_TakesTheFirstItemsAndElseSaysSo()
    {
        var first = (await ImportAsync(Document with { Start = null })).Value;
        Assert.Equal(new LocalTime(14, 10), first.Time.Start);

        var none = await ImportAsync(Document with { Start = null, Date = new LocalDate(2025, 3, 4), Items = [Document.Items[0]] });
        Assert.Contains(none.Value.Warnings, warning => warning.Contains("00.00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_ByAMember_IsRefused() =>
        Assert.IsType<NotAllowed>((await _import.HandleAsync(TestBoard.As(_board.Member), new ImportMeetingRequest(Document), default)).Error);

    private Task<Result<ImportedMeeting>> ImportAsync(MinutesDocument document) =>
        _import.HandleAsync(Caller.Of(ProgramRights.Import), new ImportMeetingRequest(document), default);

    private async Task<MinutesDocument> BuildAsync()
    {
        await using var db = _board.Open();
        return await BuildMinutes.FromAsync(db, _board.Forum, await db.Meetings.SingleAsync());
    }
}
