using System.Diagnostics;
using System.Globalization;
using Klynge.Application;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Benchmarks.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal.Keys;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Benchmarks.Evidence;

/// <summary>
/// <c>evidence-verify [answers] [megabytes]</c>: a case as the use cases make it, with its attachments in two versions, packed, sealed by a trial and
/// checked by the program's own command in a process of its own. 1,000 answers and 300 MB: at most 10 s and 150 MB.
/// </summary>
internal static class EvidenceVerifyBenchmark
{
    private const int Files = 10;

    private static readonly SignedInAs Account = new("11111111-2222-3333-4444-555555555555", "konto", "msteams");

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var answers = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
        var megabytes = args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300;
        var folder = Directory.CreateTempSubdirectory("klynge-evidence-").FullName;
        try
        {
            var package = Path.Combine(folder, "bevis.asice");
            var built = await BuildAsync(folder, package, answers, megabytes);
            var (took, peak, said) = await VerifyAsync(folder, package);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"verify, {answers:N0} answers, {new FileInfo(package).Length / 1024 / 1024:N0} MB: {took.TotalSeconds:0.0} s, {peak / 1024 / 1024:N0} MB at the most; built in {built.Took.TotalSeconds:0.0} s, heap grown by {built.Grown / 1024 / 1024:N0} MB"));
            Console.WriteLine(said);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TimeSpan Took, long Grown)> BuildAsync(string folder, string package, int answers, int megabytes)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, ".data")).FullName;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddKlyngeApplication(new ApplicationSettings($"Data Source={Path.Combine(data, "klynge.db")};Pooling=False", data, new Uri("http://localhost:3978")))
            .BuildServiceProvider();
        await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().MigrateAsync(SystemClock.Instance, default);
        var (forum, secretary, voters) = await SeatAsync(services, answers);
        var id = await CloseAsync(services, forum, secretary, voters, megabytes);

        var seal = TrialSeal.Open(Path.Combine(data, "seal"), TimeProvider.System);
        var (begun, before) = (Stopwatch.GetTimestamp(), GC.GetTotalMemory(forceFullCollection: true));
        using (var files = (await services.GetRequiredService<BuildEvidence>().CollectAsync(new Caller(secretary), new BuildEvidenceRequest(forum, id), default)).Value)
        await using (var output = File.Create(package))
            await Klynge.Seal.AsicContainer.WriteAsync(output, files.Files, seal, default);

        return (Stopwatch.GetElapsedTime(begun), GC.GetTotalMemory(forceFullCollection: false) - before);
    }

    private static async Task<(ForumId Forum, PersonId Secretary, List<PersonId> Voters)> SeatAsync(IServiceProvider services, int answers)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync();
        var board = new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" };
        var forum = VoteBoard.NewForum(board);
        var people = Enumerable.Range(0, answers + 1).Select(number => new Person { Key = $"person-{number}", Name = $"Medlem {number}" }).ToList();
        db.AddRange([board, forum, .. people]);
        db.AddRange(people.Select((person, order) => new ForumMember
        {
            ForumId = forum.Id,
            PersonId = person.Id,
            Role = order == 0 ? Role.Secretariat : Role.Member,
            HasVote = order > 0,
            Organisation = "Region Klitlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = order,
        }));
        await db.SaveChangesAsync();
        return (forum.Id, people[0].Id, people[1..].ConvertAll(person => person.Id));
    }

    private static async Task<WrittenProcedureId> CloseAsync(IServiceProvider services, ForumId forum, PersonId secretary, List<PersonId> voters, int megabytes)
    {
        var (caller, day) = (new Caller(secretary), DanishTime.Today(SystemClock.Instance).PlusDays(30));
        var form = new ProcedureForm("Vinterplan", null!, "Planen er drøftet.", "Godkender planen", await LinksAsync(services, 0, megabytes / 2), $"{day:uuuu-MM-dd}", "12:00");
        var id = Got(await services.GetRequiredService<SaveProcedureDraft>().HandleAsync(caller, new SaveProcedureDraftRequest(forum, null, null, form), default));
        Got(await services.GetRequiredService<OpenWrittenProcedure>().HandleAsync(caller, new OpenWrittenProcedureRequest(forum, id), default));
        var changed = form with { Attachments = await LinksAsync(services, Files, megabytes - (megabytes / 2)), Reason = "Nye bilag" };
        Got(await services.GetRequiredService<AmendWrittenProcedure>().HandleAsync(caller, new AmendWrittenProcedureRequest(forum, id, changed), default));
        var cast = services.GetRequiredService<CastVote>();
        await Parallel.ForEachAsync(voters, async (voter, cancellationToken) =>
            Got(await cast.HandleAsync(new Caller(voter) { Known = Account }, new CastVoteRequest(forum, id, 2, Answer.ApproveWithRemarks, "Vi kan tilslutte os."), cancellationToken)));
        Got(await services.GetRequiredService<CloseWrittenProcedure>().HandleAsync(caller, new CloseWrittenProcedureRequest(forum, id), default));
        await services.GetRequiredService<StoreProcedureDocuments>().HandleAsync(default);
        return id;
    }

    /// <summary>Random bytes, which no compression makes smaller.</summary>
    private static async Task<string> LinksAsync(IServiceProvider services, int from, int megabytes)
    {
        var (library, links, lines, content) = (services.GetRequiredService<IDocumentLibrary>(), services.GetRequiredService<DocumentLinks>(), new List<string>(), new byte[megabytes * 1024 * 1024 / Files]);
        for (var number = from; number < from + Files; number++)
        {
            new Random(number).NextBytes(content);
            var path = DocumentPath.Of("Chefforum", 2026, $"Bilag {number}", ".pdf");
            Got(await library.StoreAsync(path, content, seen: null, default));
            lines.Add($"Bilag{number} {links.To(path).AbsoluteUri}");
        }

        return string.Join('\n', lines);
    }

    private static T Got<T>(Result<T> result)
        where T : notnull => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error!.Text);

    private static async Task<(TimeSpan Took, long Peak, string Said)> VerifyAsync(string folder, string package)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = ProgramRun.Start(folder, null, "verify", package);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (ProcessMemory.Of(process) is { } now)
        {
            peak = Math.Max(peak, now);
            await look.WaitForNextTickAsync();
        }

        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(begun), peak, await output)
            : throw new InvalidOperationException($"{process.ExitCode}: {await output}{await error}");
    }
}
