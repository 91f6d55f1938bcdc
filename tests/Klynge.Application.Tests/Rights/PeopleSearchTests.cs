using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums.People;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Forms of a body that is too large for lists in a card: people are searched for while somebody types, or named in the field beside it.
/// Who may not fill in the form finds nobody, and a name that is not clear changes nothing.
/// </summary>
public sealed class PeopleSearchTests : IAsyncLifetime
{
    private const int More = 120;

    private const string TooLong =
        "Anne-Margrethe Søgaard Haugaard, der plejer at komme i stedet for Preben, eller en anden fra hendes afdeling, hvis hun er på ferie";

    private static readonly string[] Kinds = [PeopleSource.Seats, PeopleSource.People, PeopleSource.Roll, PeopleSource.Participants];

    private RightsBoard _board = null!;
    private RightsChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await RightsBoard.CreateAsync(board => LargeBody.SeatAsync(board, More, forumCount: 0));
        _chat = await RightsChat.CreateAsync(_board);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Search_FindsThoseWhoseNamesOrOrganisationsBeginSo_InDanishOrder_FifteenAtATime()
    {
        var source = Source(PeopleSource.People);

        string[] middle = ["Bøgelund", "Damsgaard", "Hjorth", "Kirkeby", "Lund", "Nordentoft", "Søgaard", "Vestergaard", "Ærø", "Østergaard"];
        Assert.Equal(
            [.. middle.Select(name => $"Anne-Margrethe {name} Abildtrup"), "Bodil Kirkeby Abildtrup", "Bodil Søgaard Abildtrup"],
            (await HitsAsync(source, "abild")).Select(Name));
        Assert.Equal(["Mads Holt"], (await HitsAsync(source, "holt mads")).Select(Name));
        Assert.Equal(["Mads Holt"], (await HitsAsync(source, "birkelse")).Select(Name));
        Assert.Equal(15, (await HitsAsync(source, string.Empty, top: 5_000)).Count);
        Assert.Empty((await HitsAsync(source, "anne", top: 15)).Intersect(await HitsAsync(source, "anne", top: 15, skip: 15)));
        Assert.Empty(await HitsAsync(source, "ingen hedder sådan"));
    }

    [Fact]
    public async Task Search_BySomebodyWhoHasNoSuchForm_IsAnsweredAsAListThatIsNotThere()
    {
        var nothing = await _chat.SearchAsync(Actors.Secretariat, Query($"roll/{Guid.NewGuid():N}/{Guid.NewGuid():N}", "a"));
        Assert.Equal(200, nothing.Status);
        var allowed = new Dictionary<string, Actors>(StringComparer.Ordinal)
        {
            [PeopleSource.Seats] = AgendaVerbs.Send.Who | Who.Leaders,
            [PeopleSource.People] = Who.Leaders,
            [PeopleSource.Roll] = Verbs.RecordForm.Who,
            [PeopleSource.Participants] = MeetingVerbs.RollCallForm.Who,
        };
        foreach (var kind in Kinds)
        {
            foreach (var actor in RightsPeople.Columns)
            {
                var answer = await _chat.SearchAsync(actor, Query(Source(kind).Dataset, "a"));
                Assert.True(allowed[kind].HasFlag(actor) == (answer != nothing), $"{kind} by {actor}: {answer.Body}");
            }
        }
    }

    [Fact]
    public async Task Search_InAnotherForum_OrForARecordThatIsNotTheForums_FindsNobody()
    {
        var nothing = await _chat.SearchAsync(Actors.Secretariat, Query("people/x/y", "a"));
        foreach (var kind in Kinds)
        {
            var own = Source(kind);
            foreach (var foreign in new[]
            {
                own with { Forum = _board.Board.OtherForum.Id }, own with { Forum = _board.Third.Id }, own with { Record = Guid.NewGuid() }, own with { Kind = "hvad" },
            })
            {
                Assert.Equal(nothing, await _chat.SearchAsync(Actors.Secretariat, Query(foreign.Dataset, "a")));
            }
        }

        Assert.Equal(nothing, await _chat.SearchAsync(Actors.Secretariat, Query(Source(PeopleSource.Roll) with { Record = _board.Draft.Value }, "a")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[[[]]]")]
    [InlineData("""{"dataset":7,"queryText":{},"queryOptions":[]}""")]
    [InlineData("""{"dataset":"people//","queryText":"\ud800","queryOptions":{"skip":-5,"top":"x"}}""")]
    [InlineData("""{"dataset":"people/../..","queryText":"%_*","queryOptions":{"skip":2147483647,"top":0}}""")]
    public async Task Search_ThatIsNone_FindsNobody(string value)
    {
        var (status, body) = await _chat.SearchAsync(Actors.Secretariat, JsonDocument.Parse(value).RootElement);

        Assert.Equal(200, status);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""", body);
    }

    /// <summary>Each key that somebody presses is a search; a flood of them writes nothing and is answered to the last.</summary>
    [Fact]
    public async Task Search_AThousandTimesAtOnce_IsAnsweredEachTime_AndLeavesNothingBehind()
    {
        await using var db = _board.Board.Open();
        var before = (_board.Contents(), await db.Audit.CountAsync());
        var actors = new[] { Actors.Secretariat, Actors.Chair, Actors.Guest, Actors.OtherForum };

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number =>
            _chat.SearchAsync(actors[number % actors.Length], Query(Source(Kinds[number / 4 % Kinds.Length]), "a"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(16, answers.Select((answer, number) => (number % actors.Length, number / 4 % Kinds.Length, answer.Body)).Distinct().Count());
        Assert.Equal(before, (_board.Contents(), await db.Audit.CountAsync()));
    }

    [Fact]
    public async Task RecordedAnswer_ByATypedName_IsThatSeats()
    {
        var form = await PressAsync(Verbs.RecordForm);
        Assert.Contains("\"choices.data\":{\"type\":\"Data.Query\",\"dataset\":\"roll/", form, StringComparison.Ordinal);
        Assert.DoesNotContain(LargeBody.NameOf(7), form, StringComparison.Ordinal);

        await PressAsync(Verbs.Record, ("seat", null), ("seatName", "anne-margrethe søgaard haugaard"));

        await using var db = _board.Board.Open();
        var entry = Assert.Single(await db.RollEntries.Where(one => one.ProcedureId == _board.Open && one.Source == VoteSource.Phone).ToListAsync());
        Assert.Equal("Anne-Margrethe Søgaard Haugaard", entry.Name);
    }

    [Theory]
    [InlineData("Anne-Margrethe", "kan være Anne-Margrethe Søgaard Abildtrup")]
    [InlineData("Preben Ukendt", "Jeg kender ikke »Preben Ukendt« her")]
    [InlineData(TooLong, "Navnet fylder 130 tegn, men der er kun plads til 100, så der er ikke gemt noget.")]
    public async Task EveryForm_WithATypedNameThatIsNotClear_SaysSo_AndChangesNothing(string typed, string says)
    {
        var presence = await AddPresenceAsync();
        (string Verb, (string, JsonNode?)[] Fields)[] forms =
        [
            (Verbs.Record, [("seat", null), ("seatName", typed)]),
            (Verbs.GiveUpSeat, [("procedure", _board.Open.Value), ("forOther", true), ("seat", null), ("seatName", typed)]),
            (AttendanceChat.RegisterVerb, [("memberName", typed)]),
            (MeetingVerbs.Details, [("chair", "-"), ("chairName", typed), ("minuteTaker", "-")]),
            (MeetingVerbs.Details, [("chair", "-"), ("minuteTaker", "-"), ("minuteTakerName", typed)]),
            (InvitationVerbs.Answer, [($"who{_board.UnknownInvitation:N}", null), ($"who{_board.UnknownInvitation:N}Name", typed)]),
            (MeetingVerbs.RollCall, [($"who{presence:N}Name", typed)]),
        ];
        var before = _board.Contents();
        foreach (var (verb, fields) in forms)
        {
            var answer = await PressAsync(verb, fields);
            Assert.True(answer.Contains(says, StringComparison.Ordinal), $"{verb}: {answer}");
            Assert.Equal(before, _board.Contents());
        }
    }

    /// <summary>Shortened, it would come back as another text than was typed, and could fit somebody.</summary>
    [Theory]
    [InlineData("deadline.set")]
    [InlineData("wheel.add")]
    public async Task Deadline_WithALongerTextThanAName_IsRefused_SoThatTheFormStaysAsItWasTyped(string verb)
    {
        var before = _board.Contents();

        var answer = await PressAsync(verb, ("title", "Svar til regionen"), ("rule", "30. april"), ("responsible", "role:1"), ("responsibleName", TooLong));

        Assert.Contains("Navnet fylder 130 tegn, men der er kun plads til 100", answer, StringComparison.Ordinal);
        Assert.Contains("application/vnd.microsoft.error", answer, StringComparison.Ordinal);
        Assert.Equal(before, _board.Contents());
    }

    /// <summary>A hundred fit: that many buttons are no question any more.</summary>
    [Fact]
    public async Task Deadline_WithANameThatFitsAHundred_AsksInTheForm_AndKeepsWhatWasTyped()
    {
        var before = _board.Contents();

        var answer = await PressAsync(DeadlineVerbs.Set, ("title", "Svar til regionen"), ("responsible", "role:1"), ("responsibleName", "Anne-Margrethe"));

        Assert.Contains("kan være Anne-Margrethe", answer, StringComparison.Ordinal);
        Assert.Contains("95 andre", answer, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"responsibleName\",\"label\":\"Eller skriv navnet (så gælder det)\",\"value\":\"Anne-Margrethe\"", answer, StringComparison.Ordinal);
        Assert.Equal(before, _board.Contents());
    }

    [Fact]
    public async Task EveryForm_WithATypedName_MeansThatPerson()
    {
        var presence = await AddPresenceAsync();
        var typed = LargeBody.NameOf(42);

        await PressAsync(AttendanceChat.RegisterVerb, ("memberName", typed));
        await PressAsync(MeetingVerbs.Details, ("chair", "-"), ("chairName", typed), ("minuteTaker", "-"));
        await PressAsync(InvitationVerbs.Answer, ($"who{_board.UnknownInvitation:N}", null), ($"who{_board.UnknownInvitation:N}Name", typed));
        await PressAsync(DeadlineVerbs.Set, ("title", "Svar til regionen"), ("responsible", "role:1"), ("responsibleName", typed));
        await PressAsync(MeetingVerbs.RollCall, ($"who{presence:N}Name", typed));

        await using var db = _board.Board.Open();
        var person = await db.People.SingleAsync(one => one.Name == typed);
        var seat = await db.Members.SingleAsync(one => one.PersonId == person.Id);
        Assert.True(await db.Apologies.AnyAsync(one => one.MeetingId == _board.Ahead && one.MemberId == seat.Id));
        Assert.Equal(person.Id, (await db.Meetings.SingleAsync(one => one.Id == _board.Ahead)).ChairId);
        Assert.Equal(person.Id, (await db.Invitations.SingleAsync(one => one.Id == new Domain.Invitations.InvitationId(_board.UnknownInvitation))).PersonId);
        Assert.Equal(person.Id, (await db.Deadlines.SingleAsync(one => one.Title == "Svar til regionen")).ResponsibleId);
        var line = await db.Participants.SingleAsync(one => one.MeetingId == _board.Held && one.PersonId == person.Id);
        Assert.Equal(line.Id, (await db.Presences.SingleAsync(one => one.Id == new Domain.Attendance.PresenceId(presence))).ParticipantId);
    }

    [Fact]
    public async Task RollCall_OfMoreThanAPage_SavesTheAnsweredPageAlone_AndGoesOnToTheNext()
    {
        var first = await PressAsync(MeetingVerbs.RollCallForm);
        Assert.Contains("Side 1 af 2", first, StringComparison.Ordinal);
        Assert.DoesNotContain(LargeBody.NameOf(More - 1), first, StringComparison.Ordinal);

        var second = await PressAsync(MeetingVerbs.RollCall, ("page", 0));

        Assert.Contains("Side 1 af 2 er gemt", second, StringComparison.Ordinal);
        Assert.Contains(LargeBody.NameOf(More - 1), second, StringComparison.Ordinal);
        Assert.Equal(RollCallCard.PageSize, await AnsweredAsync());
        Assert.Contains("Fremmødet er gemt", await PressAsync(MeetingVerbs.RollCall, ("page", 1)), StringComparison.Ordinal);
        await using var db = _board.Board.Open();
        Assert.Equal(await db.Participants.CountAsync(one => one.MeetingId == _board.Held), await AnsweredAsync());
    }

    [Fact]
    public async Task Names_OfThoseWhoHaveNotAnswered_AreAllThere_PageByPage()
    {
        var pages = new List<string>();
        for (var page = 0; page <= More / SeatNames.PageSize + 1; page++)
            pages.Add(await PressAsync(Verbs.View, ("page", page)));

        Assert.Contains("andre", pages[0], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, More), number => Assert.Single(pages.Take(3), page => page.Contains(LargeBody.NameOf(number), StringComparison.Ordinal)));
    }

    private Task<int> AnsweredAsync()
    {
        using var db = _board.Board.Open();
        return Task.FromResult(db.Participants.Count(one => one.MeetingId == _board.Held && one.Attended != null));
    }

    private async Task<Guid> AddPresenceAsync()
    {
        var presence = new Domain.Attendance.Presence
        {
            MeetingId = _board.Held,
            Address = "ukendt@region-fjordlandet.example",
            Name = "Ukendt",
            Kind = Domain.Attendance.AttendanceKind.Account,
            Minutes = 60,
        };
        await _board.Board.AddAsync(presence);
        return presence.Id.Value;
    }

    /// <summary>By the secretary, with what the button is usually pressed with.</summary>
    private Task<string> PressAsync(string verb, params (string Name, JsonNode? Value)[] fields)
    {
        var right = RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);
        var data = JsonNode.Parse(RightsCalls.Data(_board, right, Actors.Secretariat).GetRawText())!;
        foreach (var (name, value) in fields)
            data[name] = value;
        return _chat.PressAsync(verb, data, _board.People[Actors.Secretariat]);
    }

    private PeopleSource Source(string kind) => new(kind, _board.Forum.Id, kind switch
    {
        PeopleSource.Roll => _board.Open.Value,
        PeopleSource.Participants => _board.Held.Value,
        _ => _board.Ahead.Value,
    });

    private static JsonElement Query(PeopleSource source, string text) => Query(source.Dataset, text);

    private static JsonElement Query(string dataset, string text, int top = 15, int skip = 0) =>
        JsonSerializer.SerializeToElement(new { queryText = text, queryOptions = new { skip, top }, dataset });

    private async Task<List<string>> HitsAsync(PeopleSource source, string text, int top = 15, int skip = 0)
    {
        var (_, body) = await _chat.SearchAsync(Actors.Secretariat, Query(source.Dataset, text, top, skip));
        using var answer = JsonDocument.Parse(body);
        return [.. answer.RootElement.GetProperty("value").GetProperty("results").EnumerateArray().Select(hit => hit.GetProperty("title").GetString()!)];
    }

    private static string Name(string title) => title.Split(',')[0];
}
