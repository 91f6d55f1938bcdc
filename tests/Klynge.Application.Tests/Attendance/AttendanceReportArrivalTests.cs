using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Attendance;

/// <summary>The report comes late, never, for another meeting, or when somebody asks for it.</summary>
public sealed class AttendanceReportArrivalTests : AttendanceReportScenario
{
    [Fact]
    public async Task ReportThatIsNotReady_IsTriedAgain_AndTheSecretariatIsToldOnce()
    {
        await EndAsync();
        Assert.Contains("Mødet er slut", Assert.Single(await Fixture.MessagesToAsync(Board.Secretary)), StringComparison.Ordinal);
        for (var minutes = 0; minutes < 40; minutes++)
        {
            Board.Clock.Advance(Duration.FromMinutes(1));
            await Fixture.WorkOffAsync();
        }

        Assert.Contains("Fremmødet er ikke klar fra Teams endnu", Assert.Single((await Fixture.MessagesToAsync(Board.Secretary)).Skip(1)), StringComparison.Ordinal);
        ReportSays(Was(Board.Chair, 0, 120));
        Board.Clock.Advance(Duration.FromHours(1));
        await Fixture.WorkOffAsync();
        Assert.Contains("hvem deltog?", (await Fixture.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportThatNeverComes_IsGivenUpAfterADay()
    {
        await EndAsync();
        Board.Clock.Advance(Duration.FromHours(25));

        await Fixture.WorkOffAsync();

        Assert.Contains("Teams har ikke lavet nogen fremmøderapport", (await Fixture.MessagesToAsync(Board.Secretary))[^1], StringComparison.Ordinal);
        Assert.Empty(await Fixture.ReadAsync(db => db.CalendarInbox.ToListAsync()));
    }

    [Fact]
    public async Task ReportOfAnotherOccurrence_IsNotTheMeetings()
    {
        await EndAsync();
        Fixture.Outlook.Reports.Add(Report("old", -7 * 24 * 60, (-7 * 24 * 60) + 60, Was(Board.Chair, 0, 120)));
        await ReportIsReadAsync();

        Assert.Empty(await PresencesAsync());
    }

    [Fact]
    public async Task Command_ReadsAtOnce_AndIsTheSecretariatsAlone()
    {
        await EndAsync();
        ReportSays(Was(Board.Chair, 0, 120));

        var reply = await Fixture.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null));

        Assert.Contains("Karen Ravn, medformand · 120 min", reply.Text(), StringComparison.Ordinal);
        (await Fixture.Buttons.SayAsync(Board.Member, new ChatCommand.RollCall(null, null))).Refused<NotAllowed>();
    }

    [Fact]
    public async Task Command_WhileTheReportIsNotReady_SaysSoAndAsksAllTheSame()
    {
        await EndAsync();

        var reply = await Fixture.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null));

        Assert.Contains("Teams har ikke gjort fremmøderapporten klar endnu", reply.Text(), StringComparison.Ordinal);
        Assert.Contains("hvem deltog?", reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_BeforeAnyMeetingIsHeld_IsRefused() =>
        (await Fixture.Buttons.SayAsync(Board.Secretary, new ChatCommand.RollCall(null, null))).Refused<MeetingNotHeld>();
}
