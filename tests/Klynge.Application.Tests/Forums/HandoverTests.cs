using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>A forum that ends gives what it has open to the one that follows: looked at first, done once, with a list whose hashes are checked; then it is history.</summary>
public sealed class HandoverTests : IAsyncLifetime
{
    private static readonly LocalDate LastDay = new(2026, 1, 31);
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Meeting _held = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _held = Meeting.FromMinutes(_board.Forum.Id, new MeetingTime(_board.Today.PlusDays(-7), new LocalTime(14, 0), new LocalTime(16, 0)), "Rådhuset");
        await _board.AddAsync(_held);
        await _board.AddAsync(
            Item(1, "Budget", "Indstillingen blev godkendt."),
            Item(2, "Sundhedshuse", "Punktet udsættes til næste møde."),
            Item(3, "Personsag", "Punktet udsættes til næste møde.", isClosed: true),
            Item(4, "Eventuelt", null),
            ComingItem.Add(new NewComingItem(_board.Forum.Id, new ComingDetails(new AgendaItemContent { Title = "Tvang" }, Wanted.None)), _board.Secretary.Id, _board.Clock.GetCurrentInstant()),
            Deadline.Set(new NewDeadline(_board.Forum.Id, "Ældrepsykiatrien inviteres", LastDay.PlusDays(20), DeadlineKind.Agreement), _board.Secretary.Id, _board.Clock.GetCurrentInstant()),
            Deadline.Set(new NewDeadline(_board.Forum.Id, "Udpegning", LastDay.PlusDays(10), DeadlineKind.Own), _board.Secretary.Id, _board.Clock.GetCurrentInstant()));
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Preview_SaysWhatWouldGo_AndChangesNothing()
    {
        Assert.Contains("Driftsforum", (await _chat.SayAsync(_board.Secretary, new ChatCommand.HandOver(null, "driftsforum"))).Text(), StringComparison.Ordinal);

        var text = (await PreviewAsync()).Text();

        Assert.Contains("2 åbne sager bliver kommende punkter i Driftsforum.", text, StringComparison.Ordinal);
        Assert.Contains("• Sundhedshuse", text, StringComparison.Ordinal);
        Assert.Contains("• Tvang", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Personsag", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eventuelt", text, StringComparison.Ordinal);
        Assert.Contains("1 aftale og 1 frist står i overleveringen.", text, StringComparison.Ordinal);
        Assert.Contains("1 lukket sag er stadig åben og flyttes ikke.", text, StringComparison.Ordinal);
        await using var db = _board.Open();
        Assert.False(await db.Handovers.AnyAsync(Ct));
        Assert.False(await db.ComingItems.AnyAsync(one => one.ForumId == _board.OtherForum.Id, Ct));
        Assert.Null((await db.Forums.SingleAsync(forum => forum.Id == _board.Forum.Id, Ct)).HistoricFrom);
    }

    [Fact]
    public async Task OpenCases_BecomeComingItems_WithTheirJourney_OnceHoweverOftenItIsPressed()
    {
        var preview = (await PreviewAsync()).Card();

        (await _chat.PressAsync(_board.Secretary, preview, HandoverTexts.Confirm)).Card();
        (await _chat.PressAsync(_board.Secretary, preview, HandoverTexts.Confirm)).Card();

        await using var db = _board.Open();
        var there = await db.ComingItems.Where(one => one.ForumId == _board.OtherForum.Id).ToListAsync(Ct);
        Assert.Equal(["Overlevering fra Chefforum", "Sundhedshuse", "Tvang"], there.Select(one => one.Content.Title).Order(StringComparer.Ordinal));
        Assert.All(there, one => Assert.Equal((ComingStatus.Proposed, _board.Forum.Id), (one.Status, one.FromForumId)));
        var journey = there.Single(one => one.Content.Title == "Sundhedshuse").Content.Sections[^1];
        Assert.Equal((HandoverTexts.JourneyHeading, "- Chefforum d. 6. januar 2026: Punktet udsættes til næste møde."), (journey.Heading, journey.Text));
        Assert.Contains("Ældrepsykiatrien inviteres, 20. februar 2026", there.Single(one => one.Content.Title.StartsWith("Overlevering", StringComparison.Ordinal)).Content.Sections[1].Text, StringComparison.Ordinal);
        Assert.Equal(1, await db.Handovers.CountAsync(Ct));

        (await PressAsync(HandoverVerbs.Confirm, LastDay.PlusDays(5), "andet")).Refused<HandoverAlreadyDone>();
        (await PressAsync(HandoverVerbs.Preview, LastDay)).Refused<HandoverAlreadyDone>();
    }

    [Fact]
    public async Task Dissent_ThatFollowsTheCase_GoesAlong()
    {
        await using (var db = _board.Open())
        {
            var item = await db.AgendaItems.SingleAsync(one => one.MeetingId == _held.Id && one.Number == 2, Ct);
            item.SetDissents([new DissentingOpinion(DissentId.New(), MemberId.New(), "Mads Holt", "I høring først.", _board.Clock.GetCurrentInstant()) { Forum = "Chefforum", Date = _held.Date, GoesAlong = true }]);
            await db.SaveChangesAsync(Ct);
        }

        await _chat.PressAsync(_board.Secretary, (await PreviewAsync()).Card(), HandoverTexts.Confirm);

        await using var after = _board.Open();
        Assert.True(Assert.Single((await after.ComingItems.ToListAsync(Ct)).Single(one => one.Content.Title == "Sundhedshuse" && one.ForumId == _board.OtherForum.Id).Content.Dissents).CameAlong);
    }

    [Fact]
    public async Task WhatHasChangedSinceThePreview_IsLookedAtFirst()
    {
        var preview = (await PreviewAsync()).Card();
        await _board.AddAsync(Deadline.Set(new NewDeadline(_board.Forum.Id, "Ny frist", LastDay, DeadlineKind.Own), _board.Secretary.Id, _board.Clock.GetCurrentInstant()));

        (await _chat.PressAsync(_board.Secretary, preview, HandoverTexts.Confirm)).Refused<HandoverChanged>();

        await using var db = _board.Open();
        Assert.False(await db.Handovers.AnyAsync(Ct));
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused()
    {
        (await PressAsync(HandoverVerbs.Preview, _board.Today.PlusDays(-1))).Refused<LastDayIsPast>();
        (await PressAsync(HandoverVerbs.Preview, LastDay, to: _board.Forum.Id)).Refused<HandoverToItself>();
        (await PressAsync(HandoverVerbs.Preview, LastDay, to: ForumId.New())).Refused<SuccessorNotFound>();
        (await PressAsync(HandoverVerbs.Preview, LastDay, by: _board.Chair)).Refused<NotAllowed>();
        (await PressAsync(HandoverVerbs.Confirm, LastDay, "0123456789abcdef", by: _board.Member)).Refused<NotAllowed>();
        (await PressAsync(HandoverVerbs.Preview, LastDay, by: _board.Stranger)).Refused<ForumNotFound>();
    }

    /// <summary>The list, the document and their hashes stand without our database.</summary>
    [Fact]
    public async Task Package_IsWhole_AndAByteThatIsChangedShows()
    {
        await _chat.PressAsync(_board.Secretary, (await PreviewAsync()).Card(), HandoverTexts.Confirm);
        var zip = Assert.Single(Directory.EnumerateFiles(_chat.Documents, "Overlevering*.asice", SearchOption.AllDirectories));
        var word = Assert.Single(Directory.EnumerateFiles(_chat.Documents, "Overlevering*.docx", SearchOption.AllDirectories));

        await using (var file = File.OpenRead(zip))
            Assert.True((await EvidenceVerifier.VerifyAsync(file, Ct)).Value.IsWhole);

        using (var archive = await ZipFile.OpenReadAsync(zip, Ct))
        {
            using var list = await archive.GetEntry(StoreHandover.ListName)!.OpenAsync(Ct);
            Assert.Contains("Sundhedshuse", await new StreamReader(list, Encoding.UTF8).ReadToEndAsync(Ct), StringComparison.Ordinal);
        }

        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(word, isEditable: false))
        {
            var text = document.MainDocumentPart!.Document!.InnerText;
            foreach (var expected in new[] { "Sundhedshuse", "Ældrepsykiatrien inviteres", "Udpegning", "Indstillingen blev godkendt.", "Karen Ravn" })
                Assert.Contains(expected, text, StringComparison.Ordinal);

            Assert.DoesNotContain("Personsag", text, StringComparison.Ordinal);
        }

        using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, Ct))
        {
            await using var content = await archive.GetEntry(StoreHandover.ListName)!.OpenAsync(Ct);
            content.Seek(10, SeekOrigin.Begin);
            content.WriteByte((byte)'X');
        }

        await using var altered = File.OpenRead(zip);
        Assert.False((await EvidenceVerifier.VerifyAsync(altered, Ct)).Value.IsWhole);
    }

    private static AgendaItemContent Content(string title, bool isClosed) => new() { Title = title, IsClosed = isClosed, Recommendations = ["Godkender det"] };

    private AgendaItem Item(int number, string title, string? decision, bool isClosed = false)
    {
        var item = AgendaItem.Add(_held, number, Content(title, isClosed), _board.Clock.GetCurrentInstant());
        item.Decide(decision, seenVersion: null, _board.Clock.GetCurrentInstant());
        return item;
    }

    private Task<ChatReply> PreviewAsync() => PressAsync(HandoverVerbs.Preview, LastDay);

    private Task<ChatReply> PressAsync(string verb, LocalDate day, string? seen = null, ForumId? to = null, Person? by = null) => _chat.PressAsync(by ?? _board.Secretary, verb, new JsonObject
    {
        ["forum"] = _board.Forum.Id.Value.ToString("N"),
        [HandoverCards.To] = (to ?? _board.OtherForum.Id).Value.ToString("N"),
        [HandoverCards.Day] = NodaTime.Text.LocalDatePattern.Iso.Format(day),
        [HandoverCards.Seen] = seen,
    });
}
