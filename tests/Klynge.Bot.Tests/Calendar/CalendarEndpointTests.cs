using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Bot.Tests.Support;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Calendar;

/// <summary>The calendar link as Outlook follows it.</summary>
public sealed class CalendarEndpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_GivesTheCalendar_ForThisReaderOnly_AndNothingTwice()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var path = await LinkAsync(host);

        using var answer = await host.Client.GetAsync(path, Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var unchanged = await host.Client.SendAsync(again, Ct);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, MaxAge: { TotalMinutes: 15 } });
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Frist: Udpegning\r\n", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    /// <summary>As a client does that asks whether there is something new before it fetches it.</summary>
    [Fact]
    public async Task Link_AskedWithHead_SaysTypeLengthAndTag_WithoutTheCalendar()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var path = await LinkAsync(host);
        using var whole = await host.Client.GetAsync(path, Ct);
        using var question = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await host.Client.SendAsync(question, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync(Ct)).Length, answer.Content.Headers.ContentLength);
        Assert.Equal(whole.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("/kalender/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/kalender/x.ics")]
    [InlineData("/kalender/.ics")]
    [InlineData("/kalender/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_ThatNobodyHas_IsNotFound(string path)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");

        using var answer = await host.Client.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A page of another site can make a browser call this machine, by its own name for it or with its Origin.</summary>
    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    public async Task Link_OfLocalMode_IsFollowedFromThisMachineAlone(string header, string value)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        using var request = new HttpRequestMessage(HttpMethod.Get, await LinkAsync(host));
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await host.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("VCALENDAR", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var seat = await db.Members.FirstAsync(one => one.Role == Role.Secretariat, Ct);
        var caller = new Caller(seat.PersonId);
        var request = new SetDeadlineRequest(seat.ForumId, "Udpegning", SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(30), null);
        Assert.True((await host.Services.GetRequiredService<SetDeadline>().HandleAsync(caller, request, Ct)).IsSuccess);
        var link = await host.Services.GetRequiredService<CreateCalendarLink>().HandleAsync(caller, seat.ForumId, Ct);
        return link.Value.AbsolutePath;
    }
}
