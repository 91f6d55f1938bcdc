using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Templates;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Documents.Word;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>
/// A council of 19 under the rules of the template: region and two municipalities, whose members have no account here. A late item, a chair's decision
/// that is called in, one inhabil with a substitute, one dissent; and the minutes as a Word document.
/// </summary>
public sealed class CouncilMeetingTests : IAsyncLifetime
{
    private readonly List<Person> _members = [];
    private readonly Person _substitute = new() { Key = "sten", Name = "Sten Vikar", Email = "sten@fjordlandet.example", TeamsUserId = "29:sten" };
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private MeetingId _meeting;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board);
        await SeatCouncilAsync();
    }

    public ValueTask DisposeAsync()
    {
        _chat.Dispose();
        return _board.DisposeAsync();
    }

    [Fact]
    public async Task MeetingOfACouncil_FromTheChairsDecisionToTheMinutes()
    {
        var time = new MeetingTime(_board.Today.PlusDays(21), new LocalTime(14, 0), new LocalTime(16, 0));
        _meeting = (await _chat.Get<ScheduleMeeting>().HandleAsync(Secretary, new ScheduleMeetingRequest(_board.Forum.Id, time, "Rådhuset"), Ct)).Value;
        var houses = await AddAsync("Sundhedshuse", lateReason: null);
        (await _chat.PressAsync(_board.Secretary, AgendaVerbs.Send, new { forum = _board.Forum.Id.Value, meeting = _meeting.Value, sent = "0" })).Card();
        _board.Clock.Advance(Duration.FromHours(1));
        var ambulance = await AddAsync("Lægevagt", "Regionens tal kom først i går");
        Assert.Contains("Eftersendt, fordi Regionens tal kom først i går.", (await ShowAsync(_members[2])).Text(), StringComparison.Ordinal);

        await DecideBetweenMeetingsAsync();
        await MeetAsync(houses, ambulance);
        await PrintAsync();
    }

    /// <summary>Writing is off for councils, so the chair's way is offered; a member calls the case in, and everybody hears of both.</summary>
    private async Task DecideBetweenMeetingsAsync()
    {
        Assert.Contains(ChairDecisionVerbs.Form.Verb, (await _chat.SayAsync(_board.Chair, new ChatCommand.OpenWrittenProcedure("Lejemålet", null))).Text(), StringComparison.Ordinal);
        var made = ChairDecisionId.New();
        var decide = new DecideAsChairRequest(_board.Forum.Id, made, "Lejemålet", "Lejemålet forlænges et år.", "Udlejeren skal have svar inden mødet.", ChairGround.CannotWait);
        Assert.Equal(19, (await _chat.Get<DecideAsChair>().HandleAsync(TestBoard.As(_board.Chair), decide, Ct)).Value.People);
        Assert.True((await _chat.Get<CallInDecision>().HandleAsync(TestBoard.As(_members[7]), _board.Forum.Id, made, Ct)).IsSuccess);
        await using var db = _board.Open();
        var withoutAccount = _members.FindAll(person => person.TeamsUserId is null);
        Assert.Equal(10, withoutAccount.Count);
        foreach (var person in withoutAccount.Where(person => person != _members[7]))
            Assert.Equal(2, await db.Outbox.CountAsync(one => one.PersonId == person.Id && one.Payload!.Contains("Lejem") && !one.Payload.Contains("Sundhedshuse"), Ct));
    }

    private async Task MeetAsync(AgendaItemId houses, AgendaItemId ambulance)
    {
        _board.Clock.Advance(Duration.FromDays(21) + Duration.FromHours(4));
        Assert.True((await _chat.Get<BeginMeeting>().HandleAsync(Secretary, new MeetingEventRequest(_board.Forum.Id, _meeting, IsSure: true), Ct)).IsSuccess);
        var inhabil = await SeatOfAsync(_members[5]);
        Assert.True((await _chat.Get<RaiseImpartiality>().HandleAsync(TestBoard.As(_members[5]), new(_board.Forum.Id, _meeting, houses, Seat: null), Ct)).IsSuccess);
        (await PressAsync(ImpartialityVerbs.Decide, houses, _board.Secretary, ("member", inhabil.Value.ToString("N")), ("outcome", "1"))).Card();
        Assert.True((await _chat.Get<CallInItemSubstitute>().HandleAsync(Secretary, new ItemSubstituteRequest(_board.Forum.Id, _meeting, houses, inhabil, _substitute.Id), Ct)).IsSuccess);
        foreach (var item in new[] { houses, ambulance })
            Assert.True((await _chat.Get<RecordDecision>().HandleAsync(Secretary, new RecordDecisionRequest(_board.Forum.Id, item, "Indstillingen blev godkendt."), Ct)).IsSuccess);

        await VoteAsync(houses);
        (await PressAsync(CouncilVerbs.Dissent, houses, _members[9], ("dissent", "Jeg finder, at borgerne skal høres først."), ("along", "true"), ("reason", "Der er ikke holdt borgermøde."))).Card();
        (await PressAsync(CouncilVerbs.Dissent, houses, _members[5], ("dissent", "Også jeg."))).Refused<NotAtTheItem>();
        Assert.Contains("Ikke afklaret", (await PressAsync(CouncilVerbs.Stop, houses, _members[9])).Refused<RightIsOff>().Text, StringComparison.Ordinal);
        Assert.True((await _chat.Get<FinishMeeting>().HandleAsync(Secretary, new MeetingEventRequest(_board.Forum.Id, _meeting, IsSure: true), Ct)).IsSuccess);
    }

    private async Task VoteAsync(AgendaItemId item)
    {
        var seats = new List<string>();
        foreach (var person in _members)
            seats.Add((await SeatOfAsync(person)).Value.ToString("N"));

        (await PressAsync(AgendaVerbs.Vote, item, _board.Secretary, ("vote", Guid.CreateVersion7().ToString("N")), ("for", string.Join(',', seats.Take(9).Concat(seats.Skip(10)))), ("against", seats[9]))).Card();
    }

    private async Task PrintAsync()
    {
        await using var db = _board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == _board.Forum.Id, Ct);
        var document = await BuildMinutes.FromAsync(db, forum, await db.Meetings.SingleAsync(one => one.Id == _meeting, Ct));
        var houses = document.Items.Single(item => item.Title == "Sundhedshuse");
        Assert.Contains("18 stemte for: Karen Ravn (X), Medlem 2 (Y), ", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("Sten Vikar (Y)", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("1 stemte imod: Medlem 10 (Y); ", houses.Decision, StringComparison.Ordinal);
        Assert.Contains("Afvigende mening, Medlem 10 (Y): Jeg finder, at borgerne skal høres først.", houses.Decision, StringComparison.Ordinal);
        Assert.DoesNotContain("borgermøde", houses.Decision, StringComparison.Ordinal);
        Assert.Contains(houses.Sections, section => section.Text.Contains("Medlem 6 var inhabil", StringComparison.Ordinal) && section.Text.Contains("Sten Vikar deltog i punktet som stedfortræder for Medlem 6.", StringComparison.Ordinal));
        Assert.Equal("Eftersendt, fordi Regionens tal kom først i går.", document.Items.Single(item => item.Title == "Lægevagt").Sections.Single(section => section.Heading == LateTexts.Heading).Text);
        var called = document.Items.Single(item => item.Title == "Formandsbeslutning: Lejemålet");
        Assert.Equal([ChairDecisionTexts.DecideAnew], called.Recommendations);
        Assert.Contains(called.Sections, section => section.Text.Contains("Medlem 8 har d. 13. januar 2026 krævet sagen behandlet på mødet.", StringComparison.Ordinal));
        var word = new MinutesWord(WordTemplate.Ours).Write(document, forum, _board.Clock.GetCurrentInstant()).Word;
        if (Environment.GetEnvironmentVariable("KLYNGE_COUNCIL_MINUTES") is { Length: > 0 } file)
            await File.WriteAllBytesAsync(file, word, Ct);

        using var opened = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        Assert.Contains("Afvigende mening, Medlem 10 (Y)", opened.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private Application.Data.Caller Secretary => TestBoard.As(_board.Secretary);

    private async Task<AgendaItemId> AddAsync(string title, string? lateReason) => (await _chat.Get<AddItem>().HandleAsync(
        Secretary, new AddItemRequest(_board.Forum.Id, _meeting, new AgendaItemContent { Title = title, Recommendations = ["Godkender planen"], LateReason = lateReason }), Ct)).Value.Id;

    private Task<ChatReply> ShowAsync(Person by) => _chat.PressAsync(by, AgendaVerbs.Show, new { forum = _board.Forum.Id.Value, meeting = _meeting.Value });

    private Task<ChatReply> PressAsync(string verb, AgendaItemId item, Person by, params (string Name, string Value)[] fields)
    {
        var data = new JsonObject { ["forum"] = _board.Forum.Id.Value.ToString("N"), ["meeting"] = _meeting.Value.ToString("N"), ["item"] = item.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        return _chat.PressAsync(by, verb, data);
    }

    private async Task<MemberId> SeatOfAsync(Person person)
    {
        await using var db = _board.Open();
        return await db.Members.Where(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == person.Id).Select(seat => seat.Id).SingleAsync(Ct);
    }

    /// <summary>The board's own people leave their seats, but for the chair and the secretary.</summary>
    private async Task SeatCouncilAsync()
    {
        await using var db = _board.Open();
        var forum = await db.Forums.SingleAsync(one => one.Id == _board.Forum.Id, Ct);
        forum.Rules = BoardFileReader.Read(Encoding.UTF8.GetBytes(BoardTemplates.Find("sundhedsråd")!)).Board!.Forums[0].Rules with
        {
            DissentingOpinion = new LegalSwitch(true, "Forretningsordenens § 9"),
        };
        _board.Forum.Rules = forum.Rules;
        var kept = new[] { _board.Chair.Id, _board.Secretary.Id };
        db.Members.RemoveRange(await db.Members.Where(seat => seat.ForumId == forum.Id && !kept.Contains(seat.PersonId)).ToListAsync(Ct));
        var chair = await db.Members.SingleAsync(seat => seat.ForumId == forum.Id && seat.PersonId == _board.Chair.Id, Ct);
        (chair.Role, chair.Party) = (Role.Chair, "X");
        db.People.Add(_substitute);
        await db.SaveChangesAsync(Ct);
        _members.Add(_board.Chair);
        foreach (var number in Enumerable.Range(2, 18))
        {
            var organisation = number <= 9 ? "Region Fjordlandet" : number <= 14 ? "Birkelse Kommune" : "Sønderlund Kommune";
            var person = new Person { Key = $"medlem-{number}", Name = $"Medlem {number}", Email = $"medlem{number}@andet.example", TeamsUserId = number <= 9 ? $"29:medlem-{number}" : null };
            var seat = new ForumMember
            {
                ForumId = forum.Id,
                PersonId = person.Id,
                Role = number == 2 ? Role.DeputyChair : Role.Member,
                HasVote = true,
                Organisation = organisation,
                Sector = organisation,
                Party = number % 2 == 0 ? "Y" : "X",
                From = new LocalDate(2025, 1, 1),
                Order = number,
                SubstituteIds = number == 6 ? [_substitute.Id] : [],
            };
            db.AddRange(person, seat);
            _members.Add(person);
        }

        await db.SaveChangesAsync(Ct);
    }
}
