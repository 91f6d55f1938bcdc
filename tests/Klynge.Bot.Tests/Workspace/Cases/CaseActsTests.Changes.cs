using System.Net;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Klynge.Bot.Tests.Workspace.Cases;

/// <summary>A case that is out: changed, its deadline moved, another's answer put on record, a seat left to its substitute.</summary>
public sealed partial class CaseActsTests
{
    [Fact]
    public async Task OpenCase_IsChanged_WithAReason_AndEverybodyAnswersAgain()
    {
        var id = await SentAsync();
        await AnswerAsync(PersonOf(Role.CoChair), id, "approve");
        Assert.Contains($"/sager/{id}/aendr", (await LookAsync(Secretary, $"/sager/{id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/sager/{id}/aendr", (await LookAsync(PersonOf(Role.Member), $"/sager/{id}")).Body, StringComparison.Ordinal);
        Assert.Contains("Fælles indkøb", (await LookAsync(Secretary, $"/sager/{id}/aendr")).Body, StringComparison.Ordinal);

        var unsaid = await PostAsync(Secretary, $"/sager/{id}/aendr", [.. Fields(), ("version", "1"), ("summary", "Prisen er en <anden>.")]);
        Assert.Equal(HttpStatusCode.Conflict, unsaid.Status);
        Assert.Contains("Prisen er en <anden>.", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"reason-fejl\"", unsaid.Body, StringComparison.Ordinal);

        var changed = await PostAsync(Secretary, $"/sager/{id}/aendr", [.. Fields(), ("version", "1"), ("summary", "Prisen er en anden."), ("reason", "Tilbuddet er rettet.")]);
        Assert.Equal((HttpStatusCode.SeeOther, $"/sager/{id}"), (changed.Status, changed.Location));

        await using var db = await OpenAsync();
        var procedure = await db.WrittenProcedures.Include(one => one.Roll).SingleAsync(one => one.Id == new WrittenProcedureId(id), Ct);
        Assert.Equal((2, "Prisen er en anden."), (procedure.Version, procedure.Case.Summary));
        Assert.All(procedure.Roll, entry => Assert.Null(entry.Answer));
        Assert.Equal(1, await db.Audit.CountAsync(row => row.UseCase == nameof(AmendWrittenProcedure) && row.Refusal == null && row.SubjectId == id, Ct));
    }

    [Fact]
    public async Task Deadline_IsMovedAlone_AndTheAnswersStand()
    {
        var id = await SentAsync();
        await AnswerAsync(PersonOf(Role.CoChair), id, "approve");
        var later = LocalDatePattern.Iso.Format(LocalDatePattern.Iso.Parse(Fields().Single(field => field.Name == "date").Value).Value.PlusDays(14));
        (string, string)[] moved = [.. Fields().Where(field => field.Name != "date"), ("date", later), ("version", "1"), ("onlyDeadline", "true")];

        var textToo = await PostAsync(Secretary, $"/sager/{id}/aendr", [.. moved, ("summary", "Og noget andet.")]);
        Assert.Equal(HttpStatusCode.Conflict, textToo.Status);
        Assert.Contains("Og noget andet.", textToo.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/aendr", moved)).Status);

        await using var db = await OpenAsync();
        var procedure = await db.WrittenProcedures.Include(one => one.Roll).SingleAsync(one => one.Id == new WrittenProcedureId(id), Ct);
        Assert.Equal((1, later), (procedure.Version, LocalDatePattern.Iso.Format(DanishTime.ToDanish(procedure.Deadline).Date)));
        Assert.Equal(Answer.Approve, procedure.Roll.Single(entry => entry.MemberId.Value.ToString("N") == SeatOf(Role.CoChair)).Answer);
    }

    [Fact]
    public async Task ChangeOfACaseThatAnotherHasChanged_ShowsBoth_AndOfOneThatIsClosed_KeepsTheWords()
    {
        var id = await SentAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/aendr", [.. Fields(), ("version", "1"), ("summary", "Den første."), ("reason", "Rettet.")])).Status);

        var late = await PostAsync(PersonOf(Role.CoChair), $"/sager/{id}/aendr", [.. Fields(), ("version", "1"), ("summary", "Den anden."), ("reason", "Rettet igen.")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.All(["Den første.", "Den anden.", "Rettet igen."], words => Assert.Contains(words, late.Body, StringComparison.Ordinal));

        await PostAsync(Secretary, $"/sager/{id}/luk");
        var closed = await PostAsync(Secretary, $"/sager/{id}/aendr", [.. Fields(), ("summary", "For sent."), ("reason", "Rettet.")]);
        Assert.Equal(HttpStatusCode.Conflict, closed.Status);
        Assert.Contains("For sent.", closed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<button type=\"submit\">Send igen", closed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await GoAsync(Secretary, $"/sager/{id}/aendr")).Status);
    }

    [Fact]
    public async Task AnswerByTelephone_IsOnRecord_WithWhoGaveIt_AndHowItCame()
    {
        var id = await SentAsync();
        var seat = SeatOf(Role.Member);
        Assert.DoesNotContain("svar-for", (await LookAsync(PersonOf(Role.CoChair), $"/sager/{id}")).Body, StringComparison.Ordinal);

        var unsaid = await PostAsync(Secretary, $"/sager/{id}/svar-for", ("seat", seat), ("answer", "reject"), ("remarks", "For dyrt, sagde hun."));
        Assert.Equal(HttpStatusCode.Conflict, unsaid.Status);
        Assert.Contains("For dyrt, sagde hun.", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains("Vælg, hvem der har svaret", unsaid.Body, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{seat}\" selected", unsaid.Body, StringComparison.Ordinal);

        var done = await PostAsync(Secretary, $"/sager/{id}/svar-for", ("version", "1"), ("seat", seat), ("answer", "remarks"), ("source", "phone"), ("remarks", "Husk økonomien."));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(PersonOf(Role.CoChair), $"/sager/{id}/svar-for", ("version", "1"), ("seat", seat), ("answer", "approve"), ("source", "phone"))).Status);

        await using var db = await OpenAsync();
        var entry = await db.RollEntries.SingleAsync(one => one.ProcedureId == new WrittenProcedureId(id) && one.MemberId == new MemberId(Guid.Parse(seat)), Ct);
        Assert.Equal((Answer.ApproveWithRemarks, VoteSource.Phone, "Husk økonomien."), (entry.Answer, entry.Source, entry.Remarks));
        Assert.Equal(1, await db.Audit.CountAsync(row => row.UseCase == nameof(RecordVote) && row.Refusal == null && row.SubjectId == id, Ct));
    }

    [Fact]
    public async Task DemandForAMeetingByMail_IsAskedAboutOnce()
    {
        var id = await SentAsync();
        (string, string)[] demand = [("version", "1"), ("seat", SeatOf(Role.Member)), ("answer", "meeting"), ("source", "mail"), ("remarks", "Vi skal tale om den.")];

        var asked = await PostAsync(Secretary, $"/sager/{id}/svar-for", demand);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("name=\"sure\" value=\"true\"", asked.Body, StringComparison.Ordinal);
        Assert.Contains("Vi skal tale om den.", asked.Body, StringComparison.Ordinal);
        Assert.Equal(ProcedureStatus.Open, await StatusAsync(id));
        Assert.DoesNotContain("name=\"sure\"", (await PostAsync(Secretary, $"/sager/{id}/svar-for", [.. demand, ("sure", "true"), ("tilbage", "true")])).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/svar-for", [.. demand, ("sure", "true")])).Status);
        Assert.Equal(ProcedureStatus.Closed, await StatusAsync(id));
    }

    [Fact]
    public async Task Seat_IsLeftToItsSubstitute_ByTheSecretariat()
    {
        await using var db = await OpenAsync();
        var seat = await db.Members.Include(one => one.Substitutes).FirstAsync(one => one.ForumId == _forum.Id && one.Role == Role.Member && one.HasVote && one.Substitutes.Count > 0, Ct);
        var id = await SentAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(Secretary, $"/sager/{id}/plads", ("seat", Guid.NewGuid().ToString("N")))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Secretary, $"/sager/{id}/plads", ("seat", seat.Id.Value.ToString("N")))).Status);

        var entry = await db.RollEntries.SingleAsync(one => one.ProcedureId == new WrittenProcedureId(id) && one.MemberId == seat.Id, Ct);
        Assert.Equal(seat.SubstituteIds[0], entry.VoterId);
        Assert.Equal(1, await db.Audit.CountAsync(row => row.UseCase == nameof(GiveUpSeat) && row.Refusal == null && row.SubjectId == id, Ct));
    }

    private async Task<(HttpStatusCode Status, string? Location)> GoAsync(Bot.Workbench.WorkbenchPerson person, string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Client.BaseAddress!, address));
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person.Id)}");
        using var answer = await client.SendAsync(request, Ct);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
