using System.Net;
using System.Text.Json.Nodes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Notifications;

/// <summary>
/// A notification with something foreign in each of its fields: another subscription's id or secret, another mailbox, another tenant, another
/// forum's meeting. Every one is answered alike, and none comes further than the mailbox that its subscription watches.
/// </summary>
public sealed class ForeignNotificationTests : IAsyncLifetime
{
    private const string Secret = "ANDETSTEDS";

    /// <summary>Without the first it is no notification. With a wrong one of these it is not Graph that posts; the others are not looked at, or are looked up in the watched mailbox.</summary>
    private static readonly string[] Proofs = ["subscriptionId", "clientState"];

    private static readonly string[] Fields = [.. Proofs, "resource", "tenantId", "changeType", "lifecycleEvent", "id"];

    private WatchFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture = await WatchFixture.StartAsync();
        _fixture.StandIn.Subscriptions.HoldsNotifications = true;
        await _fixture.SubscribeAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task EveryField_WithWhatIsForeign_IsAnsweredAlike_AndReachesNothingButTheWatchedMailbox()
    {
        var meeting = await AddOtherForumAsync();
        var watch = _fixture.Watch();
        var before = await ContentsAsync();
        JsonNode?[] foreign =
        [
            Guid.NewGuid().ToString(), meeting.ToString(), BoardMeeting.Omar.Id, $"Users/{BoardMeeting.Omar.Id}/Events/{Secret}", $"Users('{Secret}')/Events('x')", "AAMk-nobodys",
            new string('x', 300), "",
        ];
        var wrong = new List<string>();
        foreach (var field in Fields)
        {
            foreach (var value in foreign)
            {
                var held = Decline();
                (field == "id" ? held[0]["resourceData"]! : held[0])[field] = value?.DeepClone();
                var status = await _fixture.StandIn.Subscriptions.PostAsync(_fixture.Subscription().NotificationUrl, held, Ct);
                var subjects = _fixture.Inbox().Select(entry => entry.Subject).ToList();
                if (status != (field == "subscriptionId" && value?.ToString() == string.Empty ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted))
                    wrong.Add($"{field} {value}: {status}");
                if (Proofs.Contains(field) ? subjects.Count > 0 : subjects.Exists(subject => !subject.StartsWith($"{watch.Mailbox}/", StringComparison.Ordinal)))
                    wrong.Add($"{field} {value}: {string.Join(", ", subjects)}");
                _fixture.EmptyInbox();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await ContentsAsync());
        Assert.DoesNotContain(Secret, _fixture.Logs.Text, StringComparison.Ordinal);
    }

    private IReadOnlyList<JsonObject> Decline()
    {
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        return _fixture.StandIn.Subscriptions.TakeHeld();
    }

    private async Task<Guid> AddOtherForumAsync()
    {
        await using var db = _fixture.Open();
        var own = await db.Forums.FirstAsync(Ct);
        var other = new Forum { BoardId = own.BoardId, Key = "andetsteds", Name = $"{Secret} forum", Level = 9, Rules = own.Rules };
        var now = _fixture.Time.GetCurrentInstant();
        var time = new MeetingTime(now.InUtc().Date.PlusDays(20), new LocalTime(9, 0), new LocalTime(11, 0));
        var meeting = Meeting.Schedule(other.Id, time, Secret, now).Value;
        db.AddRange(other, meeting);
        await db.SaveChangesAsync(Ct);
        return meeting.Id.Value;
    }

    private async Task<string> ContentsAsync()
    {
        await using var db = _fixture.Open();
        var meetings = await db.Meetings.AsNoTracking().OrderBy(one => one.Id).Select(one => new { one.Id, one.Status, one.Date, one.Version }).ToListAsync(Ct);
        return $"{string.Join('\n', meetings)}\n{await db.Apologies.CountAsync(Ct)} apologies, {await db.Outbox.CountAsync(Ct)} messages, {await db.Invitations.CountAsync(Ct)} invited";
    }
}
