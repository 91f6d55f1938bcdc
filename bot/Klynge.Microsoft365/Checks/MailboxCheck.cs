using Microsoft.Graph;

namespace Klynge.Microsoft365.Checks;

/// <summary>Whether the access policies cover a mailbox: one event and no meeting are asked for.</summary>
internal sealed class MailboxCheck(GraphServiceClient graph, TimeProvider time)
{
    private const string NoMeeting = "https://teams.microsoft.com/l/meetup-join/klynge-check";

    internal Task<CheckStep> CalendarAsync(string? mailbox, CancellationToken cancellationToken) =>
        TryAsync(Texts.Calendar, mailbox, Texts.CalendarOk, (Texts.CalendarDenied, Texts.MendCalendar), async known =>
            await graph.Users[known].CalendarView.GetAsync(
                request =>
                {
                    var now = time.GetUtcNow();
                    request.QueryParameters.StartDateTime = now.ToString("O");
                    request.QueryParameters.EndDateTime = now.AddDays(1).ToString("O");
                    request.QueryParameters.Top = 1;
                    request.QueryParameters.Select = ["id"];
                    request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
                },
                cancellationToken));

    /// <summary>There is no such meeting; what matters is that the answer says so instead of refusing the question.</summary>
    internal Task<CheckStep> MeetingsAsync(string? mailbox, CancellationToken cancellationToken) =>
        TryAsync(Texts.Meetings, mailbox, Texts.MeetingsOk, (Texts.MeetingsDenied, Texts.MendMeetings), async known =>
            await graph.Users[known].OnlineMeetings.GetAsync(
                request => request.QueryParameters.Filter = $"JoinWebUrl eq '{NoMeeting}'", cancellationToken));

    private static async Task<CheckStep> TryAsync(
        string name, string? mailbox, string ok, (string What, string HowToMend) denied, Func<string, Task> call)
    {
        if (mailbox is null)
            return CheckStep.NotTried(name, Texts.WhichMailbox, Texts.NameMailbox);

        try
        {
            await call(mailbox);
            return CheckStep.Ok(name, ok);
        }
        catch (Exception exception) when (CheckFailure.IsOutage(exception))
        {
            return CheckFailure.Away(name);
        }
        catch (Exception exception) when (CheckFailure.StatusOf(exception) is { } status)
        {
            return status switch
            {
                401 or 403 => CheckStep.Failed(name, denied.What, denied.HowToMend),
                404 when name == Texts.Meetings => CheckStep.Ok(name, ok),
                404 => CheckStep.Failed(name, Texts.MailboxUnknown, Texts.MendMailbox),
                _ => CheckStep.Failed(name, Texts.Refused(status), Texts.TryAgain),
            };
        }
    }
}
