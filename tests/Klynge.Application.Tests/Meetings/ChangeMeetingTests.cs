using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Meetings;

public sealed class ChangeMeetingTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Move_OfAMeetingNobodyKnows_TellsNobody()
    {
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.MoveForm, _fixture.Data())).Text();
        Assert.Contains("Der er ikke givet besked om mødet endnu", form, StringComparison.Ordinal);

        var told = await MoveAsync("2026-02-10", version: 1);

        Assert.Contains("Ingen har fået besked.", told.Text(), StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 2, 10), (await MeetingAsync()).Date);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));
    }

    [Fact]
    public async Task Move_OfAKnownMeeting_SaysHowManyItReachesAndTellsThemAll()
    {
        await NotifyAsync(_fixture.Meeting.Id);
        await using (var db = Board.Open())
        {
            var seat = await db.Members.SingleAsync(member => member.PersonId == Board.Member.Id);
            await Board.AddAsync(Apology.Register(_fixture.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant()));
        }

        var form = (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.MoveForm, _fixture.Data())).Text();
        Assert.Contains("Flyt, og giv 5 personer besked", form, StringComparison.Ordinal);
        await MoveAsync("2026-02-10", version: 1);

        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        Assert.Contains("Ny tid: tirsdag d. 10. februar 2026 kl. 15.00", told, StringComparison.Ordinal);
        Assert.Contains("Dit afbud gælder stadig.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("afbud gælder", Assert.Single(await _fixture.MessagesToAsync(Board.Doctor)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("")]
    [InlineData("i morgen")]
    public async Task Move_WithoutARealDate_IsRefused(string date) => (await MoveAsync(date, version: 1)).Refused<TimeMissing>();

    [Fact]
    public async Task Move_FromAStaleForm_MovesNothing_AndShowsBoth()
    {
        await MoveAsync("2026-02-10", version: 1);

        var asked = (await MoveAsync("2026-02-11", version: 1)).Text();

        Assert.Contains("En anden har gemt en ændring, mens du skrev.", asked, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"2026-02-11\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"tirsdag d. 10. februar 2026 kl. 15.00\"", asked, StringComparison.Ordinal);
        await using (var db = Board.Open())
            Assert.Equal(new LocalDate(2026, 2, 10), (await db.Meetings.SingleAsync()).Date);

        Assert.Contains("Mødet er flyttet", (await MoveAsync("2026-02-11", version: 2)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_OfAKnownMeeting_TellsEverybodyWhy()
    {
        await NotifyAsync(_fixture.Meeting.Id);

        var told = await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Cancel, new
        {
            forum = Board.Forum.Id.Value.ToString("N"),
            meeting = _fixture.Meeting.Id.Value.ToString("N"),
            reason = "Ingen sager",
        });

        Assert.Contains("5 personer har fået besked.", told.Text(), StringComparison.Ordinal);
        Assert.Contains("Ingen sager", Assert.Single(await _fixture.MessagesToAsync(Board.Member)), StringComparison.Ordinal);
        (await MoveAsync("2026-02-10", version: 2)).Refused<MeetingIsCancelled>();
    }

    [Fact]
    public async Task Cancel_WithoutAReason_SaysWhereToAsk_ToThoseWhoAreToldAndToWhoeverPressed()
    {
        await NotifyAsync(_fixture.Meeting.Id);
        var form = (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.CancelForm, _fixture.Data())).Text();
        Assert.Contains("Begrundelse, som sendes med (kan udelades)", form, StringComparison.Ordinal);

        var told = await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Cancel, _fixture.Data());

        Assert.Contains("Der er ingen begrundelse med, så de er bedt om at spørge sekretariatet.", told.Text(), StringComparison.Ordinal);
        var message = Assert.Single(await _fixture.MessagesToAsync(Board.Member));
        Assert.Contains("Spørg sekretariatet, hvis du vil vide hvorfor.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Begrundelse:", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meeting.move.form")]
    [InlineData("meeting.cancel.form")]
    [InlineData("meeting.cancel")]
    [InlineData("meeting.details.form")]
    [InlineData("meeting.details")]
    [InlineData("meeting.undo")]
    [InlineData("meeting.begin")]
    [InlineData("meeting.finish")]
    [InlineData("meeting.reopen")]
    [InlineData("meeting.rollcall.form")]
    [InlineData("meeting.rollcall")]
    public async Task Change_ByAnybodyButTheSecretariat_IsRefused(string verb)
    {
        foreach (var person in new[] { Board.Chair, Board.Member, Board.Observer })
            (await _fixture.Chat.PressAsync(person, verb, _fixture.Data())).Refused<NotAllowed>();

        (await _fixture.Chat.PressAsync(Board.Stranger, verb, _fixture.Data())).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Details_NameTheChairOnTheAgenda()
    {
        var reply = await DescribeAsync(Board.Chair.Id, version: 1);

        Assert.Contains("Mødeleder: Karen Ravn", reply.Text(), StringComparison.Ordinal);
        var card = await _fixture.Chat.PressAsync(Board.Member, AgendaVerbs.Show, _fixture.Data());
        Assert.Contains("mødeleder Karen Ravn", card.Text(), StringComparison.Ordinal);
        (await DescribeAsync(Board.Stranger.Id, version: 2)).Refused<NotInThisForum>();
        var asked = (await DescribeAsync(Board.Member.Id, version: 1)).Text();
        Assert.Contains("\"text\":\"Karen Ravn\"", asked, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{Board.Member.Id.Value:N}\"", asked, StringComparison.Ordinal);
        Assert.Contains("Mødeleder: Karen Ravn", (await DescribeAsync(Board.Chair.Id, version: 1)).Text(), StringComparison.Ordinal);
    }

    private Task<ChatReply> MoveAsync(string date, int version) => _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Move, new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        date,
        start = "15:00",
        end = "",
        place = "",
        version,
    });

    private Task<ChatReply> DescribeAsync(PersonId chair, int version) => _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Details, new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        chair = chair.Value.ToString("N"),
        minuteTaker = "-",
        caseNumber = "26/1834",
        documentNumber = "",
        version,
    });

    private Task NotifyAsync(MeetingId meeting) => Board.AddAsync(new SharedCard
    {
        Key = AgendaCards.Key(meeting).ToString(),
        ConversationId = "19:forum",
        ActivityId = "1",
        PostedAt = Board.Clock.GetCurrentInstant(),
    });

    private async Task<Meeting> MeetingAsync()
    {
        await using var db = Board.Open();
        return await db.Meetings.SingleAsync(meeting => meeting.Id == _fixture.Meeting.Id);
    }
}
