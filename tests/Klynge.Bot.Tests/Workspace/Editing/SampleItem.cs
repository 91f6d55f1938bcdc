using Klynge.Application.Data;
using Klynge.Bot.Workbench;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>An item of the sample's that can be changed, and who does.</summary>
internal sealed record SampleItem(IServiceProvider Services, ForumId Forum, MeetingId Meeting, AgendaItemId Item, WorkbenchPerson Secretary, WorkbenchPerson Member)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal string Page => $"/moeder/{Meeting.Value}/punkter/{Item.Value}";

    internal string New => $"/moeder/{Meeting.Value}/punkter/nyt";

    internal static async Task<SampleItem> FindAsync(IServiceProvider services)
    {
        var people = (await services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        var seats = await db.Members.Include(seat => seat.Person).Where(seat => seat.ForumId == forum.Id).ToListAsync(Ct);
        var item = await db.AgendaItems
            .Where(one => one.ForumId == forum.Id && one.Number > 1 && db.Meetings.Any(meeting => meeting.Id == one.MeetingId && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled))
            .OrderBy(one => one.Number).FirstAsync(Ct);
        WorkbenchPerson WithRole(Role role) => people.Single(person => person.AadObjectId == seats.First(seat => seat.Role == role).Person.EntraObjectId);
        item.Content = item.Content with { Sections = [new("Sagsfremstilling", "Første afsnit.")] };
        await db.SaveChangesAsync(Ct);
        return new SampleItem(services, forum.Id, item.MeetingId, item.Id, WithRole(Role.Secretariat), WithRole(Role.Member));
    }

    /// <summary>Makes the member a secretary, too.</summary>
    internal async Task AddSecretaryAsync()
    {
        await using var db = await OpenAsync();
        var person = await db.People.SingleAsync(one => one.EntraObjectId == Member.AadObjectId, Ct);
        db.Members.Add(new ForumMember { ForumId = Forum, PersonId = person.Id, Role = Role.Secretariat, HasVote = false, Organisation = "Region", Sector = "region", From = new LocalDate(2025, 1, 1), Order = 99 });
        await db.SaveChangesAsync(Ct);
    }

    internal async Task<AgendaItem> ItemAsync()
    {
        await using var db = await OpenAsync();
        return await db.AgendaItems.SingleAsync(one => one.Id == Item, Ct);
    }

    internal async Task<List<ItemDraft>> DraftsAsync()
    {
        await using var db = await OpenAsync();
        return await db.ItemDrafts.AsNoTracking().ToListAsync(Ct);
    }

    private Task<KlyngeContext> OpenAsync() => Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
}
