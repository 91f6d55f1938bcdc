using System.Text.RegularExpressions;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>Who may do what is asked in one place: a turn passes the gate, everything else enters by the same query, and a refusal is on record.</summary>
public sealed partial class OneGateTests
{
    /// <summary>Whose question is another one: what the readers of something that is sent may read, or who sat there on the day of a meeting.</summary>
    private static readonly string[] OthersAccess =
    [
        "Agendas/SendAgenda.cs", "Deadlines/DeadlineDigest.cs", "Deadlines/DeadlineScope.cs", "Deadlines/RemindOfDeadline.cs",
        "Attendance/ApologyLookup.cs", "Attendance/AttendancePlace.cs",
    ];

    /// <summary>Help names what somebody may do, a list of people is for whoever is in its forum, and a file from elsewhere for a secretariat's eyes.</summary>
    private static readonly string[] WithoutAPermission =
        ["Guidance/HelpQueries.cs", "Forums/People/PeopleLists.cs", "WrittenProcedures/AttachmentReader.cs"];

    private static readonly string[] TheGate = ["Chat/Gate.cs", "Chat/Reading.cs", "Forums/ForumQueries.cs"];

    [Fact]
    public async Task Access_IsAskedForByTheGateAlone()
    {
        var root = Path.Combine(Checkout.Root, "bot", "Klynge.Application");
        var asking = new List<string>();
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            if (Asks().IsMatch(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)))
                asking.Add(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'));
        }

        Assert.Equal([.. TheGate.Concat(OthersAccess).Concat(WithoutAPermission).Order(StringComparer.Ordinal)], asking.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("agenda.accept", Actors.Member, "NotAllowed", false)]
    [InlineData("agenda.decide", Actors.Chair, "NotAllowed", false)]
    [InlineData("meeting.move", Actors.OtherForum, "ForumNotFound", false)]
    [InlineData("procedure.close", Actors.Member, "NotAllowed", true)]
    [InlineData("agenda.edit.form", Actors.Observer, "NotAllowed", false)]
    public async Task RefusedPress_IsOnRecord_WithWhoAndWhere(string verb, Actors actor, string refusal, bool isOfACase)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var button = RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);

        Assert.Equal(refusal, await chat.TryAsync(button, actor));

        await using var db = board.Board.Open();
        var entry = await db.Audit.OrderByDescending(one => one.Sequence).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ($"RefusePress/{verb}", refusal, board.People[actor].Id, board.Forum.Id, isOfACase ? board.Open.Value : (Guid?)null),
            (entry.UseCase, entry.Refusal, entry.ActorId, entry.ForumId, isOfACase ? entry.SubjectId : null));
    }

    [Fact]
    public void ButtonWithAPermission_WhoseHandlerTakesNoVisit_StopsTheStart()
    {
        var button = new ButtonRight("weather.show", Permission.ReadAgenda);
        var free = new ButtonRight("weather.free", Who.OnRecord);
        var routes = new ChatRoutes(null!, null!);

        Assert.Throws<InvalidOperationException>(() => routes.OnAction(button, (_, _, _) => Task.FromResult(ChatReply.Nothing)));
        Assert.Throws<InvalidOperationException>(() => routes.OnAction(free, (_, _, _, _) => Task.FromResult(ChatReply.Nothing)));
    }

    [GeneratedRegex(@"[dD]b\.VisitAsync\(|\.VisitsAsync\(|new ForumAccess\(|new Visit\(")]
    private static partial Regex Asks();
}
