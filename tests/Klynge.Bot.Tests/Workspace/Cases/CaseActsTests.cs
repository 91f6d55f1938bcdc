using System.Net;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Cases;

/// <summary>A written procedure from its pages over HTTP: written, sent out, answered, closed, confirmed; and what is refused loses no word.</summary>
public sealed partial class CaseActsTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Forum _forum = null!;
    private List<ForumMember> _seats = [];
    private IReadOnlyList<WorkbenchPerson> _people = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        _people = (await _host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await OpenAsync();
        _forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        _seats = await db.Members.Include(seat => seat.Person).Where(seat => seat.ForumId == _forum.Id).OrderBy(seat => seat.Order).ToListAsync(Ct);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Case_IsWrittenSentAnsweredClosedAndConfirmed()
    {
        var id = await WriteAsync();
        Assert.Contains("Sådan bliver sagen sendt ud.", (await LookAsync(Secretary, $"/sager/{id}")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/send", ("version", "1"))).Status);
        var (chair, ballot) = (PersonOf(Role.CoChair), await LookAsync(PersonOf(Role.CoChair), $"/sager/{id}"));
        Assert.Contains("value=\"approve\"", ballot.Body, StringComparison.Ordinal);
        Assert.True(ballot.Body.IndexOf("Godkender aftalen", StringComparison.Ordinal) < ballot.Body.IndexOf("value=\"approve\"", StringComparison.Ordinal));
        Assert.Single(Regex.Matches(ballot.Body, "Du har ikke svaret endnu"));
        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(chair, id, "approve")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/luk")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(chair, $"/sager/{id}/bekraeft", ("note", "God sag."))).Status);

        await using var db = await OpenAsync();
        var procedure = await db.WrittenProcedures.SingleAsync(one => one.Id == new WrittenProcedureId(id), Ct);
        Assert.Equal((ProcedureStatus.Closed, "God sag."), (procedure.Status, procedure.ChairNote));
        Assert.NotNull(procedure.ConfirmedAt);
        var acts = await db.Audit.Where(row => row.Refusal == null && row.SubjectId == id).OrderBy(row => row.Sequence).Select(row => row.UseCase).ToListAsync(Ct);
        Assert.Equal([nameof(OpenWrittenProcedure), "CastVote", "CloseWrittenProcedure", "ConfirmResult"], acts.Where(act => !act.StartsWith("Store", StringComparison.Ordinal)));
    }

    /// <summary>The same form sent twice makes one draft.</summary>
    [Fact]
    public async Task Form_SentTwice_MakesOneDraft()
    {
        var own = Guid.NewGuid();
        await WriteAsync(own);
        await WriteAsync(own);

        await using var db = await OpenAsync();
        Assert.Equal(new WrittenProcedureId(own), (await db.WrittenProcedures.SingleAsync(one => one.ForumId == _forum.Id, Ct)).Id);
    }

    [Fact]
    public async Task WrongForm_KeepsEveryWord_AndSaysAtItsFieldWhatIsWrong()
    {
        var answer = await PostAsync(
            Secretary, "/fora/chefforum/sager", ("ny", Guid.NewGuid().ToString()), ("title", "Fælles indkøb"), ("presentation", "Først <b>det ene</b>.\nSå det andet."), ("date", "i morgen"), ("time", "12.00"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        foreach (var kept in new[] { "value=\"Fælles indkøb\"", "Først <b>det ene</b>.\nSå det andet.", "value=\"i morgen\"", "value=\"12.00\"", "Vælg den dag, svarene skal være inde.", "Skriv mindst én linje" })
            Assert.Contains(kept, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftThatAnotherHasSaved_IsNotOverwritten_AndBothTextsAreShown()
    {
        var id = await WriteAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/ret", [.. Fields(), ("version", "1"), ("summary", "Den første.")])).Status);

        var late = await PostAsync(PersonOf(Role.CoChair), $"/sager/{id}/ret", [.. Fields(), ("version", "1"), ("summary", "Den anden.")]);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Den anden.", late.Body, StringComparison.Ordinal);
        Assert.Contains("Den første.", late.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", late.Body, StringComparison.Ordinal);
    }

    /// <summary>What takes the case from everybody is asked about once more, and the reason that was typed is there still.</summary>
    [Fact]
    public async Task DemandForAMeeting_IsAskedAboutFirst()
    {
        var id = await SentAsync();
        var chair = PersonOf(Role.CoChair);

        var asked = await AnswerAsync(chair, id, "meeting", ("remarks", "Vi skal tale om den."));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Kræv mødebehandling?", asked.Body, StringComparison.Ordinal);
        Assert.Contains("Vi skal tale om den.", asked.Body, StringComparison.Ordinal);
        Assert.Equal(ProcedureStatus.Open, await StatusAsync(id));

        var back = await AnswerAsync(chair, id, "meeting", ("remarks", "Vi skal tale om den."), ("sure", "true"), ("tilbage", "true"));
        Assert.Contains("Vi skal tale om den.", back.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"approve\"", back.Body, StringComparison.Ordinal);
        Assert.Equal(ProcedureStatus.Open, await StatusAsync(id));

        Assert.Equal(HttpStatusCode.SeeOther, (await AnswerAsync(chair, id, "meeting", ("remarks", "Vi skal tale om den."), ("sure", "true"))).Status);
        Assert.Equal(ProcedureStatus.Closed, await StatusAsync(id));
    }

    [Fact]
    public async Task AnswerThatIsRefused_KeepsTheRemarks_AndIsNoAnswer()
    {
        var id = await SentAsync();
        var chair = PersonOf(Role.CoChair);

        var refused = await AnswerAsync(chair, id, "reject");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Body, StringComparison.Ordinal);
        var old = await PostAsync(chair, $"/sager/{id}/svar", ("version", "7"), ("answer", "reject"), ("remarks", "For dyrt."), ("seat", SeatOf(Role.CoChair)));
        Assert.Equal(HttpStatusCode.Conflict, old.Status);
        Assert.Contains("For dyrt.", old.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await AnswerAsync(chair, id, "made-up")).Status);

        await using var db = await OpenAsync();
        Assert.False(await db.Votes.AnyAsync(vote => vote.ProcedureId == new WrittenProcedureId(id), Ct));
    }

    /// <summary>Another's seat in the form is nobody's: the vote is whoever sends it.</summary>
    [Fact]
    public async Task AnswerForAnothersSeat_IsRefused()
    {
        var id = await SentAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(PersonOf(Role.CoChair), $"/sager/{id}/svar", ("version", "1"), ("answer", "approve"), ("seat", SeatOf(Role.Member)))).Status);
    }

    [Fact]
    public async Task Withdrawn_WithoutAReason_IsAskedFor()
    {
        var id = await SentAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(Secretary, $"/sager/{id}/traek", ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/traek", ("reason", "Den skal skrives om."))).Status);
        Assert.Contains("Den skal skrives om.", (await LookAsync(PersonOf(Role.Member), $"/sager/{id}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_IsThrownAway_AndNobodyWasToldOfIt()
    {
        var id = await WriteAsync();

        var thrown = await PostAsync(Secretary, $"/sager/{id}/traek", ("draft", "true"));

        Assert.Equal((HttpStatusCode.SeeOther, "/arbejdsbord"), (thrown.Status, thrown.Location));
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(PersonOf(Role.Member), $"/sager/{id}")).Status);
    }

    private WorkbenchPerson Secretary => PersonOf(Role.Secretariat);

    private WorkbenchPerson PersonOf(Role role) => _people.Single(person => person.AadObjectId == _seats.First(seat => seat.Role == role).Person.EntraObjectId);

    private string SeatOf(Role role) => _seats.First(seat => seat.Role == role).Id.Value.ToString("N");

    private (string Name, string Value)[] Fields()
    {
        var form = ProcedureForm.Empty(_forum, "Fælles indkøb", DanishTime.Today(SystemClock.Instance));
        return [("title", form.Title), ("presentation", "De fire kommuner køber ind sammen."), ("recommendations", "Godkender aftalen"), ("date", form.Date), ("time", form.Time)];
    }

    private async Task<Guid> WriteAsync(Guid? own = null)
    {
        var saved = await PostAsync(Secretary, "/fora/chefforum/sager", [.. Fields(), ("ny", (own ?? Guid.NewGuid()).ToString())]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        return Guid.Parse(Case().Match(saved.Location!).Groups["id"].Value);
    }

    private async Task<Guid> SentAsync()
    {
        var id = await WriteAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/send", ("version", "1"))).Status);
        return id;
    }

    private Task<FormAnswer> AnswerAsync(WorkbenchPerson voter, Guid id, string answer, params (string Name, string Value)[] more)
    {
        var seat = _seats.First(one => one.Person.EntraObjectId == voter.AadObjectId).Id.Value.ToString("N");
        return PostAsync(voter, $"/sager/{id}/svar", [("version", "1"), ("seat", seat), ("answer", answer), .. more]);
    }

    private Task<FormAnswer> PostAsync(WorkbenchPerson person, string address, params (string Name, string Value)[] fields) =>
        _host.PostAsync(address, person.Id, person.AadObjectId, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<ProcedureStatus> StatusAsync(Guid id)
    {
        await using var db = await OpenAsync();
        return (await db.WrittenProcedures.SingleAsync(one => one.Id == new WrittenProcedureId(id), Ct)).Status;
    }

    private async Task<(HttpStatusCode Status, string Body)> LookAsync(WorkbenchPerson person, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person.Id)}");
        using var answer = await _host.Client.SendAsync(request, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    private Task<KlyngeContext> OpenAsync() => _host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);

    [GeneratedRegex("^/sager/(?<id>[0-9a-f-]{36})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Case();
}
