using System.Net;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Application.WrittenProcedures.Drafting;
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
/// What is done from pages, over HTTP as everybody of the sample, with every forum's ids: whoever has nothing to do with it there is answered as
/// by a page that there is not, nothing changes, and that is on record.
/// </summary>
public sealed class ActsOfEverybodyTests
{
    private const string Refused = "Siden findes ikke, eller du har ikke adgang til den.";

    /// <summary>Addresses of each act in a forum; an act that is added later and is not here fails.</summary>
    private static readonly Dictionary<PageAct, Func<KlyngeContext, Forum, Task<IEnumerable<string>>>> Addresses = new()
    {
        [PageActs.FinishDeadline] = async (db, forum) => (await DeadlinesAsync(db, forum)).Select(id => $"/frister/{forum.Id.Value}/{id}/faerdig?version=1"),
        [PageActs.SaveItem] = async (db, forum) => (await ItemsAsync(db, forum)).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{item.Id.Value}"),
        [PageActs.AddItem] = async (db, forum) => (await ItemsAsync(db, forum)).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/nyt"),
        [PageActs.SaveItemDraft] = async (db, forum) => (await ItemsAsync(db, forum)).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{Guid.NewGuid()}/kladde?felt=title&vindue=a&nr=1"),
        [PageActs.DiscardItemDraft] = async (db, forum) => (await ItemsAsync(db, forum)).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{Guid.NewGuid()}/kladde/kasser"),
        [PageActs.TakeBackItemDraft] = async (db, forum) => (await ItemsAsync(db, forum)).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{Guid.NewGuid()}/kladde/fortryd"),
        [PageActs.UndoDeadline] = async (db, forum) => (await DeadlinesAsync(db, forum)).Select(id => $"/frister/{forum.Id.Value}/{id}/fortryd?version=2"),
        [PageActs.StateDissent] = async (db, forum) => (await ItemsAsync(db, forum)).Take(1).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{item.Id.Value}/mening"),
        [PageActs.TakeBackDissent] = async (db, forum) => (await ItemsAsync(db, forum)).Take(1).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{item.Id.Value}/mening/tilbage"),
        [PageActs.StopDecision] = async (db, forum) => (await ItemsAsync(db, forum)).Take(1).Select(item => $"/moeder/{item.MeetingId.Value}/punkter/{item.Id.Value}/stands"),
        [PageActs.DecideAsChair] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/formandsbeslutning"]),
        [PageActs.CallInDecision] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/formandsbeslutninger/{Guid.NewGuid()}/kald-ind"]),
        [PageActs.HandOver] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/overlevering"]),
        [PageActs.FetchHandover] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/overlevering/dokumenter"]),
        [PageActs.ProposeForum] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/forslag"]),
        [PageActs.ChangeForum] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/ret"]),
        [PageActs.ProposeForums] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/nye/forslag"]),
        [PageActs.MakeForums] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/nye/opret"]),
        [PageActs.AmendCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/aendr"),
        [PageActs.RecordAnswer] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/svar-for"),
        [PageActs.GiveSeat] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/plads"),
        [PageActs.SaveNewCase] = (_, forum) => Task.FromResult<IEnumerable<string>>([$"/fora/{forum.Key}/sager"]),
        [PageActs.SaveCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/ret"),
        [PageActs.OpenCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/send"),
        [PageActs.AnswerCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/svar"),
        [PageActs.RemindOfCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/mind"),
        [PageActs.ConfirmCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/bekraeft"),
        [PageActs.WithdrawCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/traek"),
        [PageActs.CloseCase] = async (db, forum) => (await CasesAsync(db, forum)).Select(id => $"/sager/{id}/luk"),
    };

    /// <summary>With <c>KLYNGE_EVERY_ID=1</c> everybody tries everything; else of those who are refused every sixth, another sixth at each address.</summary>
    private static bool IsEverybody => Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAct_WithEveryForumsIds_AsEverybody_IsForThoseOfTheForumAlone()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var people = (await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var today = DanishTime.Today(SystemClock.Instance);
        var seats = (await db.Members.Include(seat => seat.Person).Include(seat => seat.Substitutes).ThenInclude(one => one.Person).ToListAsync(Ct)).FindAll(seat => seat.IsActive(today));
        var forums = await db.Forums.ToListAsync(Ct);
        foreach (var forum in forums)
        {
            var secretary = seats.First(seat => seat.ForumId == forum.Id && seat.Role == Role.Secretariat).PersonId;
            await SetDeadlineAsync(host, forum, secretary, today);
            await OpenCaseAsync(host, forum, secretary, today);
        }

        foreach (var act in MeetingActAddresses.All.Keys)
            Addresses.TryAdd(act, (db, forum) => MeetingActAddresses.OfAsync(act, db, forum));

        Assert.Empty(RightsTable.All.OfType<PageAct>().Except(Addresses.Keys));
        var (wrong, tried, addressNumber) = (new List<string>(), 0, 0);
        foreach (var (act, addresses) in Addresses)
        {
            foreach (var forum in forums)
            {
                foreach (var address in await addresses(db, forum))
                {
                    foreach (var (person, index) in people.Select((person, index) => (person, index)))
                    {
                        var isLetIn = act.Needs is { } needed ? May(seats, person.AadObjectId, forum.Id, needed) : VotesIn(seats, person.AadObjectId, forum.Id);
                        if (!isLetIn && !IsEverybody && (index + addressNumber) % 6 != 0)
                            continue;

                        tried++;
                        wrong.AddRange(await TryAsync(host, act, address, person, isLetIn));
                    }

                    addressNumber++;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.True(tried > 100, $"only {tried} were tried");
    }

    private static async Task<IEnumerable<string>> TryAsync(RunningHost host, PageAct act, string address, WorkbenchPerson person, bool isLetIn)
    {
        var before = await DoneAsync(host);
        var answer = await host.SendAsync(new HttpMethod(act.Method), address, person.Id, person.AadObjectId, new FormUrlEncodedContent([]));
        var isRefused = answer.Status == HttpStatusCode.NotFound && answer.Body.Contains(Refused, StringComparison.Ordinal);
        var faults = new List<string>();
        if (isRefused == isLetIn || (!isRefused && answer.Status is not (HttpStatusCode.SeeOther or HttpStatusCode.Conflict or HttpStatusCode.NoContent)))
            faults.Add($"{answer.Status}{(isLetIn ? ", and may" : ", and may not")}");

        if (isRefused && await DoneAsync(host) != before)
            faults.Add("was refused, and something is changed");

        return faults.Select(fault => $"{act.Name} by {person.Name} at {address}: {fault}");
    }

    private static bool May(List<ForumMember> seats, string account, ForumId forum, Permission permission) => seats
        .Exists(seat => seat.ForumId == forum && seat.Person.EntraObjectId == account && seat.Role.May(permission))
        || seats.Exists(seat => seat.ForumId == forum && seat.SubstitutePeople.Any(one => one.EntraObjectId == account)
            && (seat.Role is Role.Observer or Role.Administrative or Role.Guest ? seat.Role : Role.Member).May(permission));

    private static async Task SetDeadlineAsync(RunningHost host, Forum forum, PersonId secretary, LocalDate today)
    {
        var set = await host.Services.GetRequiredService<SetDeadline>().HandleAsync(
            new Caller(secretary), new SetDeadlineRequest(forum.Id, "Samle kommunernes svar", today.PlusDays(9), Responsible: null), Ct);
        Assert.Null(set.Error);
    }

    /// <summary>One that is sent out, where the forum decides in writing.</summary>
    private static async Task OpenCaseAsync(RunningHost host, Forum forum, PersonId secretary, LocalDate today)
    {
        if (!forum.Rules.WrittenProcedures.Allowed)
            return;

        var form = ProcedureForm.Empty(forum, "Fælles indkøb", today) with { Presentation = "De fire kommuner køber ind sammen.", Recommendations = "Godkender aftalen" };
        var draft = await host.Services.GetRequiredService<SaveProcedureDraft>().HandleAsync(new Caller(secretary), new SaveProcedureDraftRequest(forum.Id, null, null, form), Ct);
        Assert.True(draft.TryGet(out var id, out var error), error?.Text);
        var opened = await host.Services.GetRequiredService<OpenWrittenProcedure>().HandleAsync(new Caller(secretary), new OpenWrittenProcedureRequest(forum.Id, id), Ct);
        Assert.Null(opened.Error);
    }

    private static async Task<List<Guid>> CasesAsync(KlyngeContext db, Forum forum) =>
        [.. (await db.WrittenProcedures.Where(one => one.ForumId == forum.Id).OrderBy(one => one.Id).Select(one => one.Id).Take(1).ToListAsync(Ct)).Select(id => id.Value)];

    /// <summary>A seat on the roll: everybody with a vote when the case went out.</summary>
    private static bool VotesIn(List<ForumMember> seats, string account, ForumId forum) =>
        seats.Exists(seat => seat.ForumId == forum && seat.HasVote && seat.Person.EntraObjectId == account);

    private static async Task<List<Guid>> DeadlinesAsync(KlyngeContext db, Forum forum) =>
        [.. (await db.Deadlines.Where(one => one.ForumId == forum.Id).OrderBy(one => one.Id).Select(one => one.Id).Take(2).ToListAsync(Ct)).Select(id => id.Value)];

    /// <summary>Two items of meetings that are not over.</summary>
    private static async Task<List<AgendaItem>> ItemsAsync(KlyngeContext db, Forum forum) => await db.AgendaItems.AsNoTracking()
        .Where(item => item.ForumId == forum.Id && item.Status == AgendaItemStatus.Accepted
            && db.Meetings.Any(one => one.Id == item.MeetingId && one.Status != MeetingStatus.Held && one.Status != MeetingStatus.Cancelled))
        .OrderBy(item => item.Id).Take(2).ToListAsync(Ct);

    /// <summary>Minutes that somebody may make reach the library in their own time.</summary>
    private static async Task<int> DoneAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        return await db.Audit.CountAsync(row => row.Refusal == null && row.UseCase != "StoreMinutes", Ct);
    }
}
