using Klynge.Application.Ports;
using Klynge.Microsoft365.Documents;

namespace Klynge.Microsoft365.Tests.Documents;

public sealed class SetUpLibrariesTests : IAsyncLifetime
{
    private SharePointFixture _fixture = null!;

    private SetUpLibraries Libraries => _fixture.Get<SetUpLibraries>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Plan_NamesWhatIsMissing_AndChangesNothing()
    {
        _fixture.Drives.Library.Columns["KlyngeStatus"] = "Vores status";

        var plan = (await Libraries.PlanAsync(Ct)).Value;

        Assert.Equal(["Forum", "Mødedato", "Sagsnummer"], plan.Select(column => column.Title));
        Assert.All(_fixture.Graph.StandIn.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Apply_MakesThemOnce()
    {
        Assert.Equal(4, (await Libraries.ApplyAsync((await Libraries.PlanAsync(Ct)).Value, Ct)).Value);

        Assert.Empty(LibraryColumns.All.Except(_fixture.Drives.Library.Columns.Keys));
        Assert.Empty((await Libraries.PlanAsync(Ct)).Value);
    }

    [Fact]
    public async Task Apply_WithTheRoleWriteAlone_SaysWhichRoleItTakes()
    {
        var plan = (await Libraries.PlanAsync(Ct)).Value;
        _fixture.Drives.Site.Role = "write";

        var error = (await Libraries.ApplyAsync(plan, Ct)).Error;

        Assert.Contains("manage", Assert.IsType<ColumnsNeedManage>(error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForumsOfTheirOwn_GoToTheirOwnLibraries()
    {
        await using var fixture = await SharePointFixture.StartAsync(
            ("Klynge:SharePoint:Forums:0:Name", "Driftsforum"), ("Klynge:SharePoint:Forums:0:Library", "Drift"));
        var own = fixture.Drives.Site.Add("Drift", "Drift");
        var path = Application.Documents.DocumentPath.ForMinutes("Driftsforum", new NodaTime.LocalDate(2026, 2, 3));

        await fixture.Library.StoreAsync(path, "en"u8.ToArray(), null, Ct);
        await fixture.Library.StoreAsync(SharePointFixture.Minutes, "to"u8.ToArray(), null, Ct);

        Assert.NotNull(own.Find(path.ToString()));
        Assert.NotNull(fixture.File(SharePointFixture.Minutes));
        Assert.Equal(["Drift", "Dokumenter"], (await fixture.Get<SetUpLibraries>().PlanAsync(Ct)).Value
            .Select(column => column.Library.Contains("Drift", StringComparison.Ordinal) ? "Drift" : "Dokumenter").Distinct().Order(StringComparer.Ordinal).Reverse());
    }
}
