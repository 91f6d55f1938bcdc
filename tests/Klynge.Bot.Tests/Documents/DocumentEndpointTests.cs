using System.Net;
using System.Text;
using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Bot.Tests.Support;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Documents;

/// <summary>Documents without SharePoint: in a tenant for whom they are, in local mode for this machine and its own page.</summary>
public sealed class DocumentEndpointTests
{
    private static readonly DocumentPath Path = DocumentPath.Of("Chefforum", 2026, "Notat om budgettet", ".txt");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tenant_WithoutSharePoint_ServesADocumentByThePersonsOwnLink_AndByNoOther()
    {
        await using var host = await RunningHost.StartInTenantAsync("--Klynge:RunJobs=false");
        var member = await SeatAsync(host);
        await StoreAsync(host);
        var link = host.Services.GetRequiredService<DocumentLinks>().To(Path);
        var sent = await host.Services.GetRequiredService<OpenDocument>().HandleAsync(new Caller(member), new OpenDocumentRequest(link.AbsoluteUri), Ct);
        Assert.True(sent.IsSuccess, sent.Error?.Code);

        using var own = await host.Client.GetAsync(new Uri(await SentAsync(host)).PathAndQuery, Ct);
        using var shared = await host.Client.GetAsync(link.PathAndQuery, Ct);
        using var guessed = await host.Client.GetAsync("/documents/Chefforum/2026/Findes%20ikke.txt", Ct);
        using var madeUp = await host.Client.GetAsync($"/documents/{new string('A', 120)}", Ct);

        Assert.Equal((HttpStatusCode.OK, "Budgettet"), (own.StatusCode, await own.Content.ReadAsStringAsync(Ct)));
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("no-store", own.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(own.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("noindex", Assert.Single(own.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shared.StatusCode, guessed.StatusCode));
        Assert.Equal(await shared.Content.ReadAsStringAsync(Ct), await guessed.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, madeUp.StatusCode);
        Assert.StartsWith("Linket er udløbet", await madeUp.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>A page of another site can make a browser call this machine, by its own name for it or with its Origin.</summary>
    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Host", "klynge.evil.example:3978", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Forwarded-For", "203.0.113.7", HttpStatusCode.Forbidden)]
    [InlineData("Accept", "*/*", HttpStatusCode.OK)]
    public async Task LocalMode_ServesThisMachineAndItsOwnPageAlone(string header, string value, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        await StoreAsync(host);
        foreach (var path in new[] { host.Services.GetRequiredService<DocumentLinks>().To(Path).PathAndQuery, await PassAsync(host) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);

            using var answer = await host.Client.SendAsync(request, Ct);

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Ct) == "Budgettet");
        }
    }

    /// <summary>The personal link to <see cref="Path"/> of one who may read it.</summary>
    internal static async Task<string> PassAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var secretary = await db.Members.Where(seat => seat.Role == Role.Secretariat && db.Forums.Any(forum => forum.Id == seat.ForumId && forum.Name == Path.Forum)).Select(seat => seat.PersonId).FirstAsync(Ct);
        var sent = await host.Services.GetRequiredService<OpenDocument>().HandleAsync(
            new Caller(secretary), new OpenDocumentRequest(host.Services.GetRequiredService<DocumentLinks>().To(Path).AbsoluteUri), Ct);
        Assert.True(sent.IsSuccess, sent.Error?.Code);
        return new Uri(await SentAsync(host)).PathAndQuery;
    }

    internal static Task StoreAsync(RunningHost host) => host.Services.GetRequiredService<IDocumentLibrary>()
        .StoreAsync(Path, Encoding.UTF8.GetBytes("Budgettet"), seen: null, Ct);

    private static async Task<PersonId> SeatAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" };
        var person = new Person { Key = "mads", Name = "Mads Holt" };
        var forum = new Forum
        {
            BoardId = board.Id,
            Key = "chefforum",
            Name = "Chefforum",
            Level = 2,
            Rules = new RulesOfProcedure
            {
                ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
                AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
                MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                Quorum = new QuorumRule(0.5m, EverySector: false),
                WrittenProcedures = new WrittenProcedureRules(
                    Allowed: true,
                    TimeLimit.Create(1, TimeLimitUnit.Days).Value,
                    TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
                    DecisionRule.SimpleMajority,
                    SilenceIsConsent: false,
                    VotesShownWhileOpen: true,
                    ClosesWhenAllHaveAnswered: false),
            },
        };
        db.AddRange(board, person, forum, new ForumMember
        {
            ForumId = forum.Id,
            PersonId = person.Id,
            Role = Role.Member,
            HasVote = true,
            Organisation = "Birkelse Kommune",
            Sector = "Birkelse Kommune",
            From = new LocalDate(2025, 1, 1),
            Order = 1,
        });
        await db.SaveChangesAsync(Ct);
        return person.Id;
    }

    private static async Task<string> SentAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var payload = (await db.Outbox.OrderByDescending(row => row.Id).FirstAsync(row => row.Payload!.Contains("/documents/"), Ct)).Payload!;
        using var card = JsonDocument.Parse(JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card!);
        return card.RootElement.GetProperty("actions")[0].GetProperty("url").GetString()!;
    }
}
