using Klynge.Application.Chat.Commands;
using Klynge.Application.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Minutes;

/// <summary>»Referat«: who is shown which minutes, with which buttons.</summary>
public sealed class ShowMinutesTests : IAsyncLifetime
{
    private static readonly ChatCommand.ShowMinutes Ask = new(Forum: null, Date: null);

    private MinutesBoard _minutes = null!;

    private TestBoard Board => _minutes.Board;

    private ChatFixture Chat => _minutes.Chat;

    public async ValueTask InitializeAsync() => _minutes = await MinutesBoard.CreateAsync();

    public ValueTask DisposeAsync() => _minutes.DisposeAsync();

    [Fact]
    public async Task Referat_BeforeAnythingIsWritten_OffersTheSecretariatToWriteIt()
    {
        var card = (await Chat.SayAsync(Board.Secretary, Ask)).Text();

        Assert.Contains("Ikke skrevet", card, StringComparison.Ordinal);
        Assert.Contains("\"Skriv referat\"", card, StringComparison.Ordinal);
        Assert.Contains("3 punkter, heraf 1 lukket og 1 uden beslutning", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.OpenUrl", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referat_WhileADraft_IsForTheSecretariatAndTheChairs()
    {
        await WriteAsync();

        var chair = (await Chat.SayAsync(Board.Chair, Ask)).Text();
        Assert.Contains("Kladde", chair, StringComparison.Ordinal);
        Assert.DoesNotContain("minutes.write", chair, StringComparison.Ordinal);
        (await Chat.SayAsync(Board.Member, Ask)).Refused<MinutesNotPublished>();
        (await Chat.SayAsync(Board.Observer, Ask)).Refused<MinutesNotPublished>();
        (await Chat.SayAsync(Board.Stranger, Ask)).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Referat_WhileADraft_IsNotShownWhereOthersReadAlong() =>
        (await Chat.SayAsync(Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false), Ask)).Refused<DraftIsPersonal>();

    [Fact]
    public async Task Referat_Approved_IsForEverybodyWithoutFurtherButtons()
    {
        await WriteAsync();
        await ApproveAsync(Board.Secretary);

        foreach (var person in new[] { Board.Member, Board.Observer, Board.Chair, Board.Secretary })
        {
            var card = (await Chat.SayAsync(person, Ask)).Text();
            Assert.Contains("Godkendt", card, StringComparison.Ordinal);
            Assert.Contains("Action.OpenUrl", card, StringComparison.Ordinal);
            Assert.DoesNotContain("minutes.", card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Referat_OfADayWithTwoMeetings_AsksWhich()
    {
        var second = await _minutes.AddMeetingAsync(new LocalTime(17, 0));

        var card = (await Chat.SayAsync(Board.Secretary, Ask with { Date = second.Date })).Text();

        Assert.Contains("Kl. 14.00–16.00", card, StringComparison.Ordinal);
        Assert.Contains("Kl. 17.00–19.00", card, StringComparison.Ordinal);
        var shown = await Chat.PressAsync(Board.Secretary, "minutes.show", new { meeting = second.Id.Value, forum = Board.Forum.Id.Value });
        Assert.Contains("kl. 17.00", shown.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referat_OfADayWithoutMeeting_SaysSo() =>
        (await Chat.SayAsync(Board.Secretary, Ask with { Date = new LocalDate(2025, 12, 24) })).Refused<NoMeetingThatDay>();

    [Fact]
    public async Task Referat_WhenNothingWasHeld_SaysSo()
    {
        var chat = Chat.Turn(Board.Observer, Board.OtherForum.Id, personal: false);
        (await Chat.SayAsync(chat, Ask)).Refused<NoMeetingHeld>();
    }

    [Fact]
    public async Task Show_WithForgedData_FindsNothing()
    {
        (await Chat.PressAsync(Board.Secretary, "minutes.show", new { meeting = "x", forum = 7 })).Refused<ForumNotFound>();
        (await Chat.PressAsync(Board.Secretary, "minutes.show", new { meeting = Guid.NewGuid(), forum = Board.Forum.Id.Value })).Refused<MeetingNotFound>();
        (await Chat.PressAsync(Board.Observer, "minutes.show", new { meeting = _minutes.Meeting.Id.Value, forum = Board.OtherForum.Id.Value }))
            .Refused<MeetingNotFound>();
    }

    private Task<Application.Chat.ChatReply> WriteAsync() => Chat.PressAsync(Board.Secretary, "minutes.write", _minutes.Target);

    private Task<Application.Chat.ChatReply> ApproveAsync(Person person) =>
        Chat.PressAsync(person, "minutes.approve", new { meeting = _minutes.Meeting.Id.Value, forum = Board.Forum.Id.Value, sure = "yes" });
}
