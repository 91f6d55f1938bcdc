using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

/// <summary>A closed case with its protocol in the library: three for, one against by mail, one who changed her mind; sent to a meeting, for the forum wants consensus.</summary>
public abstract class EvidenceScenario : ProcedureTest
{
    internal const string Tenant = "11111111-2222-3333-4444-555555555555";

    private protected async Task CloseAsync(WrittenProcedureId? id = null)
    {
        var procedure = id ?? Case;
        await CastAsync(Board.Chair, procedure, Answer.Reject, "Først imod");
        Board.Clock.Advance(NodaTime.Duration.FromSeconds(61));
        await CastAsync(Board.Chair, procedure, Answer.Approve, null);
        await CastAsync(Board.Member, procedure, Answer.ApproveWithRemarks, "Flere pladser");
        await CastAsync(Board.OtherMember, procedure, Answer.Approve, null);
        var seat = (await Fixture.ReadAsync(procedure)).Roll.Single(one => one.PersonId == Board.Doctor.Id);
        var recorded = new RecordVoteRequest(Board.Forum.Id, procedure, seat.MemberId, Answer.Reject, VoteSource.Mail, "For dyrt");
        Assert.True((await Chat.Get<RecordVote>().HandleAsync(TestBoard.As(Board.Secretary) with { Known = Account(Board.Secretary) }, recorded, default)).IsSuccess);
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(11));
        Assert.Equal(1, await Chat.Get<CloseDueProcedures>().HandleAsync(default));
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
    }

    private protected async Task<byte[]> BuildAsync(WrittenProcedureId? id = null)
    {
        var built = await Chat.Get<BuildEvidence>().HandleAsync(TestBoard.As(Board.Secretary), new BuildEvidenceRequest(Board.Forum.Id, id ?? Case), default);
        Assert.True(built.IsSuccess, built.Error?.Text);
        return built.Value;
    }

    private protected async Task<byte[]> ClosedPackageAsync()
    {
        await CloseAsync();
        return await BuildAsync();
    }

    private protected async Task<string> ProtocolFileAsync()
    {
        await using var db = Board.Open();
        return Path.Combine(Chat.Documents, (await db.ProcedureDocuments.SingleAsync(one => one.Kind == ProcedureDocumentKind.Protocol && one.ProcedureId == Case)).Path);
    }

    private protected static async Task<IReadOnlyList<string>> FaultsAsync(byte[] package) => (await Forgery.VerifyAsync(package)).Value.Faults;

    private protected async Task CastAsync(Person by, WrittenProcedureId procedure, Answer answer, string? remarks)
    {
        var caller = TestBoard.As(by, $"msteams/a:1/{Guid.NewGuid():N}") with { Known = Account(by) };
        var cast = await Chat.Get<CastVote>().HandleAsync(caller, new CastVoteRequest(Board.Forum.Id, procedure, 1, answer, remarks), default);
        Assert.True(cast.IsSuccess, cast.Error?.Text);
    }

    private protected static SignedInAs Account(Person person) => new(Tenant, $"konto-{person.Key}", "msteams");
}
