using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Templates;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Tests.Workspace.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Council;

/// <summary>
/// The sample's Chefforum as a council of 19 under the rules of the template: the region's nine have accounts here, those of two municipalities are in
/// another tenant and have none. Its next meeting is tomorrow, so that whatever comes now is late.
/// </summary>
internal sealed class CouncilHouse : IAsyncDisposable
{
    internal const string Law = "Forretningsordenens § 9";

    private readonly Dictionary<string, string> _chats = new(StringComparer.Ordinal);

    private CouncilHouse(RunningHost host) => Host = host;

    internal RunningHost Host { get; }

    internal Forum Forum { get; private set; } = null!;

    internal MeetingId Meeting { get; private set; }

    /// <summary>In the council's order: the chair, the deputy, and seventeen more.</summary>
    internal List<Person> Members { get; } = [];

    internal Person Secretary { get; private set; } = null!;

    internal Person Substitute { get; } = new() { Key = "sten-vikar", Name = "Sten Vikar", Email = "sten@fjordlandet.example", TeamsUserId = "29:sten-vikar", EntraObjectId = "00000000-0000-4000-8000-00000000feed" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<CouncilHouse> StartAsync()
    {
        var house = new CouncilHouse(await RunningHost.StartLocalAsync("--Klynge:RunJobs=false"));
        await house.SeatAsync();
        foreach (var person in (await house.Host.Client.GetFromJsonAsync<JsonObject>("/workbench/api/board", Ct))!["people"]!.AsArray())
            house._chats[(string)person!["id"]!] = (string)person["chat"]!;

        return house;
    }

    internal Task<KlyngeContext> OpenAsync() => Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);

    internal Task<LocalBrowser> BrowserAsync(Person person) => LocalBrowser.AsAsync(Host, person.TeamsUserId!);

    internal string Address(string part) => $"/moeder/{Meeting.Value}/{part}";

    internal async Task<AgendaItem> ItemAsync(string title)
    {
        await using var db = await OpenAsync();
        return (await db.AgendaItems.AsNoTracking().Where(item => item.MeetingId == Meeting && item.Status == AgendaItemStatus.Accepted).ToListAsync(Ct)).Single(item => item.Content.Title == title);
    }

    internal async Task<MemberId> SeatOfAsync(Person person)
    {
        await using var db = await OpenAsync();
        return await db.Members.Where(seat => seat.ForumId == Forum.Id && seat.PersonId == person.Id).Select(seat => seat.Id).SingleAsync(Ct);
    }

    internal async Task RulesAsync(Func<RulesOfProcedure, RulesOfProcedure> change)
    {
        await using var db = await OpenAsync();
        var forum = await db.Forums.SingleAsync(one => one.Id == Forum.Id, Ct);
        forum.Rules = change(forum.Rules);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Presses a card's button in somebody's own chat.</summary>
    internal async Task ChatAsync(Person by, string verb, AgendaItemId item, params (string Name, string Value)[] fields)
    {
        var data = new JsonObject { ["forum"] = Forum.Id.Value.ToString("N"), ["meeting"] = Meeting.Value.ToString("N"), ["item"] = item.Value.ToString("N") };
        foreach (var (name, value) in fields)
            data[name] = value;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/actions") { Content = JsonContent.Create(new { person = by.TeamsUserId, chat = _chats[by.TeamsUserId!], card = "1", verb, data }) };
        request.Headers.Add("Origin", Host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await Host.Client.SendAsync(request, Ct);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task SeatAsync()
    {
        await using var db = await OpenAsync();
        Forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        Forum.Name = "Sundhedsråd Nord";
        Forum.Rules = BoardFileReader.Read(Encoding.UTF8.GetBytes(BoardTemplates.Find("sundhedsråd")!)).Board!.Forums[0].Rules with { DissentingOpinion = new LegalSwitch(true, Law) };
        var seats = await db.Members.Include(seat => seat.Person).Where(seat => seat.ForumId == Forum.Id).ToListAsync(Ct);
        Secretary = seats.First(seat => seat.Role == Role.Secretariat && seat.Person.EntraObjectId is not null).Person;
        var today = DanishTime.Today(SystemClock.Instance);
        foreach (var seat in seats.Where(seat => seat.PersonId != Secretary.Id))
            seat.To = today.PlusDays(-1);

        db.People.Add(Substitute);
        foreach (var number in Enumerable.Range(1, 19))
            Seat(db, number, today);

        var meeting = await db.Meetings.Where(one => one.ForumId == Forum.Id && one.Status == MeetingStatus.Planned).OrderBy(one => one.Date).FirstAsync(Ct);
        Meeting = meeting.Id;
        db.Entry(meeting).Property(one => one.Date).CurrentValue = today.PlusDays(1);
        await db.SaveChangesAsync(Ct);
    }

    private void Seat(KlyngeContext db, int number, LocalDate today)
    {
        var (organisation, isHere) = number <= 9 ? ("Region Fjordlandet", true) : number <= 14 ? ("Birkelse Kommune", false) : ("Sønderlund Kommune", false);
        var person = new Person
        {
            Key = $"raad-{number}",
            Name = $"Medlem {(char)('A' + number - 1)}",
            Email = $"raad{number}@andet.example",
            TeamsUserId = isHere ? $"29:raad-{number}" : null,
            EntraObjectId = isHere ? $"00000000-0000-4000-8000-0000000a{number:0000}" : null,
        };
        db.People.Add(person);
        db.Members.Add(new ForumMember
        {
            ForumId = Forum.Id,
            PersonId = person.Id,
            Role = number switch { 1 => Role.Chair, 2 => Role.DeputyChair, _ => Role.Member },
            HasVote = true,
            Organisation = organisation,
            Sector = organisation,
            Party = number % 2 == 0 ? "Y" : "X",
            From = today.PlusDays(-30),
            Order = number,
            SubstituteIds = number == 6 ? [Substitute.Id] : [],
        });
        Members.Add(person);
    }
}
