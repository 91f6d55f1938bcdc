using Klynge.Application.Ports;
using Klynge.Application.Tests.Minutes;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures.Evidence;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Cases whose attachments are copied, in a library with a place for what is closed.</summary>
public abstract class ClosedCopiesScenario : IAsyncLifetime
{
    private protected const string Content = "Opsigelsen, første udkast";

    private protected ScriptedLinks Links { get; } = new();

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("klynge-copies-").FullName;

    private protected TestBoard Board { get; private set; } = null!;

    private protected ScriptedLibrary Library { get; private set; } = null!;

    private protected ChatFixture Chat { get; private set; } = null!;

    private protected ProcedureFixture Fixture { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync();
        Library = new ScriptedLibrary(Folder);
        Chat = new ChatFixture(Board, Library, services => services.AddSingleton<ILinkedDocuments>(Links));
        Fixture = new ProcedureFixture(Board, Chat);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Chat.Dispose();
        await Board.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private protected async Task<WrittenProcedureId> OpenAsync(params string[] links)
    {
        var draft = await Fixture.DraftAsync(form: FormOf(links));
        var opened = await Fixture.OpenAsync(draft, Board.Secretary);
        Assert.True(opened.IsSuccess, opened.Error?.Text);
        return draft;
    }

    private protected async Task CloseOffAsync(WrittenProcedureId id)
    {
        var standing = (await Fixture.ReadAsync(id)).Case;
        var links = standing.Attachments.Select(one => $"{one.Name} {one.Url}");
        var amended = await Chat.Get<AmendWrittenProcedure>().HandleAsync(
            TestBoard.As(Board.Secretary),
            new(Board.Forum.Id, id, ProcedureFixture.Form with { Attachments = string.Join('\n', links), IsClosed = true, Reason = "Personsag" }),
            default);
        Assert.True(amended.IsSuccess, amended.Error?.Text);
    }

    private protected Task MoveAsync() => Chat.Get<MoveClosedDocuments>().HandleAsync(default);

    private protected async Task<IReadOnlyList<string>> EvidenceFaultsAsync(WrittenProcedureId id, bool close = false)
    {
        if (close)
            Assert.True((await Fixture.CloseAsync(Board.Secretary, id)).IsSuccess);

        var built = await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, id), default);
        using var zip = new MemoryStream(built.Value);
        return (await EvidenceVerifier.VerifyAsync(zip, default)).Value.Faults;
    }

    private protected async Task<List<CaseVersion>> VersionsAsync(WrittenProcedureId id)
    {
        await using var db = Board.Open();
        return await db.CaseVersions.Where(version => version.ProcedureId == id).OrderBy(version => version.Version).ToListAsync();
    }

    /// <summary>Where a file lies that lay among the open ones.</summary>
    private protected async Task<string?> WhereIsAsync(string path)
    {
        await using var db = Board.Open();
        return await db.OpenCopies.Where(copy => copy.Path == path && copy.LeftAt != null).Select(copy => copy.MovesTo).FirstOrDefaultAsync();
    }

    /// <summary>Everything that lies in the library, earlier versions too.</summary>
    private protected List<string> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => file != ".lock")
            .Order(StringComparer.Ordinal),
    ];

    private protected string Link(string name, string content) => Links.Put(name, content);

    private protected static string LinkOf(string name) => $"{ScriptedLinks.Site}{Uri.EscapeDataString(name)}?web=1";

    private protected static ProcedureForm FormOf(params string[] links) =>
        ProcedureFixture.Form with { Attachments = string.Join('\n', links.Select((link, number) => $"Bilag {number + 1} {link}")) };
}
