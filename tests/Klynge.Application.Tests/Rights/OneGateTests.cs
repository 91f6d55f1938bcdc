using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
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
        "Agendas/Exclusions/ExcludeFromItem.cs", "Agendas/SendAgenda.cs", "Deadlines/Reminders/DeadlineDigest.cs", "Deadlines/DeadlineScope.cs", "Deadlines/Reminders/RemindOfDeadline.cs",
        "Attendance/ApologyLookup.cs", "Attendance/AttendancePlace.cs", "Attendance/Items/RecusedReaders.cs", "Forums/Handovers/HandOver.cs",
    ];

    /// <summary>
    /// Help names what somebody may do, a list of people is for whoever is in its forum, a file from elsewhere for a secretariat's eyes, and
    /// one that is dropped is taken of whoever may give it to some forum's item.
    /// </summary>
    private static readonly string[] WithoutAPermission =
        ["Guidance/HelpQueries.cs", "Forums/People/PeopleLists.cs", "WrittenProcedures/Documents/AttachmentReader.cs", "Agendas/Attachments/ReceiveFiles.cs"];

    /// <summary>Whose kind stands beside the id, as the decision record says.</summary>
    private static readonly string[] OfAnyKind =
    [
        "AuditEntry.SubjectId", "CardKey.Id", "CaseRecord.Meetings", "CaseRecord.Own", "EvidenceManifest.Case", "PackageSeal.SubjectId", "RowChange.Id", "SearchRow.Id", "WriteIntent.SubjectId",
    ];

    private static readonly string[] Roots = ["bot", "functions"];

    private const string Application = "bot/Klynge.Application/";

    private static readonly string[] TheGate = ["Chat/Gate.cs", "Chat/Reading.cs", "Forums/ForumQueries.cs"];

    /// <summary>
    /// What the hosts and the edges read for themselves. None of it is asked for by a person of the board: the workbench and its tenant are of
    /// local mode, the command line is for whoever starts the program, and the others read no forum's records.
    /// </summary>
    private static readonly string[] ReadersOutside =
    [
        "bot/Klynge.Bot/CommandLine/Audits/EvidenceCommand.cs", "bot/Klynge.Bot/CommandLine/Boards/BoardApplication.cs", "bot/Klynge.Bot/CommandLine/Boards/ForumWork.cs", "bot/Klynge.Bot/CommandLine/Boards/HandoverCommand.cs", "bot/Klynge.Bot/CommandLine/CheckCommand.cs",
        "bot/Klynge.Bot/CommandLine/CommandServices.cs", "bot/Klynge.Bot/CommandLine/Imports/ImportReport.cs", "bot/Klynge.Bot/CommandLine/Imports/MinutesCommand.cs",
        "bot/Klynge.Bot/Hosting/KlyngeHealth.cs", "bot/Klynge.Bot/Hosting/KlyngeServices.cs",
        "bot/Klynge.Bot/Simulation/SimulatedTenant.cs", "bot/Klynge.Bot/Workbench/BoardDirectory.cs",
        "bot/Klynge.CompiledModel.Generator/Program.cs", "bot/Klynge.CompiledModel/CompiledModelServices.cs",
        "bot/Klynge.Microsoft365/Notifications/GraphWebhook.cs", "bot/Klynge.Microsoft365/Subscriptions/WatchStore.cs",
        "functions/Klynge.Functions/Invocations/Preparation.cs",
    ];

    private static readonly string[] KeepTheMachinesBooks =
    [
        "Agendas/Attachments/FileQueue.cs", "Agendas/Guests/ForgetGuests.cs", "Agendas/Items/Drafts/ForgetItemDrafts.cs", "Data/Leases/Lease.cs", "Data/ProcessedActivity.cs", "Data/StorageProbe.cs", "Documents/UploadSessions.cs", "Forums/Sample/SampleCouncil.cs",
        "Invitations/Linking/MeetingChatRegister.cs", "Invitations/Receiving/ProcessCalendarInbox.cs", "Invitations/Receiving/ReceiveCalendarEvents.cs",
        "Jobs/JobStore.cs", "Messaging/Accounts/AccountClaims.cs", "Messaging/ConversationRegister.cs", "Messaging/SharedCards.cs",
        "Minutes/Uploads/UploadQueue.cs", "Outbox/OutboxClaims.cs", "Outbox/OutboxDelivery.cs", "Seals/RequestSeals.cs", "Seals/SealPackages.cs", "Search/SearchIndex.cs",
        "WrittenProcedures/Documents/MoveClosedDocuments.cs", "WrittenProcedures/Documents/OpenCopies.cs",
    ];

    [Fact]
    public async Task Access_IsAskedForByTheGateAlone() => Assert.Equal(
        [.. TheGate.Concat(OthersAccess).Concat(WithoutAPermission).Select(file => Application + file).Order(StringComparer.Ordinal)],
        await FilesAsync(Asks()));

    /// <summary>What somebody may do is put together in one place, whoever asks; so is who the secretariats are.</summary>
    [Fact]
    public async Task AccessAndSecretariats_AreBuiltInOnePlace()
    {
        string[] one = [Application + "Forums/ForumQueries.cs"];
        Assert.Equal([.. one, "bot/Klynge.Domain/Forums/ForumAccess.cs"], await FilesAsync(Builds()));
        Assert.Equal(one, (await FilesAsync(AsksForSecretariats())).Where(IsOfTheApplication));
    }

    /// <summary>A page, a webhook or a verb that reads the database itself would have nobody's leave to.</summary>
    [Fact]
    public async Task Database_OutsideTheApplication_IsReadByNoPage() => Assert.Equal(
        ReadersOutside.Order(StringComparer.Ordinal),
        (await FilesAsync(Reads())).Where(file => !file.StartsWith(Application, StringComparison.Ordinal)));

    /// <summary>
    /// Ids have one encoding, and each kind of record a type: neither a card nor a table has a bare one. What may be of any kind (what an
    /// entry of the audit log is about, whose card a message redraws) says its kind beside it.
    /// </summary>
    [Fact]
    public void Ids_AreTyped_OnCardsAndInTables()
    {
        var written = typeof(CardIds).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Guid?) || method.GetParameters().Any(one => one.ParameterType == typeof(Guid) || one.ParameterType == typeof(Guid?)));
        Assert.Empty(written.Select(method => method.Name));
        Assert.Equal(
            OfAnyKind.Order(StringComparer.Ordinal),
            new[] { typeof(Forum).Assembly, typeof(CardIds).Assembly }.SelectMany(assembly => assembly.GetTypes())
                .Where(type => !type.IsAssignableTo(typeof(IRecordId)) && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
                .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(one => BareIn(one.PropertyType))
                .Select(one => $"{one.DeclaringType!.Name}.{one.Name}")
                .Order(StringComparer.Ordinal));

        static bool BareIn(Type type) => type == typeof(Guid) || type.GetGenericArguments().Any(BareIn) || (type.GetElementType() is { } of && BareIn(of));
    }

    /// <summary>The key of a card that is kept up to date is made of its own kind of record, by the feature that draws it.</summary>
    [Fact]
    public async Task CardKeys_AreMadeByTheFeatureThatDrawsTheCard() => Assert.Equal([Application + "Messaging/SharedCards.cs"], await FilesAsync(MakesACardKey()));

    /// <summary>What a card brings back is read by <see cref="CardIds"/>; the others read an account or a tenant, a case on the command line, or a key of our own rows.</summary>
    [Fact]
    public async Task Ids_OnCards_AreReadInOnePlace() => Assert.Equal(
        [
            "Attendance/ReadAttendance.cs", "Audit/CaseFinder.cs", "Chat/CardIds.cs", "Chat/RecordRefusedActivities.cs", "Forums/BoardFile/BoardAccounts.cs",
            "Forums/Members/Rosters/ReadRoster.cs", "Invitations/Receiving/ReceiveCalendarEvents.cs", "Messaging/SharedCards.cs", "Messaging/WorkspaceLinks.cs",
        ],
        (await FilesAsync(ReadsAnId())).Where(IsOfTheApplication).Select(file => file[Application.Length..]));

    /// <summary>What a card takes with it is written there, too; the others write a link of a calendar or to a page, a file's name, the fields of a page, or a key of our own rows.</summary>
    [Fact]
    public async Task Ids_OnCards_AreWrittenInOnePlace() => Assert.Equal(
        [
            "Agendas/Attachments/Texts.cs", "Audit/CaseFilter.cs", "Chat/CardIds.cs", "Deadlines/Calendar/DeadlineCalendar.cs", "Deadlines/Planning/PlannedDeadlines.cs", "Forums/BoardFile/BoardAccounts.cs",
            "Forums/Members/Pages/RosterFields.cs", "Meetings/FinishMeeting.cs", "Messaging/WorkspaceLinks.cs", "Search/SearchSql.cs", "WrittenProcedures/Documents/ProcedureRecord.cs",
        ],
        (await FilesAsync(WritesAnId())).Where(IsOfTheApplication).Select(file => file[Application.Length..]));

    /// <summary>
    /// A use case or a query says once what it needs; what it asks, and what its buttons and its command ask before, is taken from there.
    /// </summary>
    [Fact]
    public async Task Permission_IsDeclaredOnce()
    {
        Assert.DoesNotContain(await FilesAsync(AsksForAnother()), IsOfTheApplication);
        Assert.DoesNotContain(await FilesAsync(DeclaresASecond()), IsOfTheApplication);
    }

    /// <summary>By no row of the table: what the machine keeps for itself, and what is of no forum. All else acts as a person, or by its row.</summary>
    [Fact]
    public async Task Machine_KeepsItsBooksInTheseFilesAlone() => Assert.Equal(
        KeepTheMachinesBooks,
        (await FilesAsync(ActsByNoRow())).Where(IsOfTheApplication).Select(file => file[Application.Length..]));

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

        Assert.Equal(refusal, await chat.TryAsync(ButtonOf(verb), actor));

        await using var db = board.Board.Open();
        var entry = await db.Audit.OrderByDescending(one => one.Sequence).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ($"RefusePress/{verb}", refusal, board.People[actor].Id, board.Forum.Id, isOfACase ? board.Open.Value : (Guid?)null),
            (entry.UseCase, entry.Refusal, entry.ActorId, entry.ForumId, isOfACase ? entry.SubjectId : null));
    }

    /// <summary>As for hosts that are refused. What else that person presses, and what others press, is on record all the while.</summary>
    [Fact]
    public async Task RefusedPress_AHundredTimes_FillsNoLog_AndHidesNothingElse()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        for (var press = 0; press < 100; press++)
            Assert.Equal("NotAllowed", await chat.TryAsync(ButtonOf("agenda.accept"), Actors.Member));

        await chat.TryAsync(ButtonOf("agenda.decide"), Actors.Member);
        await chat.TryAsync(ButtonOf("agenda.accept"), Actors.Observer);

        await using var db = board.Board.Open();
        var rows = await db.Audit.ToListAsync(TestContext.Current.CancellationToken);
        var member = board.People[Actors.Member].Id;
        Assert.InRange(rows.Count(entry => entry.UseCase == "RefusePress/agenda.accept" && entry.ActorId == member), 20, 25);
        Assert.Single(rows, entry => entry.UseCase == "RefusePress/agenda.decide" && entry.ActorId == member);
        Assert.Single(rows, entry => entry.UseCase == "RefusePress/agenda.accept" && entry.ActorId == board.People[Actors.Observer].Id);
    }

    [Theory]
    [InlineData(Actors.Member, "NotAllowed")]
    [InlineData(Actors.OtherForum, "NotAllowed")]
    public async Task RefusedCommand_IsOnRecord_WithWhoAndWhere(Actors actor, string refusal)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var right = CommandCatalogue.NewMeeting.Right;

        Assert.Equal(refusal, await chat.TryAsync(right, actor));

        await using var db = board.Board.Open();
        var entry = await db.Audit.OrderByDescending(one => one.Sequence).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ("RefuseCommand/ScheduleMeeting", refusal, board.People[actor].Id, board.Forum.Id),
            (entry.UseCase, entry.Refusal, entry.ActorId, entry.ForumId));
    }

    [Fact]
    public async Task RefusedCommand_AHundredTimes_FillsNoLog_AndHidesNothingElse()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        for (var time = 0; time < 100; time++)
            Assert.Equal("NotAllowed", await chat.TryAsync(CommandCatalogue.NewMeeting.Right, Actors.Member));

        await chat.TryAsync(CommandCatalogue.NewDeadline.Right, Actors.Member);
        await chat.TryAsync(CommandCatalogue.NewMeeting.Right, Actors.Observer);
        await chat.TryAsync(CommandCatalogue.Help.Right, Actors.Stranger);

        await using var db = board.Board.Open();
        var rows = await db.Audit.ToListAsync(TestContext.Current.CancellationToken);
        var member = board.People[Actors.Member].Id;
        Assert.InRange(rows.Count(entry => entry.UseCase == "RefuseCommand/ScheduleMeeting" && entry.ActorId == member), 20, 25);
        Assert.Single(rows, entry => entry.UseCase == "RefuseCommand/SetDeadline" && entry.ActorId == member);
        Assert.Single(rows, entry => entry.UseCase == "RefuseCommand/ScheduleMeeting" && entry.ActorId == board.People[Actors.Observer].Id);
        var stranger = rows.Where(entry => entry.UseCase == "RefuseStranger/message").MaxBy(entry => entry.Sequence);
        Assert.Equal(("UnknownPerson", null), (stranger?.Refusal, stranger?.ActorId));
        Assert.Equal(rows.Max(entry => entry.Sequence), stranger?.Sequence);
    }

    [Fact]
    public void CommandOrButtonWithAPermission_WhoseHandlerTakesNoVisit_StopsTheStart()
    {
        var button = new ButtonRight("weather.show", Permission.ReadAgenda);
        var free = new ButtonRight("weather.free", Who.OnRecord);
        var routes = new ChatRoutes(null!, null!);

        Assert.Throws<InvalidOperationException>(() => routes.OnAction(button, (_, _, _) => Task.FromResult(ChatReply.Nothing)));
        Assert.Throws<InvalidOperationException>(() => routes.OnAction(free, (_, _, _, _) => Task.FromResult(ChatReply.Nothing)));
        Assert.Throws<InvalidOperationException>(() => routes.OnActionOfAll(free, (_, _, _, _) => Task.FromResult(ChatReply.Nothing)));
        Assert.Throws<InvalidOperationException>(() => routes.OnCommand(CommandCatalogue.Agenda, (_, _, _) => Task.FromResult(ChatReply.Nothing)));
        Assert.Throws<InvalidOperationException>(() => routes.OnCommandOfAll(CommandCatalogue.Help, (_, _, _, _) => Task.FromResult(ChatReply.Nothing)));
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(Regex pattern)
    {
        var found = new List<string>();
        foreach (var file in Roots.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)))
        {
            var path = Path.GetRelativePath(Checkout.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!path.Split('/').Any(part => part is "obj" or "bin" or "node_modules") && pattern.IsMatch(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)))
                found.Add(path);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static bool IsOfTheApplication(string file) => file.StartsWith(Application, StringComparison.Ordinal);

    private static ButtonRight ButtonOf(string verb) => RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);

    [GeneratedRegex(@"(?<!gate)\.VisitAsync\(|\.VisitsAsync\(|\.VisitsOf\(|\.AccessOf\(|new ForumAccess\(|new Visit\(|ForumAccess\.OfSystem\(")]
    private static partial Regex Asks();

    /// <summary>The declarations of access themselves are the domain's.</summary>
    [GeneratedRegex(@"new ForumAccess\(|new Visit\(|ForumAccess\.OfSystem\(|\b(ForumAccess|Visit) \w+(\([^;{]*\))?\s*=>?\s*new\(")]
    private static partial Regex Builds();

    [GeneratedRegex(@"Where\(seat =>[^;]*Role == Role\.Secretariat[^;]*ToListAsync|Where\(seat => seat\.Role == Role\.Secretariat && seat\.From")]
    private static partial Regex AsksForSecretariats();

    [GeneratedRegex(@"\b(Enter|EnterAsJob|EnterAll|Meeting|Item)Async\([^;{]*\bPermission\.")]
    private static partial Regex AsksForAnother();

    [GeneratedRegex(@"(ButtonRight|Command<[\w.]+>) \w+ = new\([^;{]*\bPermission\.|using static [\w.]+\.Permission;")]
    private static partial Regex DeclaresASecond();

    [GeneratedRegex(@"Caller\.System\b(?! \{)")]
    private static partial Regex ActsByNoRow();

    [GeneratedRegex(@"\bKlyngeContext\b")]
    private static partial Regex Reads();

    [GeneratedRegex(@"\bnew CardKey\(")]
    private static partial Regex MakesACardKey();

    [GeneratedRegex(@"[iI]d\.Value\.ToString\(|\bid\.ToString\(|^\s*data\[[^;]*\bId\.Value\b|\{[\w.]*[iI]d\.Value\b", RegexOptions.Multiline)]
    private static partial Regex WritesAnId();

    [GeneratedRegex(@"\bGuid\.(Try)?Parse(Exact)?\(")]
    private static partial Regex ReadsAnId();
}
