using Klynge.Application.Forums.Handovers;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>
/// What is in a handover beside the open cases: the documents of cases in writing, the annual wheel, and each closed case, which follows to those who may
/// read it or is named as staying, with the reason and without its words.
/// </summary>
public sealed class HandoverContentTests : IAsyncLifetime
{
    private static readonly LocalDate LastDay = new(2026, 1, 31);
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private AgendaItem _closed = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        var held = Meeting.FromMinutes(_board.Forum.Id, new MeetingTime(_board.Today.PlusDays(-7), new LocalTime(14, 0), new LocalTime(16, 0)), "Rådhuset");
        await _board.AddAsync(held);
        _closed = AgendaItem.Add(held, 3, new AgendaItemContent { Title = "Personsag Anna", IsClosed = true, Recommendations = ["Godkender det"] }, _board.Clock.GetCurrentInstant());
        _closed.Decide("Punktet udsættes til næste møde.", seenVersion: null, _board.Clock.GetCurrentInstant());
        await _board.AddAsync(_closed);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    /// <summary>The secretary keeps the books of both, so the closed case is theirs to read in both; it comes as a closed one.</summary>
    [Fact]
    public async Task ClosedCase_Follows_WhereTheSecretaryIsTheSuccessorsToo_AndTheListHasNotAWordOfIt()
    {
        await JoinSuccessorAsync();

        var preview = await HandOverAsync();

        Assert.Contains("- Punkt 3 d. 6. januar 2026 følger med som lukket sag til dem, der må læse lukkede sager i Driftsforum.", preview.Lines);
        await using var db = _board.Open();
        var there = await db.ComingItems.Where(one => one.ForumId == _board.OtherForum.Id).ToListAsync(Ct);
        var coming = Assert.Single(there, one => one.Content.Title == "Personsag Anna");
        Assert.True(coming.Content.IsClosed);
        Assert.Equal("- Chefforum d. 6. januar 2026: Punktet udsættes til næste møde.", coming.Content.Sections[^1].Text);
        Assert.DoesNotContain("Anna", (await db.Handovers.SingleAsync(Ct)).Contents, StringComparison.Ordinal);
        Assert.All(there.Where(one => one != coming), one => Assert.DoesNotContain("Anna", string.Join('\n', one.Content.Sections.Select(section => section.Text)), StringComparison.Ordinal));
        Assert.DoesNotContain(await db.Outbox.Select(one => one.Payload!).ToListAsync(Ct), payload => payload.Contains("Anna", StringComparison.Ordinal));
        Assert.DoesNotContain("Anna", Word(), StringComparison.Ordinal);
        Assert.Contains("følger med som lukket sag", Word(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedCase_Stays_WhereTheSuccessorHasAnotherSecretariat_AndItIsSaidWhy()
    {
        var preview = await HandOverAsync();

        Assert.Contains("- Punkt 3 d. 6. januar 2026 bliver i Chefforum: den, der overleverer, er ikke sekretariat i Driftsforum og kan derfor ikke give lukkede sager videre.", preview.Lines);
        await using var db = _board.Open();
        Assert.Equal(["Overlevering fra Chefforum"], (await db.ComingItems.Where(one => one.ForumId == _board.OtherForum.Id).ToListAsync(Ct)).Select(one => one.Content.Title));
        Assert.Contains("bliver i Chefforum", Word(), StringComparison.Ordinal);
    }

    /// <summary>Whoever is kept out of a case could read it elsewhere, so it stays.</summary>
    [Fact]
    public async Task ClosedCase_ThatSomebodyIsKeptOutOf_Stays()
    {
        await JoinSuccessorAsync();
        await _board.AddAsync(new ItemExclusion { ForumId = _board.Forum.Id, ItemId = _closed.Id, PersonId = _board.Member.Id });

        var preview = await HandOverAsync();

        Assert.Contains("- Punkt 3 d. 6. januar 2026 bliver i Chefforum: nogen er holdt ude af sagen.", preview.Lines);
        await using var db = _board.Open();
        Assert.Equal(["Overlevering fra Chefforum"], (await db.ComingItems.Where(one => one.ForumId == _board.OtherForum.Id).ToListAsync(Ct)).Select(one => one.Content.Title));
    }

    [Fact]
    public async Task DocumentsOfCasesInWriting_AndTheAnnualWheel_AreInTheList()
    {
        var (open, closed) = (Case("Udpegning", isClosed: false), Case("Personsag Bo", isClosed: true));
        await _board.AddAsync(open, closed);
        await using (var db = _board.Open())
        {
            foreach (var one in new[] { open, closed })
            {
                db.Entry(one).State = EntityState.Unchanged;
                db.Entry(one).Property(nameof(WrittenProcedure.Status)).CurrentValue = ProcedureStatus.Closed;
                db.ProcedureDocuments.Add(new ProcedureDocument
                {
                    ProcedureId = one.Id,
                    Kind = ProcedureDocumentKind.Protocol,
                    Path = $"Chefforum/2026/Protokol {one.Case.Title}.docx",
                    Sha256 = "aa",
                    StoredAt = _board.Clock.GetCurrentInstant(),
                    IsConfirmed = true,
                });
            }

            var forum = await db.Forums.SingleAsync(one => one.Id == _board.Forum.Id, Ct);
            forum.Rules = forum.Rules with { AnnualWheel = [new AnnualEntry("Udpegning til ledelsesprogrammet", new AnnualRule.EveryYear(4, 30)), new AnnualEntry("Budget", new AnnualRule.LastOfMonth(null, 6)) { ResponsiblePerson = _board.Chair.Key }] };
            await db.SaveChangesAsync(Ct);
        }

        var preview = await HandOverAsync();

        Assert.Equal(["Chefforum/2026/Protokol Udpegning.docx", "Chefforum/Bilag til Udpegning.pdf"], preview.Contents.Documents.Select(one => one.Path));
        Assert.Equal([("Udpegning til ledelsesprogrammet", "30. april", null), ("Budget", "sidste hverdag i juni", "Karen Ravn")], preview.Contents.Wheel.Select(one => (one.Title, one.Rule, one.Who)));
        Assert.Contains("Årshjulet med 2 faste frister er med i fortegnelsen.", preview.Lines);
        foreach (var expected in new[] { "Udpegning til ledelsesprogrammet", "sidste hverdag i juni", "Protokol Udpegning.docx" })
            Assert.Contains(expected, Word(), StringComparison.Ordinal);

        Assert.DoesNotContain("Personsag Bo", Word(), StringComparison.Ordinal);
        await using var after = _board.Open();
        var overview = (await after.ComingItems.ToListAsync(Ct)).Single(one => one.Content.Title.StartsWith("Overlevering", StringComparison.Ordinal));
        Assert.Contains(overview.Content.Sections, section => section.Heading == HandoverTexts.WheelHeading && section.Text.Contains("Budget, sidste hverdag i juni (Karen Ravn)", StringComparison.Ordinal));
    }

    private WrittenProcedure Case(string title, bool isClosed) => new()
    {
        ForumId = _board.Forum.Id,
        CreatedById = _board.Secretary.Id,
        CreatedAt = _board.Clock.GetCurrentInstant(),
        Deadline = _board.Clock.GetCurrentInstant(),
        Case = new CaseText { Title = title, Presentation = "Tekst.", Recommendations = ["Godkender"], IsClosed = isClosed, Attachments = [new CaseAttachment($"Bilag til {title}", Path: $"Chefforum/Bilag til {title}.pdf", Sha256: "bb")] },
    };

    private Task JoinSuccessorAsync() => _board.AddAsync(new ForumMember
    {
        ForumId = _board.OtherForum.Id,
        PersonId = _board.Secretary.Id,
        Role = Role.Secretariat,
        HasVote = false,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = 90,
    });

    private async Task<HandoverPreview> HandOverAsync()
    {
        var request = new HandoverRequest(_board.Forum.Id, _board.OtherForum.Id, LastDay);
        var preview = (await _chat.Get<HandOver>().PreviewAsync(TestBoard.As(_board.Secretary), request, Ct)).Value;
        Assert.Null((await _chat.Get<HandOver>().HandleAsync(TestBoard.As(_board.Secretary), request with { Seen = preview.Mark }, Ct)).Error);
        Assert.Null((await _chat.Get<StoreHandover>().HandleAsync(TestBoard.As(_board.Secretary), _board.Forum.Id, Ct)).Error);
        return preview;
    }

    private string Word()
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
            Assert.Single(Directory.EnumerateFiles(_chat.Documents, "Overlevering*.docx", SearchOption.AllDirectories)), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
