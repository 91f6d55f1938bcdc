using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>Tables as a secretariat has them lying about: what is meant is done, what is doubtful is asked about, and nobody is made up.</summary>
public sealed class PastedTablesTests : IAsyncLifetime
{
    private TestBoard _board = null!;
    private ReadMemberTable _read = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _read = new ReadMemberTable(_board.Contexts, _board.Clock);
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    /// <summary>The edits that are meant, in their order: who comes, and how many seats are changed.</summary>
    [Theory]
    [InlineData("Medlemsliste for Chefforum pr. 1. januar 2026\n\nNavn\tOrganisation\tRolle\nKaren Ravn\tRegion Fjordlandet\tMedformand\nIda Lund\tEgholt Kommune\tMedlem\n", "Ida Lund", 1)]
    [InlineData("Navn\tRolle\tListe\nMads\u00a0 Holt\tMEDLEM\tA\n", "", 1)]
    [InlineData("Navn;Funktion;Udpeget af;E-mail;Tiltrådt;Fratrådt\r\nBirthe Ø. Lund-Kjær;Næstformand;Egholt Kommune;birthe@egholt.example;1. februar 2026;31-12-2029\r\n", "Birthe Ø. Lund-Kjær", 0)]
    [InlineData("Navn:\tStilling:\tRepræsenterer:\tHverv:\nIda Lund\tCentersygeplejerske\tEgholt Kommune\tObservatør\n\n\nMads Holt\t\tBirkelse Kommune\tMedlem\n", "Ida Lund", 1)]
    public async Task Table_ThatSaysWhatItMeans_IsDone(string text, string added, int changed)
    {
        var reading = await ReadAsync(text);

        Assert.Empty(reading.Questions);
        Assert.Equal(added, string.Join(", ", reading.Change.Seats.OfType<SeatEdit.Add>().Select(edit => edit.Who.Name)));
        Assert.Equal(changed, reading.Change.Seats.OfType<SeatEdit.Change>().Count());
    }

    [Theory]
    [InlineData("Navn\tRolle\tOrganisation\tTelefon\nIda Lund\tMedlem\tEgholt Kommune\t+45 12 34 56 78\n")]
    [InlineData("Navn,Rolle,Organisation\nIda Lund,medlem,Egholt Kommune\n")]
    [InlineData("Navn\tOrganisation\tRolle\nRavn, Karen\tRegion Fjordlandet\tMedformand\n")]
    [InlineData("Navn\tRolle\tOrganisation\tSuppleanter\nIda Lund\tMedlem\tEgholt Kommune\t1. Bo Friis, 2. Eva Holm\n")]
    [InlineData("Navn\tRolle\tOrganisation\tFra\nIda Lund\tMedlem\tEgholt Kommune\t01.01.26\n")]
    [InlineData("Navn\tRolle\tOrganisation\nVakant\tMedlem\tEgholt Kommune\n")]
    [InlineData("Navn\tRolle\tOrganisation\nIda Lund\tMedlem\tEgholt Kommune\nI alt\t7 medlemmer\t\n")]
    public async Task Table_ThatIsDoubtful_IsAskedAbout_AndNothingIsDone(string text)
    {
        var (questions, edits) = MemberTable.Read(text).TryGet(out var table, out var error)
            ? await _read.HandleAsync(TestBoard.As(_board.Secretary), _board.Forum.Id, table, endsOthers: false, Ct) is { Value: var reading } ? (reading.Questions, reading.Change.Seats.Count) : ([], -1)
            : ([error.Text], 0);

        TestContext.Current.SendDiagnosticMessage(string.Join(" | ", questions));
        Assert.NotEmpty(questions);
        Assert.Equal(0, edits);
    }

    private async Task<TableReading> ReadAsync(string text) =>
        (await _read.HandleAsync(TestBoard.As(_board.Secretary), _board.Forum.Id, MemberTable.Read(text).Value, endsOthers: false, Ct)).Value;
}
