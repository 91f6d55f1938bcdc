using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>What the page lets people do in an Outlook that is simulated.</summary>
public sealed class CalendarTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_OfAPersonOfTheForum_ReachesTheCalendarAndBringsTheBotIntoTheChatOnce()
    {
        var calendar = new NotingCalendar();
        await using var host = await StartAsync(calendar);
        var received = new ConcurrentQueue<string>();
        host.Bot.Answer = activity =>
        {
            received.Enqueue((string)activity["type"]!);
            return Task.FromResult<IResult?>(null);
        };

        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(host, SampleBoard.Member.Id, "Decline"));
        calendar.IsLinked = true;
        Assert.Equal(HttpStatusCode.NoContent, await AnswerAsync(host, SampleBoard.Member.Id, "Accept"));

        Assert.Equal([(SampleBoard.Member.Id, WorkbenchAnswer.Decline), (SampleBoard.Member.Id, WorkbenchAnswer.Accept)], calendar.Answers);
        Assert.Equal(["conversationUpdate"], received);
    }

    [Theory]
    [InlineData("29:unknown", "Decline")]
    [InlineData(null, "Decline")]
    public async Task Answer_OfSomebodyElse_IsNotFound(string? person, string answer)
    {
        var calendar = new NotingCalendar();
        await using var host = await StartAsync(calendar);

        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(host, person, answer));
        Assert.Empty(calendar.Answers);
    }

    [Fact]
    public async Task Answer_WithoutACalendar_IsNotFoundAndThePageIsToldThatThereIsNone()
    {
        await using var host = await WorkbenchHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(host, SampleBoard.Member.Id, "Decline"));
        Assert.False((bool)(await host.Client.GetFromJsonAsync<JsonObject>("/workbench/api/board", Token))!["hasCalendar"]!);
    }

    [Fact]
    public async Task EndOfAMeeting_MakesTheReportBeforeTheBotIsTold()
    {
        var calendar = new NotingCalendar();
        await using var host = await StartAsync(calendar);
        var chat = SampleBoard.ForumChat;

        await host.PostAsync("/workbench/api/meeting", new { person = SampleBoard.Member.Id, chat, started = true }, Token);
        Assert.Equal(0, calendar.Ended);
        await host.PostAsync("/workbench/api/meeting", new { person = SampleBoard.Member.Id, chat, started = false }, Token);
        Assert.Equal(1, calendar.Ended);
    }

    [Fact]
    public async Task Outlook_ShowsAPersonTheirOwnInvitation()
    {
        await using var host = await StartAsync(new NotingCalendar { Invitation = new WorkbenchInvitation(IsOrganizer: false, WorkbenchAnswer.Tentative) });

        var shown = await host.Client.GetFromJsonAsync<JsonObject>(Calendar(SampleBoard.Member.Id), Token);

        Assert.Equal((false, "Tentative"), ((bool)shown!["isOrganizer"]!, (string?)shown["answer"]));
    }

    [Fact]
    public async Task Outlook_OfSomebodyWhoIsNotInvited_IsNotFound()
    {
        await using var host = await StartAsync(new NotingCalendar());
        foreach (var person in new[] { SampleBoard.Member.Id, "29:unknown" })
        {
            using var answer = await host.Client.GetAsync(Calendar(person), Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string Calendar(string person) =>
        $"/workbench/api/calendar?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(SampleBoard.ForumChat)}";

    private static Task<WorkbenchHost> StartAsync(NotingCalendar calendar) =>
        WorkbenchHost.StartAsync(configure: services => services.AddSingleton<IWorkbenchCalendar>(calendar));

    private static async Task<HttpStatusCode> AnswerAsync(WorkbenchHost host, string? person, string answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/calendar");
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        request.Content = JsonContent.Create(new { person, chat = SampleBoard.ForumChat, answer });
        using var response = await host.Client.SendAsync(request, Token);
        return response.StatusCode;
    }

    private sealed class NotingCalendar : IWorkbenchCalendar
    {
        private readonly ConcurrentQueue<(string, WorkbenchAnswer)> _answers = new();

        public IReadOnlyList<(string Person, WorkbenchAnswer Answer)> Answers => [.. _answers];

        public bool IsLinked { get; set; }

        public WorkbenchInvitation? Invitation { get; init; }

        public int Ended { get; private set; }

        public Task<WorkbenchInvitation?> FindAsync(WorkbenchForum forum, WorkbenchPerson person, CancellationToken cancellationToken) =>
            Task.FromResult(Invitation);

        public Task<bool> AnswerAsync(WorkbenchForum forum, WorkbenchPerson person, WorkbenchAnswer answer, CancellationToken cancellationToken)
        {
            _answers.Enqueue((person.Id, answer));
            return Task.FromResult(true);
        }

        public Task<bool> IsLinkedAsync(WorkbenchForum forum, CancellationToken cancellationToken) => Task.FromResult(IsLinked);

        public Task EndMeetingAsync(WorkbenchForum forum, CancellationToken cancellationToken)
        {
            Ended++;
            return Task.CompletedTask;
        }
    }
}
