using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Items;

/// <summary>
/// The agenda's clock: the forum's own limits (agenda 4 hverdage, bilag 3, »så vidt muligt«). What comes later is asked why, never refused, and says
/// it on the agenda and in the minutes: »eftersendt, fordi …«.
/// </summary>
public sealed class LateItemTests : IAsyncLifetime
{
    private AttachmentFixture _files = null!;

    private AgendaFixture Agenda => _files.Agenda;

    private TestBoard Board => _files.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _files = await AttachmentFixture.CreateAsync();
        await RulesAsync(rules => rules with { AgendaOut = Workdays(4), AttachmentsOut = Workdays(3) });
    }

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task InTime_NothingIsAsked_AndNothingIsSaid()
    {
        Assert.DoesNotContain(LateTexts.Label, await FormAsync(Board.Secretary), StringComparison.Ordinal);
        Assert.DoesNotContain(LateTexts.Tell, (await AddAsync(Board.Secretary, "Sundhedshuse")).Text(), StringComparison.Ordinal);
        var file = await _files.AttachAsync("Tal.xlsx");
        Assert.DoesNotContain(LateTexts.Tell, await _files.CardAsync(file), StringComparison.Ordinal);
    }

    /// <summary>A member's proposal as well: the secretariat does not know why it comes now.</summary>
    [Fact]
    public async Task ItemAfterTheLimit_IsAskedWhy_AndSaysItOnAgendaAndMinutes()
    {
        GoTo(hverdageBefore: 3);
        foreach (var person in new[] { Board.Secretary, Board.Member })
            Assert.Contains(LateTexts.Label, await FormAsync(person), StringComparison.Ordinal);

        Assert.Contains("Fristen for dagsordenen var ", await FormAsync(Board.Secretary), StringComparison.Ordinal);
        var added = (await AddAsync(Board.Secretary, "Lægevagt", "Fordi Tallene først kom i går.")).Text();
        Assert.DoesNotContain(LateTexts.Tell, added, StringComparison.Ordinal);

        Assert.Contains("Eftersendt, fordi tallene først kom i går.", (await _files.Chat.PressAsync(Board.Member, AgendaVerbs.Full, Agenda.Data())).Text(), StringComparison.Ordinal);
        var printed = (await DocumentAsync()).Items.Single(item => item.Title == "Lægevagt");
        Assert.Equal((LateTexts.Heading, "Eftersendt, fordi tallene først kom i går."), (printed.Sections[0].Heading, printed.Sections[0].Text));
    }

    /// <summary>It is on the agenda all the same, and asked once more.</summary>
    [Fact]
    public async Task ItemThatSaysNothing_IsAskedOnceMore_AndNeverRefused()
    {
        GoTo(hverdageBefore: 3);
        var added = await AddAsync(Board.Secretary, "Lægevagt");
        Assert.Contains(LateTexts.LateItem, added.Text(), StringComparison.Ordinal);

        var form = await _files.Chat.PressAsync(Board.Secretary, added.Card(), LateTexts.Tell);

        Assert.Contains(LateTexts.Label, form.Text(), StringComparison.Ordinal);
        Assert.Contains((await DocumentAsync()).Items, item => item.Title == "Lægevagt");
    }

    [Fact]
    public async Task BilagAfterTheLimit_IsAskedWhy_AndSaysItWhereverItIsListed()
    {
        GoTo(hverdageBefore: 2);
        var id = AttachmentFixture.FileOf((await _files.DropAsync(Board.Secretary, "Tal.xlsx")).Card());
        var details = (await _files.Chat.PressAsync(Board.Secretary, AttachmentVerbs.Item, _files.Data(more: new { file = id.Value.ToString("N") }))).Text();
        Assert.Contains(LateTexts.Label, details, StringComparison.Ordinal);
        Assert.Contains("Fristen for bilag var ", details, StringComparison.Ordinal);

        (await AnswerAsync(id, late: "regionens tal kom i går")).Card();
        (await AnswerAsync(id, late: "noget andet")).Refused<FileAlreadyAnswered>();
        await _files.RunAsync();

        Assert.Equal("regionens tal kom i går", Assert.Single((await _files.ContentAsync()).Attachments).LateReason);
        Assert.DoesNotContain(LateTexts.Tell, await _files.CardAsync(id), StringComparison.Ordinal);
        Assert.Contains("1. Tal.xlsx · forventes læst · eftersendt, fordi regionens tal kom i går", (await _files.Chat.PressAsync(Board.Member, AgendaVerbs.Full, Agenda.Data())).Text(), StringComparison.Ordinal);
        Assert.Equal(["Bilag 1: Tal.xlsx (eftersendt, fordi regionens tal kom i går)"], (await DocumentAsync()).Items[0].Attachments);
    }

    [Fact]
    public async Task BilagThatSaysNothing_IsAskedOnceMore_AndBeforeTheAgendaGoesOut()
    {
        GoTo(hverdageBefore: 2);
        var id = await _files.AttachAsync("Tal.xlsx");
        Assert.Contains(LateTexts.LateAttachment, await _files.CardAsync(id), StringComparison.Ordinal);
        Assert.Contains("Et bilag kommer efter fristen uden at sige hvorfor: bilag 1 til punkt 1.", (await _files.Chat.PressAsync(Board.Secretary, AgendaVerbs.SendForm, Agenda.Data())).Text(), StringComparison.Ordinal);

        var marks = new { attachment = id.Value.ToString("N"), name = "Tal.xlsx", reading = "yes", late = "Eftersendt, fordi der kom nye tal" };
        (await _files.Chat.PressAsync(Board.Secretary, AttachmentVerbs.Mark, _files.Data(more: marks))).Card();

        Assert.Equal("eftersendt, fordi der kom nye tal", LateTexts.Attachment(Assert.Single((await _files.ContentAsync()).Attachments).LateReason!));
        (await _files.Chat.PressAsync(Board.Secretary, AttachmentVerbs.Mark, _files.Data(more: new { attachment = id.Value.ToString("N"), name = "Tal 2.xlsx", reading = "yes" }))).Card();
        Assert.NotNull(Assert.Single((await _files.ContentAsync()).Attachments).LateReason);
    }

    [Fact]
    public async Task ReasonOfAClosedBilag_IsNotInThePublicMinutes_AndNoneGoesOnToTheNextMeeting()
    {
        GoTo(hverdageBefore: 2);
        var id = AttachmentFixture.FileOf((await _files.DropAsync(Board.Secretary, "Ansøgning.docx")).Card());
        (await AnswerAsync(id, late: "ansøgeren først svarede i går", isClosed: true)).Card();
        await _files.RunAsync();

        Assert.DoesNotContain("ansøgeren", string.Join('\n', (await DocumentAsync()).Items[0].Attachments), StringComparison.Ordinal);
        var next = await Board.AddMeetingAsync(60);
        Assert.Null(AgendaItem.Continue(await Agenda.ItemAsync(_files.Item), next, 1, Board.Clock.GetCurrentInstant()).Content.Attachments[0].LateReason);
    }

    /// <summary>A limit in plain days can fall on a closed day: that is told when the meeting is planned, and where the reason is asked.</summary>
    [Fact]
    public async Task LimitOnAClosedDay_IsSaid()
    {
        // A meeting on Tuesday 6 January: five days before is New Year's Day, two days before is a Sunday.
        await RulesAsync(rules => rules with { AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Days).Value, AttachmentsOut = TimeLimit.Create(2, TimeLimitUnit.Days).Value });
        await using var db = Board.Open();
        var view = (await db.MeetingViewAsync(Board.Forum.Id, Agenda.Meeting.Id, Ct))! with { Time = new(new LocalDate(2026, 1, 6), new LocalTime(14, 0), new LocalTime(16, 0)) };

        var warnings = await Klynge.Application.Meetings.MeetingWarnings.OfAsync(db, Board.Forum, view, Instant.FromUtc(2025, 11, 1, 8, 0), Ct);

        Assert.Contains("Fristen for dagsordenen, torsdag d. 1. januar 2026, er en lukkedag: nytårsdag.", warnings);
        Assert.Contains("Fristen for bilag, søndag d. 4. januar 2026, ligger i en weekend.", warnings);
        Assert.Contains("Fristen for bilag, søndag d. 4. januar 2026, ligger i en weekend.", LateTexts.PastAttachments(AgendaClock.Of(Board.Forum.Rules, view.Time.Date)));
    }

    [Theory]
    [InlineData("tallene først kom i går", "tallene først kom i går")]
    [InlineData("Eftersendt, fordi tallene først kom i går.", "tallene først kom i går")]
    [InlineData("Fordi Tallene kom sent", "tallene kom sent")]
    [InlineData("Region Nord svarede i går", "Region Nord svarede i går")]
    [InlineData("  eftersendt fordi vi ventede på svar ", "vi ventede på svar")]
    [InlineData("fordi", "fordi")]
    public void Reason_ReadsAsOneSentence_HoweverItIsWritten(string typed, string said) => Assert.Equal($"Eftersendt, fordi {said}.", LateTexts.Item(typed));

    private static TimeLimit Workdays(int count) => TimeLimit.Create(count, TimeLimitUnit.Workdays).Value;

    private void GoTo(int hverdageBefore) =>
        Board.Clock.Advance(DanishTime.ToInstant(Workdays(hverdageBefore).DayBefore(Agenda.Meeting.Date), new LocalTime(9, 0)) - Board.Clock.GetCurrentInstant());

    private async Task<string> FormAsync(Person by) => (await _files.Chat.PressAsync(by, AgendaVerbs.AddForm, Agenda.Data())).Text();

    private Task<Application.Chat.ChatReply> AddAsync(Person by, string title, string? late = null)
    {
        var data = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(Agenda.Data())!;
        (data["title"], data["kind"], data["lateReason"]) = (title, "2", late);
        return _files.Chat.PressAsync(by, AgendaVerbs.Add, data);
    }

    private Task<Application.Chat.ChatReply> AnswerAsync(AttachmentId id, string late, bool isClosed = false) => _files.Chat.PressAsync(
        Board.Secretary, AttachmentVerbs.Attach, _files.Data(more: new { file = id.Value.ToString("N"), name = "Tal.xlsx", reading = "yes", closed = isClosed ? "true" : "false", replaces = "no", late }));

    private async Task<MinutesDocument> DocumentAsync()
    {
        await using var db = Board.Open();
        return await BuildMinutes.FromAsync(db, await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id, Ct), await db.Meetings.SingleAsync(one => one.Id == Agenda.Meeting.Id, Ct));
    }

    private async Task RulesAsync(Func<RulesOfProcedure, RulesOfProcedure> change)
    {
        await using var db = Board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == Board.Forum.Id, Ct);
        forum.Rules = change(forum.Rules);
        await db.SaveChangesAsync(Ct);
        Board.Forum.Rules = forum.Rules;
    }
}
