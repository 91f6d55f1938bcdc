using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Application.Data.Conversion;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>
/// The lists of an evidence package: plain names and values that need no code of ours to be read. The check makes them anew from the rows of the
/// audit log by the same functions, and so finds each value that is another one.
/// </summary>
internal static class EvidenceRows
{
    private static readonly JsonSerializerOptions Indented = new(JsonColumn.Options) { WriteIndented = true };

    /// <param name="vote">The answer.</param>
    /// <param name="seat">Whose seat it was given for.</param>
    internal static object Of(Vote vote, RollEntry seat) => new
    {
        id = vote.Id.Value,
        seat = vote.RollEntryId.Value,
        name = seat.Name,
        version = vote.Version,
        answer = Texts.Name(vote.Answer),
        answers = vote.Answers?.Select((answer, index) => new { recommendation = index + 1, answer = Texts.Name(answer) }),
        remarks = vote.Remarks,
        by = vote.CastById.Value,
        at = vote.CastAt,
        source = vote.Source,
        recordedBy = vote.RecordedById?.Value,
    };

    internal static object Of(RollEntry entry) => new
    {
        seat = entry.Id.Value,
        memberId = entry.MemberId.Value,
        personId = entry.PersonId.Value,
        name = entry.Name,
        organisation = entry.Organisation,
        sector = entry.Sector,
        order = entry.Order,
        voterId = entry.VoterId.Value,
        substitute = entry.SubstituteName,
        voter = entry.SubstituteName is { } substitute ? Texts.StandsInFor(substitute, entry.Name) : entry.Name,
        givenUpAt = entry.GivenUpAt,
        answer = entry.Answer,
        answerInWords = entry.Answer is { } answer ? Texts.Name(answer, entry.Answers) : Texts.NoAnswer,
        answers = entry.Answers,
        remarks = entry.Remarks,
        answeredAt = entry.AnsweredAt,
        answeredBy = entry.AnsweredById?.Value,
        source = entry.Source,
        recordedBy = entry.RecordedById?.Value,
    };

    internal static object Of(int recommendation, Outcome outcome, Tally tally) => new
    {
        recommendation,
        result = Texts.OfOne(outcome),
        votesFor = tally.For,
        votesAgainst = tally.Against,
        silent = tally.Silent,
        recused = tally.Recused,
    };

    internal static object Of(CaseVersion version) => new
    {
        version = version.Version,
        text = version.Case,
        deadline = version.Deadline,
        frozenAt = version.FrozenAt,
        frozenBy = version.FrozenById.Value,
        reason = version.Reason,
    };

    internal static object Of(AuditEntry entry)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        return new
        {
            sequence = entry.Sequence,
            at = entry.At.ToString(),
            useCase = entry.UseCase,
            actor = entry.ActorId?.Value,
            activity = entry.ActivityKey,
            refusal = entry.Refusal,
            changes = changes.RootElement.Clone(),
            hash = Convert.ToHexStringLower(entry.Hash),
        };
    }

    internal static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);
}

/// <summary>The names of the files in an evidence package.</summary>
internal static class EvidenceNames
{
    internal const string Index = "indeks.html";
    internal const string Protocol = "beslutningsprotokol.docx";
    internal const string ProtocolPdf = "beslutningsprotokol.pdf";
    internal const string Remarks = "bemaerkninger.docx";
    internal const string Answers = "sag/svar.json";
    internal const string Roll = "sag/stemmeliste.json";
    internal const string Results = "sag/resultat.json";
    internal const string DeadlineMoves = "sag/svarfrist.json";

    /// <summary>The rows once more, with their changes unpacked for whoever reads them.</summary>
    internal const string ReadableAudit = "revisionsspor.json";

    internal const string Attachments = "bilag/";

    internal static string Version(int version) => $"sag/udgave-{version}.json";

    internal static string Document(ProcedureDocumentKind kind) => kind == ProcedureDocumentKind.Protocol ? Protocol : Remarks;
}
