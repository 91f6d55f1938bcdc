using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Reports;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Reports;

/// <summary>An item that fills itself from the approved minutes of another forum's meeting, for those who may read them.</summary>
public sealed class AddReportTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;
    private Meeting _there = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
        _there = await HeldAsync(Board.OtherForum, daysAgo: 10, isApproved: true, "Budget: Godkendt.", "Ferieplan: ", "!Ansættelse: Anna ansættes.", "Mødeplan: Taget til efterretning.");
        await Board.AddAsync(new ForumMember
        {
            ForumId = Board.OtherForum.Id,
            PersonId = Board.Secretary.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region Fjordlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 9,
        });
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Report_HasTheOpenDecisions_AndIsAnItemLikeAnyOther()
    {
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.ReportForm, _fixture.Data())).Card();
        Assert.Contains("Driftsforum, d. 3. januar 2026", form.Text(), StringComparison.Ordinal);

        var made = (await AddAsync(_there)).Card().Text();

        Assert.Contains("Orienteringen er sat på som punkt 1", made, StringComparison.Ordinal);
        await using var db = Board.Open();
        var item = Assert.Single(await db.ItemsOnAgendaAsync(_fixture.Meeting.Id));
        Assert.Equal("Orientering om mødet i Driftsforum d. 3. januar 2026", item.Content.Title);
        Assert.Equal(AgendaItemKind.Information, item.Content.Kind);
        Assert.Equal([new AgendaSection("Beslutninger", "Punkt 1: Budget\n\nGodkendt.\n\nPunkt 4: Mødeplan\n\nTaget til efterretning.")], item.Content.Sections);
        Assert.Contains("agenda.edit.form", made, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameForm_SentTwice_MakesOne_AndAnotherFormSaysThatItIsThere()
    {
        var id = AgendaItemId.New();
        (await AddAsync(_there, id)).Card();
        (await AddAsync(_there, id)).Card();

        Assert.Equal(1, (await AddAsync(_there)).Refused<ReportAlreadyThere>().Number);
        Assert.Single(await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Form_WhoseItemWasTakenOff_OrIsAnotherForums_MakesNothing()
    {
        var id = AgendaItemId.New();
        (await AddAsync(_there, id)).Card();
        await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Remove, _fixture.Data(id));
        await using var db = Board.Open();
        var foreign = db.AgendaItems.First(item => item.ForumId == Board.OtherForum.Id).Id;

        (await AddAsync(_there, id)).Refused<ItemNotFound>();
        (await AddAsync(_there, foreign)).Refused<ItemNotFound>();
        Assert.Empty(await _fixture.TitlesAsync());
    }

    [Fact]
    public void Decisions_ThatAreManyAndLong_StayWithinWhatTheFormHolds()
    {
        var decided = Enumerable.Range(1, 30).Select(number => Decided(_there, number, $"{new string('T', 60)}: {new string('x', 3_000)}", Board.Clock.GetCurrentInstant()));

        var text = Assert.Single(ReportText.Of("Driftsforum", _there.Date, decided)!.Sections).Text;

        Assert.InRange(text.Length, 9_000, 12_000);
        Assert.Contains("Punkt 30", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_ThatAreNotApproved_OrNotTheirsToRead_OrTheForumsOwn_AreAsIfTheyWereNotThere()
    {
        var draft = await HeldAsync(Board.OtherForum, daysAgo: 3, isApproved: false, "Budget: Godkendt.");
        var own = await HeldAsync(Board.Forum, daysAgo: 30, isApproved: true, "Budget: Godkendt.");
        var hidden = new Forum { BoardId = Board.Forum.BoardId, Key = "lukket", Name = "Lukket kreds", Level = 3, Rules = Board.Forum.Rules };
        await Board.AddAsync(hidden);
        var foreign = await HeldAsync(hidden, daysAgo: 5, isApproved: true, "Budget: Godkendt.");

        foreach (var meeting in new[] { draft, own, foreign, _fixture.Meeting })
            (await AddAsync(meeting)).Refused<NoMinutesToReport>();

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.ReportForm, _fixture.Data())).Text();
        Assert.DoesNotContain("Lukket kreds", form, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(form, "\"value\":\"[0-9a-f]{32}\"},|\"value\":\"[0-9a-f]{32}\"}\\]"));
        Assert.Empty(await _fixture.TitlesAsync());
    }

    [Fact]
    public async Task Minutes_WithoutAnOpenDecision_MakeNoItem()
    {
        var silent = await HeldAsync(Board.OtherForum, daysAgo: 20, isApproved: true, "!Ansættelse: Anna ansættes.", "Eventuelt: ");

        (await AddAsync(silent)).Refused<NothingToReport>();
    }

    [Fact]
    public async Task Form_WithNothingToReport_SaysSo()
    {
        await _fixture.ChangeAsync(db =>
        {
            db.RemoveRange(db.Minutes);
            return Task.CompletedTask;
        });

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.ReportForm, _fixture.Data())).Text();

        Assert.Contains("Der er ingen godkendte referater", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Sæt på dagsordenen", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ByAMember_OrForAMeetingThatIsOver_IsRefused()
    {
        (await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Report, Data(_there, AgendaItemId.New()))).Refused<NotAllowed>();
        await _fixture.ChangeAsync(async db => (await db.Meetings.FindAsync(_fixture.Meeting.Id))!.Cancel(null));

        (await AddAsync(_there)).Refused<MeetingIsCancelled>();
    }

    [Fact]
    public void Decision_ThatIsLong_IsCut_AndSaysWhereTheRestIs()
    {
        var item = AgendaItem.Add(_there, 1, AgendaFixture.Content("Lang"), Board.Clock.GetCurrentInstant());
        Assert.True(item.Decide(new string('x', 5_000), null, Board.Clock.GetCurrentInstant()).IsSuccess);

        var text = ReportText.Of("Driftsforum", _there.Date, [item])!.Sections[0].Text;

        Assert.EndsWith("x … (resten står i referatet)", text, StringComparison.Ordinal);
        Assert.True(text.Length < 2_100);
    }

    /// <param name="items">»Title: decision«, an empty one for none; »!« in front closes it.</param>
    private async Task<Meeting> HeldAsync(Forum forum, int daysAgo, bool isApproved, params string[] items)
    {
        var now = Board.Clock.GetCurrentInstant();
        var planned = Meeting.Schedule(forum.Id, new MeetingTime(Board.Today.PlusDays(1), new LocalTime(9, 0), null), null, now).Value;
        var rows = items.Select((text, index) => Decided(planned, index + 1, text, now)).ToList();
        await Board.AddAsync([planned, .. rows]);
        await _fixture.ChangeAsync(async db =>
        {
            var meeting = (await db.Meetings.FindAsync(planned.Id))!;
            db.Entry(meeting).Property(one => one.Date).CurrentValue = Board.Today.PlusDays(-daysAgo);
            meeting.Finish(now);
            var minutes = new MeetingMinutes { MeetingId = planned.Id };
            db.Add(minutes);
            if (isApproved)
                db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Approved;
        });
        await using var read = Board.Open();
        return (await read.Meetings.FindAsync(planned.Id))!;
    }

    private static AgendaItem Decided(Meeting meeting, int number, string text, Instant now)
    {
        var parts = text.TrimStart('!').Split(": ");
        var item = AgendaItem.Add(meeting, number, AgendaFixture.Content(parts[0], text.StartsWith('!')), now);
        if (parts[1].Length > 0)
            Assert.True(item.Decide(parts[1], null, now).IsSuccess);

        return item;
    }

    private Task<ChatReply> AddAsync(Meeting source, AgendaItemId? id = null) =>
        _fixture.Chat.PressAsync(Board.Secretary, AgendaVerbs.Report, Data(source, id ?? AgendaItemId.New()));

    private object Data(Meeting source, AgendaItemId id) => new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        source = source.Id.Value.ToString("N"),
        @new = id.Value.ToString("N"),
    };
}
