using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Sending;

/// <summary>
/// One case from driftsforum over chefforum, where it is postponed, heard about and decided in writing, and direktørforum to politisk niveau, and
/// its result back down: journey, attachments and rights at each stop.
/// </summary>
public sealed class CaseStoryTests : IAsyncLifetime
{
    private const string File = "Driftsforum/2026/Plan.pdf";
    private const string Secret = "Driftsforum/Lukket/2026/Navne.xlsx";

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private Ladder _ladder = null!;
    private Forum _south = null!;
    private Person _everywhere = null!;
    private Person _inSouth = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        _ladder = await Ladder.CreateAsync(_board, _chat);
        _south = await _ladder.AddForumAsync("driftsforum-syd", "Driftsforum Syd", 1);
        _inSouth = await _ladder.AddPersonAsync(_south, "sydmed", "Siri Syd", Role.Member);
        _everywhere = await _ladder.AddPersonAsync(_ladder.Drift, "alle", "Alma Alle", Role.Observer);
        foreach (var forum in _ladder.All.Where(forum => forum != _ladder.Drift))
            await _board.AddAsync(new ForumMember { ForumId = forum.Id, PersonId = _everywhere.Id, Role = Role.Observer, HasVote = false, Organisation = "Region", Sector = "region", From = new LocalDate(2025, 1, 1), Order = 30 });
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Case_GoesUpTheLadder_AndItsResultComesBack()
    {
        // Driftsforum decides, and sends it on.
        var january = await _ladder.MeetingAsync(_ladder.Drift, 7);
        var first = await _ladder.ItemAsync(january, "Hjemmebesøg");
        await AttachAsync(first);
        await _ladder.DecideAsync(_ladder.Drift, first, "Driftsforum anbefaler ordningen.");
        Assert.False(await MayReadAsync(_board.Member, File));
        var sent = (await _ladder.SendAsync(first, _ladder.Drift, _ladder.Chief, "3. februar")).Value;
        Assert.Equal("2026-1", sent.Case.ToString());
        await _ladder.HoldAsync(january);
        Assert.False(await MayReadAsync(_board.Member, File), "it is only proposed");
        Assert.True(await MayReadAsync(_board.Secretary, File));

        // Chefforum postpones it, hears Driftsforum Syd, and decides in writing.
        var (february, march) = (await _ladder.MeetingAsync(_ladder.Chief, 21), await _ladder.MeetingAsync(_ladder.Chief, 56));
        var chief = await _ladder.TakeUpAsync(sent.Id, _ladder.Chief, february);
        Assert.True(await MayReadAsync(_board.Member, File));
        Assert.False(await MayReadAsync(_board.Member, Secret));
        Assert.False(await MayReadAsync(_ladder.Member(_ladder.Directors), File));
        await _ladder.DecideAsync(_ladder.Chief, chief, "Punktet udsættes til næste møde.");
        var postponed = (await _chat.Get<PostponeItem>().HandleAsync(_ladder.By(_ladder.Chief), new(_ladder.Chief.Id, chief.Id, february.Id), default)).Value;
        chief = await _ladder.ItemAsync(postponed.Id);
        await _ladder.HoldAsync(february);
        Assert.Equal("2026-1", chief.Case?.ToString());
        var ahead = await _ladder.MeetingAsync(_ladder.Drift, 70);
        var ofSouth = await _ladder.MeetingAsync(_south, 70);
        await _ladder.DecideAsync(_ladder.Chief, chief, "Punktet behandles skriftligt.");
        Assert.Empty(await _ladder.AgendaAsync(ahead));
        await DecideInWritingAsync(chief);
        foreach (var told in new[] { Assert.Single(await _ladder.AgendaAsync(ahead)), Assert.Single(await _ladder.AgendaAsync(ofSouth)) })
            Assert.StartsWith("Orientering fra Chefforum: ", told.Content.Title, StringComparison.Ordinal);

        // Direktørforum recommends, politisk niveau decides.
        var up = (await _ladder.SendAsync(chief, _ladder.Chief, _ladder.Directors)).Value;
        await _ladder.HoldAsync(march);
        var april = await _ladder.MeetingAsync(_ladder.Directors, 84);
        var directors = await _ladder.TakeUpAsync(up.Id, _ladder.Directors, april);
        await _ladder.DecideAsync(_ladder.Directors, directors, "Anbefales til Politisk niveau.");
        var top = (await _ladder.SendAsync(directors, _ladder.Directors, _ladder.Political)).Value;
        await _ladder.HoldAsync(april);
        var political = await _ladder.TakeUpAsync(top.Id, _ladder.Political, await _ladder.MeetingAsync(_ladder.Political, 98));
        Assert.Equal(
            ["Fra Direktørforum d. 7. april 2026", "Fra Chefforum d. 10. marts 2026", "Fra Driftsforum d. 20. januar 2026"],
            political.Content.Sections.Select(section => section.Heading).Where(heading => heading?.StartsWith("Fra ", StringComparison.Ordinal) == true));
        Assert.Equal("Plan.pdf", Assert.Single(political.Content.Attachments).Name);
        Assert.True(await MayReadAsync(_ladder.Member(_ladder.Political), File));
        Assert.False(await MayReadAsync(_ladder.Member(_ladder.Political), Secret));

        var back = new List<Meeting> { await _ladder.MeetingAsync(_ladder.Directors, 112), await _ladder.MeetingAsync(_ladder.Chief, 112) };
        await _ladder.DecideAsync(_ladder.Political, political, "Indstillingen blev godkendt.");
        foreach (var meeting in back.Append(ahead))
            Assert.Contains(await _ladder.AgendaAsync(meeting), item => item.Content.Title == "Orientering fra Politisk niveau: Hjemmebesøg" && item.Content.Sections[0].Text.Contains("Indstillingen blev godkendt.", StringComparison.Ordinal));

        await AssertJourneyAsync();
        await AssertClosedAsync(political);
        await AssertMinutesAsync(_ladder.Political, political);
    }

    private async Task AssertJourneyAsync()
    {
        var whole = await JourneyAsync(_everywhere, "2026-1");
        var last = -1;
        foreach (var stop in new[] { "Driftsforum d. 20. januar 2026, punkt 1", "Sendt videre til Chefforum", "Chefforum d. 3. februar 2026, punkt 1", "Chefforum d. 10. marts 2026, punkt 1", "Sendt videre til Direktørforum" })
        {
            var at = whole.IndexOf(stop, last + 1, StringComparison.Ordinal);
            Assert.True(at > last, $"{stop} in its place");
            last = at;
        }

        Assert.Contains("Punktet udsættes til næste møde.", whole, StringComparison.Ordinal);
        Assert.Contains("skriftlig", whole, StringComparison.Ordinal);
        Assert.Contains("Plan.pdf", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Navne.xlsx", whole, StringComparison.Ordinal);

        var heard = await JourneyAsync(_inSouth, "2026-1");
        Assert.Contains("Orientering", heard, StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "Punktet udsættes", "Plan.pdf", "Driftsforum d. 20. januar" })
            Assert.DoesNotContain(elsewhere, heard, StringComparison.Ordinal);

        // Whoever sits in one forum reads of that one.
        var ofChief = await JourneyAsync(_board.Member, "hjemmebesøg");
        Assert.Contains("Chefforum d. 3. februar 2026", ofChief, StringComparison.Ordinal);
        foreach (var elsewhere in new[] { "Driftsforum d. 20. januar", "Direktørforum d.", "Politisk niveau d. 21. april 2026, punkt" })
            Assert.DoesNotContain(elsewhere, ofChief, StringComparison.Ordinal);
        (await _chat.SayAsync(_ladder.Turn(_board.Stranger), new ChatCommand.ShowCase("2026-1"))).Refused<UnknownPerson>();
        foreach (var none in new[] { await JourneyAsync(_board.Member, "2026-7"), await JourneyAsync(_board.Member, "vinterplan") })
            Assert.Contains("Jeg finder ingen sag", none, StringComparison.Ordinal);
    }

    /// <summary>Closed afterwards, it is a stop without words to who may not read closed items, and what others were told of it has none.</summary>
    private async Task AssertClosedAsync(AgendaItem political)
    {
        var now = await _ladder.ItemAsync(political.Id);
        Assert.True((await _chat.Get<EditItem>().HandleAsync(_ladder.By(_ladder.Political), new(_ladder.Political.Id, political.Id, now.Content with { IsClosed = true }, now.Version), default)).IsSuccess);

        await using var db = _board.Open();
        foreach (var item in db.AgendaItems.ToList().Where(item => item.Content.Title == "Orientering fra Politisk niveau: Hjemmebesøg"))
            Assert.True(item.Content.IsClosed);
        var page = (await _chat.PressAsync(_ladder.Turn(_everywhere), "case.show", new { caseOf = _ladder.Political.Id.Value.ToString("N"), @case = "2026-1", page = 1 })).Shown();
        Assert.Contains("Politisk niveau d. 21. april 2026, punkt 1", page, StringComparison.Ordinal);
        Assert.Contains("Lukket punkt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Indstillingen blev godkendt.", page, StringComparison.Ordinal);
    }

    private async Task AssertMinutesAsync(Forum forum, AgendaItem item)
    {
        await using var db = _board.Open();
        var directors = db.AgendaItems.ToList().First(one => one.ForumId == _ladder.Directors.Id && one.Content.Title == "Hjemmebesøg");
        var document = await BuildMinutes.FromAsync(db, _ladder.Directors, (await db.Meetings.FindAsync([directors.MeetingId], TestContext.Current.CancellationToken))!);
        Assert.Equal("2026-1", Assert.Single(document.Items).Case);
        var closed = await BuildMinutes.FromAsync(db, forum, (await db.Meetings.FindAsync([item.MeetingId], TestContext.Current.CancellationToken))!);
        Assert.Null(Assert.Single(closed.Items).Case);
    }

    private async Task DecideInWritingAsync(AgendaItem item)
    {
        var fixture = new ProcedureFixture(_board, _chat);
        var form = ProcedureFixture.Form with { Title = "Hjemmebesøg" };
        var draft = (await _chat.Get<SaveProcedureDraft>().HandleAsync(TestBoard.As(_board.Secretary), new SaveProcedureDraftRequest(_board.Forum.Id, null, item.Id, form), default)).Value;
        var now = _board.Clock.GetCurrentInstant();
        await _board.AddAsync(new Consultation { ProcedureId = draft, ForumId = _south.Id, Deadline = now.Plus(Duration.FromDays(2)), AskedAt = now, AskedById = _board.Secretary.Id });
        Assert.True((await fixture.OpenAsync(draft, _board.Secretary)).IsSuccess);
        foreach (var voter in new[] { _board.Chair, _board.Member, _board.OtherMember, _board.Doctor })
            Assert.True((await fixture.VoteAsync(voter, draft)).IsSuccess);

        if ((await fixture.ReadAsync(draft)).Status != ProcedureStatus.Closed)
        {
            var closed = await fixture.CloseAsync(_board.Secretary, draft);
            Assert.True(closed.IsSuccess, closed.Error?.Text);
        }

        Assert.Equal(Outcome.Adopted, (await fixture.ReadAsync(draft)).Outcome);
    }

    private async Task AttachAsync(AgendaItem item)
    {
        await using var db = _board.Open();
        var stored = (await db.AgendaItems.FindAsync([item.Id], TestContext.Current.CancellationToken))!;
        stored.Content = stored.Content with
        {
            Attachments = [new AgendaAttachment("Plan.pdf", "https://klynge.example/plan") { Path = File }, new AgendaAttachment("Navne.xlsx", "https://klynge.example/navne") { Path = Secret, IsClosed = true }],
        };
        foreach (var attachment in stored.Content.Attachments)
        {
            var file = ItemFile.Dropped(_ladder.Secretary(_ladder.Drift).Id, attachment.Name, "https://fjordlandet-my.sharepoint.com/x", _board.Clock.GetCurrentInstant());
            file.Answer(_ladder.Drift.Id, item.Id, new FileAnswer(attachment.Name, IsRequiredReading: false, attachment.IsClosed, Replaces: null, Change: null), _board.Clock.GetCurrentInstant());
            file.StoreAt(attachment.Path!);
            db.ItemFiles.Add(file);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<bool> MayReadAsync(Person person, string path)
    {
        await using var db = _board.Open();
        return await db.MayReadAsync(person.Id, DocumentPath.Parse(path)!, _board.Today);
    }

    private async Task<string> JourneyAsync(Person person, string words) => (await _chat.SayAsync(_ladder.Turn(person), new ChatCommand.ShowCase(words))).Shown();
}
