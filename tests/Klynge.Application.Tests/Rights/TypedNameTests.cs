using System.Text.Json.Nodes;
using Klynge.Application.Attendance;
using Klynge.Application.Deadlines;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>A name that is typed where a list is too long: it means one person, or the form says why not and nothing changes.</summary>
public sealed class TypedNameTests(ManySeats body) : IClassFixture<ManySeats>, IDisposable
{
    private const string TooLong =
        "Anne-Margrethe Søgaard Haugaard, der plejer at komme i stedet for Preben, eller en anden fra hendes afdeling, hvis hun er på ferie";

    private readonly RightsBoard _board = body.Board;

    public void Dispose() => _board.PutBack();

    [Fact]
    public async Task RecordedAnswer_ByATypedName_IsThatSeats()
    {
        var form = await body.PressAsync(Verbs.RecordForm);
        Assert.Contains("\"choices.data\":{\"type\":\"Data.Query\",\"dataset\":\"roll/", form, StringComparison.Ordinal);
        Assert.DoesNotContain(LargeBody.NameOf(7), form, StringComparison.Ordinal);

        await body.PressAsync(Verbs.Record, ("seat", null), ("seatName", "anne-margrethe søgaard haugaard"));

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
            var answer = await body.PressAsync(verb, fields);
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

        var answer = await body.PressAsync(verb, ("title", "Svar til regionen"), ("rule", "30. april"), ("responsible", "role:1"), ("responsibleName", TooLong));

        Assert.Contains("Navnet fylder 130 tegn, men der er kun plads til 100", answer, StringComparison.Ordinal);
        Assert.Contains("application/vnd.microsoft.error", answer, StringComparison.Ordinal);
        Assert.Equal(before, _board.Contents());
    }

    /// <summary>A hundred fit: that many buttons are no question any more.</summary>
    [Fact]
    public async Task Deadline_WithANameThatFitsAHundred_AsksInTheForm_AndKeepsWhatWasTyped()
    {
        var before = _board.Contents();

        var answer = await body.PressAsync(DeadlineVerbs.Set, ("title", "Svar til regionen"), ("responsible", "role:1"), ("responsibleName", "Anne-Margrethe"));

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

        await body.PressAsync(AttendanceChat.RegisterVerb, ("memberName", typed));
        await body.PressAsync(MeetingVerbs.Details, ("chair", "-"), ("chairName", typed), ("minuteTaker", "-"));
        await body.PressAsync(InvitationVerbs.Answer, ($"who{_board.UnknownInvitation:N}", null), ($"who{_board.UnknownInvitation:N}Name", typed));
        await body.PressAsync(DeadlineVerbs.Set, ("title", "Svar til regionen"), ("responsible", "role:1"), ("responsibleName", typed));
        await body.PressAsync(MeetingVerbs.RollCall, ($"who{presence:N}Name", typed));

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
}
