using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Bot.CommandLine;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

/// <summary>A case of the data folder that the use cases themselves have sent out, answered and closed, so that the log tells of it.</summary>
internal static class LoggedCase
{
    /// <returns>The case, adopted and with its protocol in the library.</returns>
    internal static async Task<Guid> CloseAsync(OpenCase opened)
    {
        await using var services = await new CommandServices([$"--Klynge:DataDirectory={Path.Combine(opened.Folder, ".data")}"]).OpenAsync(default);
        var forum = opened.Procedure.ForumId;
        var (secretary, voters) = await SeatAsync(services, forum);
        var form = new ProcedureForm(
            "Sommerplan", null!, "Planen er drøftet.", "Godkender planen", null!, $"{DanishTime.Today(SystemClock.Instance).PlusDays(30):uuuu-MM-dd}", "12:00");
        var id = Got(await services.GetRequiredService<SaveProcedureDraft>().HandleAsync(secretary, new SaveProcedureDraftRequest(forum, null, null, form), default));
        Got(await services.GetRequiredService<OpenWrittenProcedure>().HandleAsync(secretary, new OpenWrittenProcedureRequest(forum, id), default));
        foreach (var voter in voters)
            Got(await services.GetRequiredService<CastVote>().HandleAsync(voter, new CastVoteRequest(forum, id, 1, Answer.Approve, null), default));

        Got(await services.GetRequiredService<CloseWrittenProcedure>().HandleAsync(secretary, new CloseWrittenProcedureRequest(forum, id), default));
        await services.GetRequiredService<StoreProcedureDocuments>().HandleAsync(default);
        return id.Value;
    }

    private static async Task<(Caller Secretary, List<Caller> Voters)> SeatAsync(IServiceProvider services, ForumId forum)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync();
        var secretary = new Person { Key = "sofie", Name = "Sofie Bech" };
        db.Add(secretary);
        await db.SaveChangesAsync();
        db.Add(new ForumMember
        {
            ForumId = forum,
            PersonId = secretary.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region Klitlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 99,
        });
        await db.SaveChangesAsync();
        var voters = await db.Members.Where(seat => seat.ForumId == forum && seat.HasVote).Include(seat => seat.Person).ToListAsync();
        return (new Caller(secretary.Id), voters.ConvertAll(seat => new Caller(seat.PersonId) { Known = new SignedInAs("tenant", seat.Person.EntraObjectId, "msteams") }));
    }

    private static T Got<T>(Result<T> result)
        where T : notnull => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error!.Text);
}
