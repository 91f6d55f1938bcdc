using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Security.Fuzz;

/// <summary>What there is to name in an activity: without real people, forums and buttons a fuzzer never gets past the door.</summary>
internal sealed record FuzzWorld(string ServiceUrl, IReadOnlyList<string> People, IReadOnlyList<string> Ids, IReadOnlyList<string> Verbs)
{
    public static async Task<FuzzWorld> OfAsync(RunningHost host, string serviceUrl)
    {
        var contexts = host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>();
        await using var db = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var people = await db.People.Where(person => person.EntraObjectId != null).OrderBy(person => person.Key).Select(person => person.EntraObjectId!).ToListAsync();
        var forums = await db.Forums.OrderBy(forum => forum.Key).Select(forum => forum.Id).ToListAsync();
        var meetings = await db.Meetings.OrderBy(meeting => meeting.Date).Select(meeting => meeting.Id).ToListAsync();
        var items = await db.AgendaItems.OrderBy(item => item.Number).Select(item => item.Id).ToListAsync();
        List<string> ids = [.. forums.Select(id => $"{id.Value}"), .. meetings.Select(id => $"{id.Value}"), .. items.Select(id => $"{id.Value}")];
        return new(serviceUrl, people, ids, [.. host.Services.GetRequiredService<ChatRoutes>().Verbs.Order(StringComparer.Ordinal)]);
    }
}
