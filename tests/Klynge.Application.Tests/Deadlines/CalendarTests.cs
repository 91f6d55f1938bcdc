using System.Text;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>The secret link, and the calendar behind it.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private DeadlineFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Calendar_OfALink_HasTheForumsDeadlinesAsWholeDays()
    {
        var id = await _fixture.SetAsync(On(2026, 4, 30), "Mads Holt", "Udpegning; hold 4, to pladser");

        var calendar = await ReadAsync(await LinkAsync(_fixture.Board.Member));

        Assert.Contains($"UID:{id.Value:D}\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260501\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Frist: Udpegning\\; hold 4\\, to pladser\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260113T080000Z\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_OfAChangedDeadline_KeepsItsNameAndCountsUp()
    {
        var id = await _fixture.SetAsync(On(2026, 4, 30));
        var link = await LinkAsync(_fixture.Board.Member);
        await _fixture.Chat.Get<PostponeDeadline>().HandleAsync(
            TestBoard.As(_fixture.Board.Secretary), new PostponeDeadlineRequest(_fixture.Board.Forum.Id, id, On(2026, 5, 29), null, 1), default);

        var calendar = await ReadAsync(link);

        Assert.Contains($"UID:{id.Value:D}\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260529\r\n", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_IsKeptAsAHashOnly_AndIs256Bits()
    {
        var token = await LinkAsync(_fixture.Board.Member);

        await using var db = _fixture.Board.Open();
        var feed = await db.CalendarFeeds.SingleAsync();
        Assert.Equal(43, token.Length);
        Assert.Equal(64, feed.TokenHash.Length);
        Assert.DoesNotContain(token, string.Join('\n', await db.Audit.Select(entry => entry.Changes).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_MadeAnew_EndsTheEarlierOne()
    {
        var first = await LinkAsync(_fixture.Board.Member);
        var second = await LinkAsync(_fixture.Board.Member);

        Assert.Null(await ReadAsync(first));
        Assert.NotNull(await ReadAsync(second));
    }

    [Fact]
    public async Task Link_Revoked_IsNoLinkAnyMore_AndTheCardHasTheWayToANewOne()
    {
        var token = await LinkAsync(_fixture.Board.Member);

        var reply = await _fixture.PressAsync(_fixture.Board.Member, DeadlineVerbs.CalendarRevoke, new { forum = _fixture.Board.Forum.Id.Value });

        Assert.Null(await ReadAsync(token));
        Assert.Contains("Linket er slettet", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Lav et link\"", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AskedForByItsWord_IsOfferedOrRenewedInTheOwnChat()
    {
        var first = await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.ShowCalendarLink(null));
        Assert.Contains("\"Lav et link\"", first.Text(), StringComparison.Ordinal);
        await LinkAsync(_fixture.Board.Member);

        var second = await _fixture.Chat.SayAsync(_fixture.Board.Member, new ChatCommand.ShowCalendarLink(null));

        Assert.Contains("Du lavede det tirsdag d. 13. januar 2026", second.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Lav et nyt link\"", second.Text(), StringComparison.Ordinal);
        Assert.Contains("\"Slet linket\"", second.Text(), StringComparison.Ordinal);
        var inGroup = _fixture.Chat.Turn(_fixture.Board.Member, _fixture.Board.Forum.Id, personal: false);
        Assert.IsNotType<Application.Chat.ChatReply.Card>(await _fixture.Chat.SayAsync(inGroup, new ChatCommand.ShowCalendarLink(null)));
        (await _fixture.Chat.SayAsync(_fixture.Board.Stranger, new ChatCommand.ShowCalendarLink(null))).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Deadline_ThatIsDoneOrRemoved_IsTickedOffOrGone()
    {
        var (done, removed) = (await _fixture.SetAsync(On(2026, 4, 30), title: "Klaret"), await _fixture.SetAsync(On(2026, 4, 30), title: "Aflyst"));
        var secretary = TestBoard.As(_fixture.Board.Secretary);
        await _fixture.Chat.Get<FinishDeadline>().HandleAsync(secretary, _fixture.Board.Forum.Id, done, 1, default);
        await _fixture.Chat.Get<RemoveDeadline>().HandleAsync(secretary, _fixture.Board.Forum.Id, removed, 1, default);

        var calendar = await ReadAsync(await LinkAsync(_fixture.Board.Member));

        Assert.Contains("SUMMARY:✓ Klaret\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Aflyst", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_ThatNothingChangedIn_IsTheSameLetterForLetter_AndHasWhatTheStandardWants()
    {
        await _fixture.SetAsync(On(2026, 4, 30));
        var link = await LinkAsync(_fixture.Board.Member);
        var first = await ReadAsync(link);
        _fixture.MoveTo(On(2026, 1, 14), 12);

        Assert.Equal(first, await ReadAsync(link));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Klynge.Bot//Frister//DA\r\nCALSCALE:GREGORIAN\r\n", first, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:Frister i Chefforum\r\n", first, StringComparison.Ordinal);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("METHOD", first, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfSomebodyWhoLeftTheForum_ShowsNothing()
    {
        var token = await LinkAsync(_fixture.Board.Member);
        await using var db = _fixture.Board.Open();
        var seat = await db.Members.SingleAsync(one => one.PersonId == _fixture.Board.Member.Id);
        seat.To = On(2026, 1, 13);
        await db.SaveChangesAsync();
        Assert.NotNull(await ReadAsync(token));

        _fixture.MoveTo(On(2026, 1, 14), 0);

        Assert.Null(await ReadAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../../etc/passwd")]
    public async Task Token_ThatNobodyHas_ShowsNothing(string token) => Assert.Null(await ReadAsync(token));

    [Fact]
    public async Task Link_AskedForInAGroupChat_IsNotShownThere()
    {
        var turn = _fixture.Chat.Turn(_fixture.Board.Member, _fixture.Board.Forum.Id, personal: false);

        var reply = await _fixture.Chat.PressAsync(turn, DeadlineVerbs.CalendarCreate, new { forum = _fixture.Board.Forum.Id.Value });

        Assert.IsNotType<Application.Chat.ChatReply.Card>(reply);
        await using var db = _fixture.Board.Open();
        Assert.Empty(await db.CalendarFeeds.ToListAsync());
    }

    [Fact]
    public async Task Link_ForAStranger_IsRefused() => (await _fixture.PressAsync(
        _fixture.Board.Stranger, DeadlineVerbs.CalendarCreate, new { forum = _fixture.Board.Forum.Id.Value })).Refused<ForumNotFound>();

    [Fact]
    public void Lines_AreFoldedAtSeventyFiveOctets_NeverThroughALetter()
    {
        var title = string.Concat(Enumerable.Repeat("Sundhedsråd Ærø 🙂 ", 20));
        var one = new IcsEvent("a@b", On(2028, 2, 29), title, "Linje 1\nLinje \\2", 3, Instant.FromUtc(2026, 1, 13, 8, 0));

        var text = IcsWriter.Write("Frister", [one]);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains($"SUMMARY:{title}", text.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Linje 1\\nLinje \\\\2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20280301\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", text.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A library that knows nothing of ours reads the same events: letters, line breaks, separators, days and changes.</summary>
    [Theory]
    [InlineData("Udpegning; hold 4, to pladser", "Ansvarlig: Mads Holt\nSe C:\\sag")]
    [InlineData("Høring om \"Ærø\" 🙂: 50 % af plan\\mål", "")]
    [InlineData("BEGIN:VEVENT", "END:VCALENDAR\r\nX:1")]
    [InlineData("Afrapportering af klyngens samlede indsats for borgere med flere samtidige kroniske sygdomme i 2026 og 2027", "Ét\n\nTo")]
    public void Feed_ReadByAnIndependentLibrary_HasTheSameEvents(string title, string description)
    {
        IcsEvent[] written =
        [
            new("et@klynge", On(2028, 2, 29), title, description, 3, Instant.FromUtc(2026, 1, 13, 8, 0)),
            new("to@klynge", On(2026, 12, 31), "Frist", "Uden mere", 0, Instant.FromUtc(2025, 6, 30, 22, 59, 58)),
        ];

        var read = Ical.Net.Calendar.Load(IcsWriter.Write("Frister", written))!;

        Assert.Equal(
            written.Select(one => (one.Uid, one.Date, one.Summary, Lines(one.Description), one.Sequence, one.ChangedAt)),
            read.Events.Select(one => (
                one.Uid!, LocalDate.FromDateTime(one.DtStart!.Value), one.Summary!, Lines(one.Description ?? string.Empty), one.Sequence,
                Instant.FromDateTimeUtc(one.DtStamp!.AsUtc))));
        Assert.All(read.Events, one => Assert.True(one.IsAllDay));
        Assert.Equal(written.Select(one => one.Date.PlusDays(1)), read.Events.Select(one => LocalDate.FromDateTime(one.DtEnd!.Value)));
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private async Task<string> LinkAsync(Person person)
    {
        var result = await _fixture.Chat.Get<CreateCalendarLink>().HandleAsync(TestBoard.As(person), _fixture.Board.Forum.Id, default);
        return Path.GetFileNameWithoutExtension(result.Value.AbsolutePath);
    }

    private Task<string?> ReadAsync(string token) => _fixture.Chat.Get<DeadlineCalendar>().ReadAsync(token, default);
}
