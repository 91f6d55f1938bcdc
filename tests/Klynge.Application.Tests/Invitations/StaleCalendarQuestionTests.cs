using Klynge.Application.Chat;
using Klynge.Application.Invitations;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>The questions about the calendar that one secretary looks at again after the other has answered them, or the calendar has.</summary>
public sealed class StaleCalendarQuestionTests : IAsyncLifetime
{
    private CalendarFixture _fixture = null!;
    private Person _other = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await CalendarFixture.CreateAsync();
        _other = await SecondSecretary.AddAsync(Board);
        await _fixture.LinkAsync();
        await _fixture.ForgetMessagesAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("invitation.use", "Outlooks tid og sted gælder")]
    [InlineData("invitation.keep", "Mødeplanen gælder")]
    public async Task Conflict_ThatTheOtherHasSettled_SaysHow_ByWhomAndWhen(string verb, string how)
    {
        var asked = await ConflictAsync();
        Assert.Contains("ikke enige", (await RefreshAsync(asked)).Text(), StringComparison.Ordinal);
        await _fixture.Buttons.PressAsync(_other, verb, await _fixture.DataAsync(question: 1));

        var seen = (await RefreshAsync(asked)).Text();
        Board.Clock.Advance(Duration.FromDays(1));
        var later = (await RefreshAsync(asked)).Text();

        Assert.Contains(how, seen, StringComparison.Ordinal);
        Assert.Contains("Anne Lind kl. 09.00", seen, StringComparison.Ordinal);
        Assert.Contains("Anne Lind 13. jan. kl. 09.00", later, StringComparison.Ordinal);
        Assert.DoesNotContain("Brug det fra Outlook", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_AboutNewerValues_AsksAboutThose()
    {
        var asked = await ConflictAsync();
        await _fixture.ChangesAsync(Moved(12));

        var seen = (await RefreshAsync(asked)).Text();

        Assert.Contains("12. februar 2026", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("11. februar 2026", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_ThatTheCalendarHasEnded_SaysSo()
    {
        var asked = await ConflictAsync();
        await _fixture.ChangesAsync(_fixture.Event() with { Start = CalendarFixture.At(13, 0, new LocalDate(2026, 2, 10)), End = CalendarFixture.At(15, 0, new LocalDate(2026, 2, 10)) });

        Assert.Contains("enige igen", (await RefreshAsync(asked)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflict_OfAMeetingThatIsHeldOrCancelled_AsksNoMore()
    {
        var asked = await ConflictAsync();
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).Finish(_fixture.Now));
        Assert.Contains("Mødet er holdt", (await RefreshAsync(asked)).Text(), StringComparison.Ordinal);

        await _fixture.ChangeAsync(db => db.Meetings.ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Status, MeetingStatus.Cancelled)));
        Assert.Contains("Mødet er aflyst", (await RefreshAsync(asked)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attendees_WhileNobodyHasAnswered_StayAsTheyAre_SoThatNothingChosenIsEmptied()
    {
        var asked = await UnknownAsync("x", "y");

        (await RefreshAsync(asked)).Refused<NothingNewToTell>();
    }

    [Fact]
    public async Task Attendees_ThatTheOtherHasAnsweredInPart_AskAboutTheRest()
    {
        var asked = await UnknownAsync("x", "y");
        await AnswerAsync("x");

        var seen = await RefreshAsync(asked);

        Assert.Contains("Ulla x er på plads. Anne Lind kl. 09.00", seen.Text(), StringComparison.Ordinal);
        Assert.Contains("y@privat.example", seen.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("x@privat.example", seen.Text(), StringComparison.Ordinal);
        (await RefreshAsync(seen.Text())).Refused<NothingNewToTell>();
    }

    [Fact]
    public async Task Attendees_WhoAreAllAnswered_OrInvitedNoMore_AreNotAskedAbout()
    {
        var asked = await UnknownAsync("x", "y");
        await AnswerAsync("x");
        await _fixture.ChangesAsync(With("x"));

        var seen = (await RefreshAsync(asked)).Text();

        Assert.Contains("Der er svaret på, hvem de indkaldte er", seen, StringComparison.Ordinal);
        Assert.Contains("Ulla x er på plads. Anne Lind kl. 09.00", seen, StringComparison.Ordinal);
        Assert.Contains("Ulla y er ikke indkaldt længere.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_ThatTheOtherHasTakenBack_SaysThatTheMeetingStands()
    {
        _fixture.Outlook.Events.Clear();
        await _fixture.NotifyAsync(_fixture.Key);
        await _fixture.WorkOffAsync();
        var told = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        (await RefreshAsync(told)).Refused<NothingNewToTell>();
        await _fixture.Buttons.PressAsync(_other, InvitationVerbs.Reinstate, await _fixture.DataAsync());

        var seen = (await RefreshAsync(told)).Text();

        Assert.Contains("Mødet står igen som kommende", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Mødet holdes alligevel", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_AreShownToNobodyElse()
    {
        var people = await UnknownAsync("x");
        await _fixture.ForgetMessagesAsync();
        var conflict = await ConflictAsync();

        foreach (var card in new[] { conflict, people })
        {
            (await _fixture.Buttons.RefreshAsync(Board.Member, card)).Refused<NotAllowed>();
            (await _fixture.Buttons.RefreshAsync(Board.Stranger, card)).Refused<ForumNotFound>();
        }
    }

    private Task<ChatReply> RefreshAsync(string card) => _fixture.Buttons.RefreshAsync(Board.Secretary, card);

    private async Task<string> ConflictAsync()
    {
        await _fixture.ChangeAsync(async db => (await db.Meetings.SingleAsync()).Move(new MeetingTime(new LocalDate(2026, 2, 10), new LocalTime(13, 0), new LocalTime(15, 0)), "Teams", _fixture.Now));
        await _fixture.ChangesAsync(Moved(11));
        return Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    private CalendarEvent Moved(int day) => _fixture.Event() with
    {
        Start = CalendarFixture.At(9, 0, new LocalDate(2026, 2, day)),
        End = CalendarFixture.At(11, 0, new LocalDate(2026, 2, day)),
    };

    private async Task<string> UnknownAsync(params string[] names)
    {
        await _fixture.ChangesAsync(With(names));
        return Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    private CalendarEvent With(params string[] names)
    {
        var read = _fixture.Event();
        var more = names.Select(name => new CalendarAttendee($"{name}@privat.example", $"Ulla {name}", null, InvitationResponse.None, null));
        return read with { Attendees = [.. read.Attendees, .. more] };
    }

    private async Task AnswerAsync(string name)
    {
        var unknown = await _fixture.ReadAsync(db => db.Invitations.SingleAsync(one => one.Address == $"{name}@privat.example"));
        var meeting = await _fixture.MeetingAsync();
        await _fixture.Buttons.PressAsync(_other, InvitationVerbs.Answer, new Dictionary<string, string>
        {
            ["forum"] = Board.Forum.Id.Value.ToString("N"),
            ["meeting"] = meeting.Id.Value.ToString("N"),
            ["who" + unknown.Id.Value.ToString("N")] = "guest",
        });
    }
}
