using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Workspace;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>»Færdig« and »Fortryd« on the list of deadlines: what is done, told once, and refused in a sentence.</summary>
public sealed class DeadlineActsTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private ForumId _forum;
    private DeadlineId _deadline;
    private WorkbenchPerson _secretary = null!;
    private WorkbenchPerson _member = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Finish => $"/frister/{_forum.Value}/{_deadline.Value}/faerdig";

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var people = (await _host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await OpenAsync();
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        var seats = await db.Members.Include(seat => seat.Person).Where(seat => seat.ForumId == forum.Id).ToListAsync(Ct);
        WorkbenchPerson WithRole(Role role) => people.Single(person => person.AadObjectId == seats.First(seat => seat.Role == role).Person.EntraObjectId);
        (_forum, _secretary, _member) = (forum.Id, WithRole(Role.Secretariat), WithRole(Role.Member));
        var secretary = new Caller(seats.First(seat => seat.Role == Role.Secretariat).PersonId);
        var set = await _host.Services.GetRequiredService<SetDeadline>().HandleAsync(
            secretary, new SetDeadlineRequest(_forum, "Samle kommunernes svar", DanishTime.Today(SystemClock.Instance).PlusDays(9), Responsible: null), Ct);
        Assert.True(set.TryGet(out var deadline, out var error), error?.Text);
        _deadline = deadline;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Finished_IsDoneAsByTheCard_ToldOnce_AndTakenBack()
    {
        var done = await _host.PostAsync($"{Finish}?version=1", _secretary.Id, _secretary.AadObjectId);

        Assert.Equal((HttpStatusCode.SeeOther, "/frister"), (done.Status, done.Location));
        var told = Assert.Single(done.Cookies, cookie => cookie.StartsWith("Klynge-Told=", StringComparison.Ordinal));
        Assert.Contains("httponly", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", told, StringComparison.OrdinalIgnoreCase);
        var (page, set) = await LookAsync(_secretary, told);
        Assert.Contains("Du markerede fristen som færdig", page, StringComparison.Ordinal);
        Assert.Contains($"/frister/{_forum.Value}/{_deadline.Value}/fortryd?version=2", page, StringComparison.Ordinal);
        Assert.Contains("expires=Thu, 01 Jan 1970", set, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("FinishDeadline", DeadlineStatus.Done), await StandsAsync());

        Assert.Equal(HttpStatusCode.SeeOther, (await _host.PostAsync($"/frister/{_forum.Value}/{_deadline.Value}/fortryd?version=2", _secretary.Id, _secretary.AadObjectId)).Status);
        Assert.Equal(("UndoDeadline", DeadlineStatus.Open), await StandsAsync());
    }

    [Fact]
    public async Task Finished_ByWhoeverIsNotResponsible_IsRefusedInASentence_OnThePage()
    {
        var refused = await _host.PostAsync($"{Finish}?version=1", _member.Id, _member.AadObjectId);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Matches("class=\"notice\" role=\"alert\">[^<]+<", refused.Body);
        Assert.Equal(DeadlineStatus.Open, (await StandsAsync()).Status);
        Assert.DoesNotContain($"{Finish}?", (await LookAsync(_member, told: null)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_AfterAnotherChangedIt_ShowsHowItStands()
    {
        await _host.PostAsync($"{Finish}?version=1", _secretary.Id, _secretary.AadObjectId);
        await _host.PostAsync($"/frister/{_forum.Value}/{_deadline.Value}/fortryd?version=2", _secretary.Id, _secretary.AadObjectId);

        var late = await _host.PostAsync($"{Finish}?version=1", _secretary.Id, _secretary.AadObjectId);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(DeadlineStatus.Open, (await StandsAsync()).Status);
    }

    /// <summary>What was told to one person is nothing to another, and neither is what a browser made up.</summary>
    [Fact]
    public async Task Told_ToSomebodyElse_OrByNobody_IsNotShown()
    {
        var told = (await _host.PostAsync($"{Finish}?version=1", _secretary.Id, _secretary.AadObjectId)).Cookies.Single(cookie => cookie.StartsWith("Klynge-Told=", StringComparison.Ordinal));

        Assert.DoesNotContain("class=\"told\"", (await LookAsync(_member, told)).Page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"told\"", (await LookAsync(_secretary, "Klynge-Told=made-up")).Page, StringComparison.Ordinal);
    }

    /// <summary>A browser throws away a cookie of more than 4,096 bytes, and with it the sentence.</summary>
    [Fact]
    public void Told_InManyWords_FitsIntoACookie()
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "https";

        new ToldCookie(new EphemeralDataProtectionProvider()).Keep(context, PersonId.New(), new Told("/frister", new string('å', 5_000)));

        Assert.InRange(context.Response.Headers.SetCookie.Single()!.Length, ToldCookie.MaxLength, 4_096);
    }

    private async Task<(string Page, string Set)> LookAsync(WorkbenchPerson person, string? told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/frister");
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person.Id)}{(told is null ? null : $"; {told.Split(';')[0]}")}");
        using var answer = await _host.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), string.Join('\n', answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []));
    }

    /// <summary>By the record and the row; nothing has been done to it yet where there is no use case.</summary>
    private async Task<(string? UseCase, DeadlineStatus Status)> StandsAsync()
    {
        await using var db = await OpenAsync();
        var row = await db.Audit.Where(one => one.SubjectId == _deadline.Value && one.Refusal == null).OrderByDescending(one => one.Sequence).FirstOrDefaultAsync(Ct);
        return (row?.UseCase, (await db.Deadlines.SingleAsync(one => one.Id == _deadline, Ct)).Status);
    }

    private Task<KlyngeContext> OpenAsync() => _host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
}
