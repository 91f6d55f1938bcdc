using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary>
/// <c>handover FORUM … SUCCESSOR --by PERSON</c>: hands forums that end over to the one that follows. It shows what would be given first, of each forum,
/// and does nothing until somebody has said yes.
/// </summary>
internal static class HandoverCommand
{
    internal static Command Create(CommandServices services)
    {
        var forums = new Argument<string[]>("FORUM") { Description = BoardTexts.HandoverForums, Arity = new ArgumentArity(2, 12) };
        var by = new Option<string>("--by") { Description = BoardTexts.HandoverBy, Required = true };
        var day = new Option<string>("--last-day") { Description = BoardTexts.HandoverDay };
        var yes = new Option<bool>("--yes", "-y") { Description = BoardTexts.Yes };
        var command = new Command("handover", BoardTexts.Handover) { forums, by, day, yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var written = parsed.GetValue(day);
            if (written is not null && SeatWords.Date(written) is null)
                return await BadAsync(BoardTexts.NoDate(written));

            var last = written is null ? new LocalDate(DanishTime.Today(SystemClock.Instance).Year, 12, 31) : SeatWords.Date(written)!.Value;
            await using var provider = await services.OpenAsync(cancellationToken);
            return await RunAsync(provider, parsed.GetRequiredValue(forums), parsed.GetRequiredValue(by), last, parsed.GetValue(yes), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider provider, string[] keys, string by, LocalDate last, bool yes, CancellationToken cancellationToken)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        var all = await db.Forums.AsNoTracking().OrderBy(one => one.Level).ToListAsync(cancellationToken);
        var found = keys.Select(key => (Key: key, Forum: all.Find(one => string.Equals(one.Key, key, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (found.Find(one => one.Forum is null) is { Key: { } unknown })
            return await BadAsync(BoardTexts.NoForum(unknown, all.Select(one => one.Key)));

        var (from, to) = (found[..^1].Select(one => one.Forum!).DistinctBy(one => one.Id).ToList(), found[^1].Forum!);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(one => one.Key == by, cancellationToken) is not { } person)
            return await BadAsync(BoardTexts.NoPerson(by));

        // Whose name is on it keeps the forum's books: another's would say something that is not so.
        var today = DanishTime.Today(SystemClock.Instance);
        foreach (var forum in from)
        {
            var own = await db.Members.AsNoTracking().Where(seat => seat.ForumId == forum.Id && seat.PersonId == person.Id && seat.Role == Role.Secretariat).ToListAsync(cancellationToken);
            if (!own.Exists(seat => seat.IsActive(today)))
                return await BadAsync(BoardTexts.NotSecretariat(person.Name, forum.Name));
        }

        return await HandOverAsync(provider, Caller.Of(ProgramRights.Handover, inNameOf: person.Id), from, to, last, yes, cancellationToken);
    }

    private static async Task<int> HandOverAsync(IServiceProvider provider, Caller caller, List<Forum> from, Forum to, LocalDate last, bool yes, CancellationToken cancellationToken)
    {
        var use = provider.GetRequiredService<HandOver>();
        var previews = new List<(Forum Forum, HandoverRequest Request)>();
        foreach (var forum in from)
        {
            var request = new HandoverRequest(forum.Id, to.Id, last);
            if (!(await use.PreviewAsync(caller, request, cancellationToken)).TryGet(out var preview, out var error))
                return await ForumWork.RefuseAsync($"{forum.Name}: {error.Text}");

            foreach (var line in preview.Lines)
                Console.WriteLine(line);

            previews.Add((forum, request with { Seen = preview.Mark }));
        }

        if (!yes && Console.IsInputRedirected)
            return await ForumWork.RefuseAsync(BoardTexts.NobodyToAsk);

        if (!yes && !HearsYes())
        {
            Console.WriteLine(BoardTexts.NothingApplied);
            return ExitCodes.Success;
        }

        foreach (var (forum, request) in previews)
        {
            // What goes to the successor from the forum before is none of this one's, so each preview still stands.
            if ((await use.HandleAsync(caller, request, cancellationToken)).Error is { } refused)
                return await ForumWork.RefuseAsync($"{forum.Name}: {refused.Text}");

            var stored = await provider.GetRequiredService<StoreHandover>().HandleAsync(caller, forum.Id, cancellationToken);
            Console.WriteLine(stored.TryGet(out var places, out var unstored) ? BoardTexts.HandedOver(forum.Name, places.Document, places.Package) : $"{forum.Name}: {unstored.Text}");
        }

        return ExitCodes.Success;
    }

    private static bool HearsYes()
    {
        Console.Write(BoardTexts.HandoverAsk);
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "J" or "JA" or "Y" or "YES";
    }

    private static async Task<int> BadAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return ExitCodes.BadInput;
    }
}
