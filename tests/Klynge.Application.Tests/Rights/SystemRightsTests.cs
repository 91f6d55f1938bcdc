using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>Jobs, events of the channel and verbs of the command line pass the same check as people, by what their rows declare.</summary>
public sealed partial class SystemRightsTests
{
    private static readonly SystemRight[] Rows = [.. RightsTable.All.OfType<SystemRight>()];

    /// <summary>Every permission of the table is tried by every row, and by the machine's own book-keeping, which has none.</summary>
    [Fact]
    public async Task EveryRow_MayDoWhatItDeclares_AndNothingElse()
    {
        await using var board = await TestBoard.CreateAsync();
        await using var db = board.Open();
        var wrong = new List<string>();
        foreach (var (caller, declared) in Rows.Select(row => (Caller.Of(row), row.Needs)).Append((Caller.System, [])))
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                var entered = await db.EnterAsync(caller, board.Forum.Id, permission, board.Today);
                if (entered.IsSuccess != declared.Contains(permission))
                    wrong.Add($"{caller.Row?.Name ?? "the machine"} and {permission}: {entered.Error?.Code ?? "let in"}");
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(Rows.Where(row => row.Needs.Count > 3).Select(row => $"{row.Name} may do {row.Needs.Count} things"));
    }

    /// <summary>The row takes what it needs from its use cases; and each that has some is acted by, and by no row does anything else act.</summary>
    [Fact]
    public async Task EveryRowThatChangesSomething_IsActedBy_AndTakesWhatItNeedsFromItsUseCases()
    {
        var (acted, declared) = (new HashSet<string>(StringComparer.Ordinal), string.Empty);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "bot"), "*.cs", SearchOption.AllDirectories).Where(IsSource))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            acted.UnionWith(ActsBy().Matches(text).Select(match => match.Groups[1].Value + match.Groups[2].Value));
            if (Path.GetFileName(file) == "RightsTable.cs")
                declared = text;
        }

        var withNeeds = new[] { typeof(EventRights), typeof(JobRights), typeof(ProgramRights) }
            .SelectMany(page => page.GetFields())
            .Where(field => ((SystemRight)field.GetValue(null)!).Needs.Count > 0)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");
        Assert.Equal(withNeeds.Append("ProgramRights.BoardApply").Order(StringComparer.Ordinal), acted.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Permission.", declared, StringComparison.Ordinal);
    }

    /// <summary>A job whose row does not declare what its use case needs has nobody to tell of it: its run fails and nothing is saved.</summary>
    [Fact]
    public async Task Write_OfAJobWhoseRowDeclaresAnotherPermission_SavesNothingAndFails()
    {
        await using var board = await TestBoard.CreateAsync();
        foreach (var row in new SystemRight[] { JobRights.CloseProcedures, JobRights.SendOutbox, new JobRight("made-up") })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => board.Writer.WriteAsync<Done>(Caller.Of(row), "Rename", board.Forum.Id, async scope =>
            {
                (await scope.Db.People.SingleAsync(person => person.Key == "mads", TestContext.Current.CancellationToken)).Title = "Konge";
                await scope.EnterAsJobAsync(board.Forum.Id, Permission.ManageMeetings);
                return default(Done);
            }));
        }

        await using var db = board.Open();
        Assert.Null((await db.People.SingleAsync(person => person.Key == "mads", TestContext.Current.CancellationToken)).Title);
        Assert.Empty(await db.Audit.ToListAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>In the name of somebody who may have left since: the log names them, and the row says what may be done.</summary>
    [Fact]
    public async Task Write_OfAJobInTheNameOfSomebody_IsOnRecordAsTheirs_AndMayWhatItsRowDeclares()
    {
        await using var board = await TestBoard.CreateAsync();
        var caller = Caller.Of(JobRights.StoreMinutes, inNameOf: board.Stranger.Id);
        Assert.True((await board.Writer.WriteAsync<Done>(caller, "Rename", board.Forum.Id, async scope =>
        {
            await scope.EnterAsJobAsync(board.Forum.Id, UploadQueue.Needs);
            (await scope.Db.People.SingleAsync(person => person.Key == "mads", TestContext.Current.CancellationToken)).Title = "Ny titel";
            return default(Done);
        })).IsSuccess);

        await using var db = board.Open();
        Assert.Equal(board.Stranger.Id, Assert.Single(await db.Audit.ToListAsync(TestContext.Current.CancellationToken)).ActorId);
        Assert.False((await db.EnterAsync(caller, board.Forum.Id, Permission.ManageMeetings, board.Today)).IsSuccess);
    }

    private static bool IsSource(string file) => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules");

    [GeneratedRegex(@"Caller\.Of\((\w+Rights\.\w+)|HandleAsync\(turn, (\w+Rights\.\w+)")]
    private static partial Regex ActsBy();
}
