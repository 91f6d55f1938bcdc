using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Documents.Word;
using Klynge.Domain.Calendar;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Beslutningsprotokol: who was asked, what they were shown, what each answered and when, under which rule it was decided, and who
/// confirmed it.
/// </summary>
public static class ProtocolWriter
{
    /// <param name="record">The closed case.</param>
    /// <param name="template">The look; null for ours.</param>
    public static byte[] Write(ProcedureRecord record, WordTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ProcedureWord.Write(Texts.ProtocolTitle, record, text => Content(record, text), template);
    }

    private static IEnumerable<OpenXmlElement> Content(ProcedureRecord record, WordTextWriter text) =>
    [
        WordParagraphs.Of(TemplateStyles.Kind, Texts.ProtocolTitle),
        WordParagraphs.Of(TemplateStyles.Title, record.View.Case.Title),
        WordParagraphs.Of(TemplateStyles.Subtitle, Texts.DecidedIn(record.View.Forum)),
        ProcedureWord.Facts(Texts.FactsCaption, Facts(record)),
        ProcedureWord.Heading(Texts.ResultHeading),
        .. Result(record, text),
        .. Case(record.View, text),
        .. Attachments(record.View),
        ProcedureWord.Heading(Texts.AnswersHeading),
        ProcedureWord.Table(Texts.AnswersHeading, [2400, 2000, 1800, 3154], Texts.AnswerColumns, record.View.Seats.Select(seat => Answer(record, seat, text))),
        .. History(record, text),
        .. Consulted(record, text),
    ];

    private static IEnumerable<(string, string)> Facts(ProcedureRecord record)
    {
        var procedure = record.Procedure;
        yield return (Texts.SentOutLabel, $"{DanishFormat.DateAndTime(procedure.OpenedAt!.Value)} af {record.NameOf(procedure.OpenedById)}");
        yield return (Texts.DeadlineLabel, DanishFormat.Deadline(procedure.Deadline));
        yield return (Texts.ClosedLabel, $"{DanishFormat.DateAndTime(procedure.ClosedAt!.Value)}: {Texts.Closing(procedure.ClosedBecause!.Value)}");
        yield return (Texts.RuleLabel, Texts.RuleInFull(procedure.Rules!, procedure.QuorumRule!, procedure.SeparateRecommendations));
        yield return (Texts.VersionLabel, Texts.VersionOf(procedure.Version, record.Versions[^1].FrozenAt));
        foreach (var version in record.Versions.Skip(1))
            yield return (Texts.ChangedLabel, Texts.ChangeOf(version.Version, version.FrozenAt, version.Reason));

        foreach (var move in procedure.DeadlineMoves ?? [])
            yield return (Texts.ChangedLabel, Texts.DeadlineMoveOf(move, record.NameOf(move.By)));

        yield return (Texts.ConfirmedLabel, procedure.ConfirmedAt is { } at
            ? $"{record.NameOf(procedure.ConfirmedById)}, {DanishFormat.DateAndTime(at)}"
            : Texts.NotConfirmedYet);
    }

    private static IEnumerable<OpenXmlElement> Result(ProcedureRecord record, WordTextWriter text)
    {
        var view = record.View;
        yield return WordParagraphs.Of(TemplateStyles.Decision, Texts.Result(view));
        var isOfEach = Texts.IsSaidOfEach(view.Outcomes, view.Tally!);
        if (isOfEach)
            yield return EachResult(view);

        string?[] lines = [.. isOfEach ? [] : Texts.Why(view), Texts.Count(view.Tally!), view.WithdrawalReason, view.ChairNote is { } note ? Texts.ChairSays(note) : null];
        foreach (var element in lines.SelectMany(line => text.Of(line, TextStyles.Body)))
            yield return element;
    }

    private static Table EachResult(ProcedureView view) => ProcedureWord.Table(
        Texts.ResultsCaption,
        [4800, 2000, 2554],
        Texts.ResultColumns,
        view.Outcomes!.Zip(view.Tallies).Select((one, index) => new[]
        {
            ProcedureWord.Cell($"{index + 1}. {view.Case.Recommendations[index]}"),
            ProcedureWord.Cell(DanishFormat.Capitalised(Texts.OfOne(one.First))),
            ProcedureWord.Cell(Texts.Votes(one.Second)),
        }));

    private static IEnumerable<OpenXmlElement> Case(ProcedureView view, WordTextWriter text)
    {
        if (view.Case.Summary is { } summary)
        {
            yield return ProcedureWord.Heading(Texts.SummaryHeading);
            foreach (var element in text.Of(summary, TextStyles.Body))
                yield return element;
        }

        foreach (var element in ProcedureWord.Case(view.Case, text))
            yield return element;

        yield return ProcedureWord.Heading(Texts.RecommendationHeading);
        yield return WordParagraphs.Of(TemplateStyles.RecommendationLead, Texts.That(view.Forum));
        foreach (var element in text.Recommendations(view.Case.Recommendations))
            yield return element;
    }

    private static IEnumerable<OpenXmlElement> Attachments(ProcedureView view)
    {
        if (view.Case.Attachments.Count > 0)
        {
            yield return ProcedureWord.Heading(Texts.AttachmentsHeading);
            yield return ProcedureWord.Table(Texts.AttachmentsHeading, [3600, 5754], Texts.AttachmentColumns, view.Case.Attachments
                .Select(attachment => new[] { ProcedureWord.Cell(attachment.Name), ProcedureWord.Cell(attachment.Sha256 ?? Texts.NotFrozen(attachment.Url)) }));
        }
    }

    private static TableCell[] Answer(ProcedureRecord record, SeatView seat, WordTextWriter text) =>
    [
        ProcedureWord.Cell($"{seat.Voter}\n{seat.Organisation}"),
        ProcedureWord.Cell(seat.Answer is null ? Texts.NoAnswer : Texts.Name(seat)),
        ProcedureWord.Cell(seat.AnsweredAt is { } at ? Texts.OnRecord(at) + Recorded(record, seat) : string.Empty),
        text.Cell(seat.Remarks ?? string.Empty, TemplateStyles.Person),
    ];

    private static string Recorded(ProcedureRecord record, SeatView seat)
    {
        var entry = record.Procedure.Roll.Single(candidate => candidate.MemberId == seat.MemberId);
        return entry.RecordedById is { } by ? $"\n{Texts.RecordedBy(record.NameOf(by), entry.Source!.Value)}" : string.Empty;
    }

    /// <summary>Only where there is more to tell than the last answer of each.</summary>
    private static IEnumerable<OpenXmlElement> History(ProcedureRecord record, WordTextWriter text)
    {
        if (record.Votes.Count <= record.View.Answered)
            yield break;

        var voters = record.Procedure.Roll.ToDictionary(entry => entry.Id, entry => entry.VoterName);
        yield return ProcedureWord.Heading(Texts.HistoryHeading);
        yield return ProcedureWord.Table(Texts.HistoryHeading, [2000, 2600, 2200, 2554], Texts.HistoryColumns, record.Votes.Select(vote => new[]
        {
            ProcedureWord.Cell(Texts.OnRecord(vote.CastAt)),
            ProcedureWord.Cell(voters[vote.RollEntryId]),
            ProcedureWord.Cell(record.Versions.Count == 1 ? Texts.Name(vote.Answer, vote.Answers) : $"{Texts.Name(vote.Answer, vote.Answers)} ({Texts.VersionShort(vote.Version)})"),
            text.Cell(vote.Remarks ?? string.Empty, TemplateStyles.Person),
        }));
    }

    private static IEnumerable<OpenXmlElement> Consulted(ProcedureRecord record, WordTextWriter text)
    {
        if (record.ConsultationRemarks.Count > 0)
        {
            yield return ProcedureWord.Heading(Texts.ConsultationHeading);
            yield return ProcedureWord.Table(Texts.ConsultationHeading, [3000, 6354], Texts.ConsultationColumns, record.ConsultationRemarks
                .Select(remark => new[] { ProcedureWord.Cell(record.HeardAs(remark)), text.Cell(remark.Text, TemplateStyles.Person) }));
        }
    }
}
