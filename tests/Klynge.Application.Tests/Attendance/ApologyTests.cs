using Klynge.Application.Attendance;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Attendance;

public sealed class ApologyTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private Meeting _meeting = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _meeting = await _board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task Apology_OfAMember_IsRegisteredAndTheSecretariatIsTold()
    {
        var result = await RegisterAsync(_board.Member, reason: "Ferie");

        Assert.True(result.Value is { IsNew: true, IsOwn: true });
        await using var db = _board.Open();
        var apology = await db.Apologies.SingleAsync();
        Assert.Equal(("Ferie", ApologySource.Member), (apology.Reason, apology.Source));
        var told = Assert.Single(await db.Outbox.ToListAsync());
        Assert.Equal((OutboxKind.Notify, _board.Secretary.Id), (told.Kind, told.PersonId!.Value));
        Assert.Contains("Mads Holt har meldt afbud", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apology_SentAgain_ChangesTheOneThatStands()
    {
        await RegisterAsync(_board.Member);

        var again = await RegisterAsync(_board.Member, substitute: "Ida Lund", reason: "Kursus", isMeant: true);

        Assert.False(again.Value.IsNew);
        await using var db = _board.Open();
        Assert.Equal(("Ida Lund", "Kursus"), await db.Apologies.Select(apology => ValueTuple.Create(apology.SubstituteName, apology.Reason)).SingleAsync());
    }

    [Fact]
    public async Task Apology_DeliveredTwice_HasOneEffect()
    {
        await RegisterAsync(_board.Member, activity: "act-1");
        var second = await RegisterAsync(_board.Member, activity: "act-1");

        Assert.IsType<AlreadyHandled>(second.Error);
        await using var db = _board.Open();
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Apology_ThatBreaksTheQuorum_WarnsTheSecretariat()
    {
        await RegisterAsync(_board.Doctor);

        await using var db = _board.Open();
        var told = await db.Outbox.SingleAsync();
        Assert.Contains("Beslutningsdygtigt: nej, ingen fra almen praksis", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apology_WithASubstitute_KeepsTheSeatFilled()
    {
        var result = await RegisterAsync(_board.Doctor, substitute: "Ida Lund", isMeant: true);

        Assert.True(result.Value.Quorum.IsMet);
    }

    [Fact]
    public async Task Apology_WithAnotherMemberAsSubstitute_IsRefused() =>
        Assert.IsType<SubstituteIsMember>((await RegisterAsync(_board.Member, substitute: "lene aagaard")).Error);

    [Fact]
    public async Task Apology_OfSomebodyWithoutASeat_IsRefused() =>
        Assert.IsType<ForumNotFound>((await RegisterAsync(_board.Stranger)).Error);

    [Fact]
    public async Task Apology_ForAMeetingOfAnotherForum_IsRefused()
    {
        var result = await Register.HandleAsync(
            TestBoard.As(_board.Observer), new(_board.OtherForum.Id, _meeting.Id, null, null, null), CancellationToken.None);

        Assert.IsType<MeetingNotFound>(result.Error);
    }

    [Fact]
    public async Task Apology_ForAnotherSeat_IsTheSecretariatsAndTheChairs()
    {
        var seat = await SeatOfAsync(_board.OtherMember);

        Assert.IsType<NotAllowed>((await RegisterAsync(_board.Member, seat: seat)).Error);
        var bySecretary = await RegisterAsync(_board.Secretary, seat: seat);
        Assert.True(bySecretary.Value is { IsOwn: false });
        Assert.Equal(ApologySource.Secretariat, bySecretary.Value.Apology.Source);
        Assert.True((await RegisterAsync(_board.Chair, seat: seat)).Value is { IsOwn: false, IsNew: false });
    }

    [Fact]
    public async Task Apology_AfterTheMeeting_IsRefused()
    {
        await using (var db = _board.Open())
        {
            (await db.Meetings.SingleAsync()).Finish(_board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync();
        }

        Assert.IsType<MeetingIsHeld>((await RegisterAsync(_board.Member)).Error);
    }

    [Fact]
    public async Task Apology_WithAReasonThatIsTooLong_IsRefusedAndNothingIsSaved()
    {
        Assert.IsType<TextTooLong>((await RegisterAsync(_board.Member, reason: new string('x', 10_000))).Error);

        await using var db = _board.Open();
        Assert.Empty(await db.Apologies.ToListAsync());
    }

    [Fact]
    public async Task Withdrawal_TakesTheApologyBackAndKeepsItOnRecord()
    {
        await RegisterAsync(_board.Member);
        var withdraw = new WithdrawApology(_board.Writer);

        var result = await withdraw.HandleAsync(TestBoard.As(_board.Member), new(_board.Forum.Id, _meeting.Id, null), CancellationToken.None);

        Assert.False(result.Value.Apology.Stands);
        var twice = await withdraw.HandleAsync(TestBoard.As(_board.Member), new(_board.Forum.Id, _meeting.Id, null), CancellationToken.None);
        Assert.Equal(result.Value.Apology.Id, twice.Value.Apology.Id);
        Assert.IsType<NoApology>((await withdraw.HandleAsync(TestBoard.As(_board.OtherMember), new(_board.Forum.Id, _meeting.Id, null), CancellationToken.None)).Error);
        await RegisterAsync(_board.Member);
        await using var db = _board.Open();
        Assert.Equal(2, await db.Apologies.CountAsync());
    }

    private RegisterApology Register => new(_board.Writer);

    private Task<Result<ApologyState>> RegisterAsync(
        Person person, MemberId? seat = null, string? substitute = null, string? reason = null, string? activity = null, bool isMeant = false) =>
        Register.HandleAsync(
            TestBoard.As(person, activity), new(_board.Forum.Id, _meeting.Id, seat, substitute, reason, isMeant), CancellationToken.None);

    private async Task<MemberId> SeatOfAsync(Person person)
    {
        await using var db = _board.Open();
        return await db.Members.Where(seat => seat.PersonId == person.Id).Select(seat => seat.Id).SingleAsync();
    }
}
