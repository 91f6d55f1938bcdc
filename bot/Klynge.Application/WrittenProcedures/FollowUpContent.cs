using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The item that follows a written procedure: an orientation, or the case itself with everybody's remarks.</summary>
internal static class FollowUpContent
{
    /// <param name="heard">What consulted forums had to say.</param>
    internal static AgendaItemContent Of(WrittenProcedure procedure, IReadOnlyList<string> heard) =>
        procedure.Outcome == Outcome.SentToMeeting ? TheCase(procedure, heard) : Orientation(procedure, heard);

    private static AgendaItemContent TheCase(WrittenProcedure procedure, IReadOnlyList<string> heard) => new()
    {
        Title = procedure.Case.Title,
        Kind = AgendaItemKind.Decision,
        Sections =
        [
            .. CaseSections.Of(procedure.Case, Texts.SummaryHeading, Texts.PresentationHeading),
            new(Texts.ProcedureHeading, Course(procedure)),
            .. Remarks(procedure),
            .. Heard(heard),
        ],
        Recommendations = procedure.Case.Recommendations,
        Attachments = Attachments(procedure),
        IsClosed = procedure.Case.IsClosed,
    };

    private static AgendaItemContent Orientation(WrittenProcedure procedure, IReadOnlyList<string> heard) => new()
    {
        Title = DanishText.Shorten(Texts.OrientationTitle(procedure.Case.Title), AgendaItemRules.LongestTitle),
        Kind = AgendaItemKind.Information,
        Sections = [new(null, Course(procedure)), .. Remarks(procedure), .. Heard(heard)],
        Recommendations = [Texts.OrientationRecommendation],
        Attachments = [.. procedure.Case.Attachments.Select(attachment => new AgendaAttachment(attachment.Name, attachment.ShownUrl))],
        IsClosed = procedure.Case.IsClosed,
    };

    private static string Course(WrittenProcedure procedure) => Texts.Course(
        procedure.OpenedAt!.Value, procedure.ClosedAt!.Value, procedure.Outcome!.Value, procedure.Tally());

    /// <summary>Why somebody is inhabil is between them and the record: the whole forum and the public read the agenda.</summary>
    private static IEnumerable<AgendaSection> Remarks(WrittenProcedure procedure)
    {
        var lines = procedure.Roll.OrderBy(entry => entry.Order)
            .Where(entry => entry.Remarks is not null && entry.Answer != Answer.Recused)
            .Select(entry => $"- {entry.VoterName}, {entry.Organisation} ({Texts.Name(entry.Answer!.Value)}): {entry.Remarks!.ReplaceLineEndings(" ")}")
            .ToList();
        return lines.Count == 0 ? [] : [new AgendaSection(Texts.RemarksHeading, string.Join('\n', lines))];
    }

    private static IEnumerable<AgendaSection> Heard(IReadOnlyList<string> heard) => heard.Count == 0
        ? []
        : [new AgendaSection(Texts.ConsultationAnswers, string.Join('\n', heard.Select(remark => $"- {remark.ReplaceLineEndings(" ")}")))];

    /// <summary>The meeting treats what stands there by then, not the copy.</summary>
    private static AgendaAttachment[] Attachments(WrittenProcedure procedure) =>
        [.. procedure.Case.Attachments.Select(attachment => new AgendaAttachment(attachment.Name, attachment.Url))];
}
