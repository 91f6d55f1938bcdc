using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// »Mødet starter« and »mødet slutter« from a chat, with the Teams meeting of another forum, of a meeting that is over or cancelled, or of
/// nobody's: the chat's own forum may begin its own meeting, and nothing else changes.
/// </summary>
[Collection(ForeignBoard.Name)]
public sealed class ForeignEventTests
{
    private const string Theirs = "MCMxOTphbmRldHN0ZWRz";
    private const string Nobodys = "MCMxOTppbmdlbnNtb2Rl";

    private readonly RightsBoard _board;
    private readonly ForeignRecords _foreign;
    private readonly RightsChat _chat;

    public ForeignEventTests(ForeignBoard prepared) => (_board, _foreign, _chat) = prepared.Start();

    [Theory]
    [InlineData(EventNames.MeetingStart)]
    [InlineData(EventNames.MeetingEnd)]
    public async Task Event_FromTheChatOfAForum_WithTheMeetingOfAnotherOne_IsAsOneWithAMeetingOfNobodys(string name)
    {
        await PrepareAsync(_board.Forum.Id, new MeetingId(_foreign.Of(ForeignKind.OtherForum, "Meetings").Single()));
        var told = (await _chat.NotifyAsync(name, RightsChat.ForumChat, Theirs), Contents());
        var messages = _board.Messages();
        await PrepareAsync(_board.Forum.Id, new MeetingId(_foreign.Of(ForeignKind.OtherForum, "Meetings").Single()));
        var nobodys = (await _chat.NotifyAsync(name, RightsChat.ForumChat, Nobodys), Contents());

        Assert.Equal(IdSlots.Mask(nobodys.Item1), IdSlots.Mask(told.Item1));
        Assert.Equal(nobodys.Item2, told.Item2);
        Assert.DoesNotContain(ForeignRecords.OtherSecret, $"{told.Item1}\n{messages}\n{string.Join('\n', _chat.Log.Lines)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EventNames.MeetingStart, ForeignKind.Ended)]
    [InlineData(EventNames.MeetingStart, ForeignKind.Removed)]
    [InlineData(EventNames.MeetingEnd, ForeignKind.Removed)]
    public async Task Event_OfAMeetingThatIsOver_ChangesNothingOfIt(string name, ForeignKind kind)
    {
        var over = new MeetingId(_foreign.Of(kind, "Meetings").Single());
        await PrepareAsync(_board.Forum.Id, over);
        var before = LinesOf(over);

        await _chat.NotifyAsync(name, RightsChat.ForumChat, Theirs);

        Assert.Equal(before, LinesOf(over));
    }

    [Theory]
    [InlineData(EventNames.MeetingStart)]
    [InlineData(EventNames.MeetingEnd)]
    public async Task Event_FromAChatThatIsNoForums_WithTheMeetingOfNobody_ChangesNothing(string name)
    {
        var before = Contents();

        Assert.Empty(await _chat.NotifyAsync(name, "19:andet@thread.v2", Nobodys));
        Assert.Equal(before, Contents());
    }

    /// <summary>A forum that is no more has no meetings: what still happens in its chat is nobody's.</summary>
    [Theory]
    [InlineData(EventNames.MeetingStart)]
    [InlineData(EventNames.MeetingEnd)]
    public async Task Event_FromTheChatOfAForumThatIsNoMore_ChangesNothing(string name)
    {
        var ended = new ForumId(_foreign.Of(ForeignKind.Ended, "Forums").Single());
        var time = new MeetingTime(_board.Board.Today, new LocalTime(20, 0), new LocalTime(21, 0));
        await _board.Board.AddAsync(Meeting.Schedule(ended, time, "Rådhuset", _board.Board.Clock.GetCurrentInstant()).Value);
        await PrepareAsync(ended, meeting: null);
        var before = Contents();

        await _chat.NotifyAsync(name, RightsChat.ForumChat, Nobodys);

        Assert.Equal(before, Contents());
    }

    /// <param name="meeting">Whose the Teams meeting is; null for nobody's.</param>
    private async Task PrepareAsync(ForumId chatOf, MeetingId? meeting)
    {
        if (meeting is not null)
            _board.PutBack();
        await using var db = _board.Board.Open();
        (await db.Conversations.SingleAsync(one => one.Id == RightsChat.ForumChat)).ForumId = chatOf;
        if (meeting is { } id)
            (await db.Meetings.SingleAsync(one => one.Id == id)).TeamsMeetingId = Theirs;
        await db.SaveChangesAsync();
    }

    /// <summary>Every row but those of chats that were heard of, without the id of the Teams meeting that was named.</summary>
    private List<string> Contents() =>
        [.. _board.Contents().Split('\n').Where(line => !line.StartsWith("MeetingChats:", StringComparison.Ordinal) && !line.StartsWith("CalendarInbox:", StringComparison.Ordinal)).Select(line => IdSlots.Mask(line.Replace(Theirs, "named", StringComparison.Ordinal).Replace(Nobodys, "named", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    private List<string> LinesOf(MeetingId meeting) => [.. _board.Contents().Split('\n').Where(line => line.Contains(meeting.Value.ToString(), StringComparison.OrdinalIgnoreCase))];
}
