using System.Net;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>
/// The pages over HTTP as everybody of the sample: every route with every id that there is, shown by what the domain says of the seats, and
/// refused in one and the same sentence.
/// </summary>
public sealed partial class PagesOfEverybodyTests
{
    private const string Refused = "Siden findes ikke, eller du har ikke adgang til den.";

    /// <summary>With <c>KLYNGE_EVERY_ID=1</c> everybody looks at everything; else of those who are refused every third, another third at each address.</summary>
    private static bool IsEverybody => Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRoute_WithEveryId_AsEverybody_IsShownToThoseOfTheForumAlone()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var people = (await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        var routes = await RoutesAsync(host);
        var (wrong, sentences) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));

        Assert.True(people.Count * routes.Count > 500);
        foreach (var (number, person) in people.Index())
        {
            foreach (var (place, (address, isFor)) in routes.Index())
            {
                // Whom the chat's people are shown to waits for a channel that does not answer here.
                var waits = address.EndsWith("/chat", StringComparison.Ordinal) && isFor(person.AadObjectId);
                if (!IsEverybody && (waits || (!isFor(person.AadObjectId) && (number + place) % 3 != 0)))
                    continue;

                var (status, body) = await LookAsync(host, address, person.Id);
                if (status != (isFor(person.AadObjectId) ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                    wrong.Add($"{address} as {person.Name}: {status}");

                if (status == HttpStatusCode.NotFound)
                    sentences.Add(body.Replace(person.Name, "NAME", StringComparison.Ordinal).Replace(" aria-current=\"page\"", string.Empty, StringComparison.Ordinal));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(Refused, Assert.Single(sentences), StringComparison.Ordinal);
    }

    /// <summary>Whoever was chosen in Prøvebænk; before that whom it begins with; never whoever a made-up cookie says.</summary>
    [Fact]
    public async Task Person_IsTheOneThatWasChosenInTheWorkbench()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var board = await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct);
        var first = board.People.Single(person => person.Id == board.Forums[0].Seats.OrderBy(seat => seat.Role).First().PersonId);

        Assert.Contains($"Du er {first.Name}", (await LookAsync(host, "/arbejdsbord", person: null)).Body, StringComparison.Ordinal);
        Assert.Contains($"Du er {first.Name}", (await LookAsync(host, "/arbejdsbord", "29:made-up")).Body, StringComparison.Ordinal);
        Assert.Contains($"Du er {board.People[^1].Name}", (await LookAsync(host, "/arbejdsbord", board.People[^1].Id)).Body, StringComparison.Ordinal);
    }

    /// <summary>What people write is text: nothing of it is markup, and no address but a web address leads anywhere.</summary>
    [Fact]
    public async Task WordsOfPeople_AreTextOnEveryPage()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var host = await RunningHost.StartLocalAsync();
        Guid meeting;
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct))
        {
            var item = await db.AgendaItems.FirstAsync(one => db.Forums.Any(forum => forum.Id == one.ForumId && forum.Key == "chefforum"), Ct);
            meeting = item.MeetingId.Value;
            item.Content = item.Content with
            {
                Title = Hostile,
                Sections = [new(Hostile, Hostile)],
                Recommendations = [Hostile],
                Attachments = [new AgendaAttachment("Bilag", "javascript:alert(1)")],
            };
            await db.SaveChangesAsync(Ct);
            await db.Forums.ExecuteUpdateAsync(set => set.SetProperty(forum => forum.Name, forum => forum.Name + Hostile), Ct);
        }

        foreach (var address in new[] { "/arbejdsbord", "/frister", $"/moeder/{meeting}", $"/soeg?q={Uri.EscapeDataString(Hostile)}", "/fora/chefforum" })
        {
            using var answer = await host.Client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotMatch("<script>alert|<img src=x|href=\"javascript:", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    private static async Task<List<(string Address, Func<string, bool> IsFor)>> RoutesAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var today = DanishTime.Today(SystemClock.Instance);
        var seats = (await db.Members.Include(seat => seat.Person).Include(seat => seat.Substitutes).ThenInclude(one => one.Person).ToListAsync(Ct)).FindAll(seat => seat.IsActive(today));
        bool May(string account, ForumId? forum, Permission permission) => seats
            .Exists(seat => (forum is null || seat.ForumId == forum) && seat.Person.EntraObjectId == account && seat.Role.May(permission))
            || seats.Exists(seat => (forum is null || seat.ForumId == forum) && seat.SubstitutePeople.Any(one => one.EntraObjectId == account)
                && (seat.Role is Role.Observer or Role.Administrative or Role.Guest ? seat.Role : Role.Member).May(permission));

        Guid SeatOf(Forum forum) => seats.First(seat => seat.ForumId == forum.Id).Id.Value;
        var routes = new List<(string, Func<string, bool>)>
        {
            ("/arbejdsbord", _ => true),
            ("/frister", account => May(account, forum: null, Permission.ReadDeadlines)),
            ("/soeg?q=borger", account => May(account, forum: null, Permission.ReadMinutes)),
            ("/drift", account => May(account, forum: null, Permission.ManageMeetings)),
            ($"/moeder/{Guid.NewGuid()}", _ => false),
            ($"/sager/{Guid.NewGuid()}", _ => false),
            ($"/sager/{Guid.NewGuid()}/ret", _ => false),
            ($"/sager/{Guid.NewGuid()}/aendr", _ => false),
            ("/sager/ny?forum=findes-ikke", _ => false),
            ("/fora/findes-ikke", _ => false),
            ("/fora/chefforum/plads/7", _ => false),
            ("/bilag?link=https%3A%2F%2Fklynge.example", _ => false),
        };
        foreach (var forum in await db.Forums.ToListAsync(Ct))
        {
            routes.Add(($"/sager/ny?forum={forum.Key}", account => forum.Rules.WrittenProcedures.Allowed && May(account, forum.Id, Permission.OpenWrittenProcedure)));
            routes.Add(($"/fora/{forum.Key}", account => May(account, forum.Id, Permission.ReadMinutes)));
            foreach (var form in new[] { "medlem", "tabel", "tabel?skabelon=klynge", "chat", "nye", "nye?skabelon=bestyrelse", "regler", $"plads/{SeatOf(forum)}", $"plads/{SeatOf(forum)}/afslut" })
                routes.Add(($"/fora/{forum.Key}/{form}", account => May(account, forum.Id, Permission.ManageForum)));
            routes.Add(($"/fora/{forum.Key}/formandsbeslutning", account => May(account, forum.Id, Permission.DecideAsChair)));
            routes.Add(($"/fora/{forum.Key}/formandsbeslutninger/{Guid.NewGuid()}", _ => false));
            routes.Add(($"/fora/{forum.Key}/overlevering", account => May(account, forum.Id, Permission.ReadDraftMinutes)));
            routes.Add(($"/frister?forum={forum.Key}", account => May(account, forum.Id, Permission.ReadDeadlines)));
            routes.Add(($"/soeg?forum={forum.Key}&person=Karen&slags=sag&fradag=2020-01-01&udfald=approved", account => May(account, forum.Id, Permission.ReadMinutes)));
            routes.Add(($"/soeg?q=borger&forum={forum.Key}", account => May(account, forum.Id, Permission.ReadMinutes)));
        }

        foreach (var meeting in await db.Meetings.ToListAsync(Ct))
        {
            routes.Add(($"/moeder/{meeting.Id.Value}", account => May(account, meeting.ForumId, Permission.ReadAgenda)));
            var isOver = meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled;
            routes.Add(($"/moeder/{meeting.Id.Value}/punkter/nyt", account => !isOver && May(account, meeting.ForumId, Permission.ProposeItem)));
            routes.Add(($"/moeder/{meeting.Id.Value}/punkter/{Guid.NewGuid()}", _ => false));
            routes.Add(($"/moeder/{meeting.Id.Value}/punkter/{Guid.NewGuid()}/medlem", _ => false));
            foreach (var item in await db.AgendaItems.Where(one => one.MeetingId == meeting.Id).OrderBy(one => one.Number).Take(2).ToListAsync(Ct))
            {
                routes.Add(($"/moeder/{meeting.Id.Value}/punkter/{item.Id.Value}", account => !isOver && item.IsOnAgenda && May(account, meeting.ForumId, Permission.ManageAgenda)));
                routes.Add(($"/moeder/{meeting.Id.Value}/punkter/{item.Id.Value}/stand", account => !isOver && item.IsOnAgenda && May(account, meeting.ForumId, Permission.ManageAgenda)));
            }
            routes.Add(($"/moeder/{meeting.Id.Value}/dagsorden.docx", account => May(account, meeting.ForumId, Permission.ManageAgenda)));
        }

        Assert.Equal(
            RightsTable.All.OfType<PageRight>().Select(page => page.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            routes.Select(route => Path().Match(route.Item1).Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return routes;
    }

    private static async Task<(HttpStatusCode Status, string Body)> LookAsync(RunningHost host, string address, string? person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (person is not null)
            request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person)}");

        using var answer = await host.Client.SendAsync(request, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    [GeneratedRegex("^/[a-z]+")]
    private static partial Regex Path();
}
