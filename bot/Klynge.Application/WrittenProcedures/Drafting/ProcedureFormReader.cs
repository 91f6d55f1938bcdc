using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>Reads a form into a case, and collects what is wrong field by field, so that a person sees all of it at once.</summary>
internal sealed class ProcedureFormReader(Forum forum, Instant now)
{
    private const int MaxLinkLength = 400;
    private const int MaxAttachmentNameLength = 120;

    private readonly Dictionary<string, string> _wrong = new(StringComparer.Ordinal);

    /// <returns>The case and its deadline, or <see cref="DraftInvalid"/>.</returns>
    internal Result<(CaseText Text, Instant Deadline)> Read(ProcedureForm form, bool isClosed)
    {
        var text = new CaseText
        {
            Title = Text(ProcedureForm.TitleField, form.Title, new(Texts.TheTitle, CaseText.MaxTitleLength)),
            Summary = NullIfEmpty(Text(
                ProcedureForm.SummaryField, form.Summary, new(Texts.TheSummary, CaseText.MaxSummaryLength, Optional: true, Multiline: true))),
            Presentation = Text(
                ProcedureForm.PresentationField, form.Presentation, new(Texts.ThePresentation, CaseText.MaxPresentationLength, Multiline: true)),
            Recommendations = Recommendations(form.Recommendations),
            Attachments = Attachments(form.Attachments),
            IsClosed = isClosed,
        };
        var deadline = Deadline(form);
        return _wrong.Count == 0 ? (text, deadline) : new DraftInvalid(_wrong);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static List<string> Lines(string text) =>
        [.. DanishText.CleanLines(text).Split('\n').Select(DanishText.Clean).Where(line => line.Length > 0)];

    private string Text(string field, string typed, TextLimit limit)
    {
        if (DanishText.Clean(typed, limit).TryGet(out var text, out var error))
            return text;

        _wrong[field] = error.Text;
        return string.Empty;
    }

    private IReadOnlyList<string> Recommendations(string typed)
    {
        var lines = RecommendationLines.Read(typed);
        if (lines.Count == 0)
            _wrong[ProcedureForm.RecommendationsField] = Texts.RecommendationMissing;
        else if (lines.Count > CaseText.MaxRecommendations)
            _wrong[ProcedureForm.RecommendationsField] = Texts.TooManyRecommendations(lines.Count);
        else if (lines.FirstOrDefault(line => line.Length > CaseText.MaxRecommendationLength) is { } line)
            _wrong[ProcedureForm.RecommendationsField] = Texts.RecommendationTooLong(line.Length);

        return lines;
    }

    private List<CaseAttachment> Attachments(string typed)
    {
        var lines = Lines(typed);
        if (lines.Count > CaseText.MaxAttachments)
        {
            _wrong[ProcedureForm.AttachmentsField] = Texts.TooManyAttachments(lines.Count);
            return [];
        }

        return lines.ConvertAll(Attachment);
    }

    private CaseAttachment Attachment(string line)
    {
        var at = line.LastIndexOf(' ') + 1;
        var word = line[at..];
        if (!word.Contains("://", StringComparison.Ordinal))
        {
            if (line.Contains("://", StringComparison.Ordinal))
                _wrong[ProcedureForm.AttachmentsField] = Texts.LinkMustBeLast;

            return new CaseAttachment(DanishText.Shorten(line, MaxAttachmentNameLength));
        }

        if (!Uri.TryCreate(word, UriKind.Absolute, out var url) || !IsSafe(url) || word.Length > MaxLinkLength)
        {
            _wrong[ProcedureForm.AttachmentsField] = Texts.LinkMustBeHttps;
            return new CaseAttachment(line);
        }

        var name = line[..at].Trim(' ', '–', '-', ':');
        return new CaseAttachment(DanishText.Shorten(name.Length == 0 ? url.Host : name, MaxAttachmentNameLength), url.AbsoluteUri);
    }

    /// <summary>https, or our own pages on this machine, where there is no certificate.</summary>
    private static bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    private Instant Deadline(ProcedureForm form)
    {
        var date = LocalDatePattern.Iso.Parse(form.Date.Trim());
        var time = ProcedureForm.TimePattern.Parse(form.Time.Trim());
        if (!date.Success)
            _wrong[ProcedureForm.DateField] = Texts.DateMissing;

        if (!time.Success)
            _wrong[ProcedureForm.TimeField] = Texts.TimeMissing;

        if (!date.Success || !time.Success)
            return default;

        var deadline = DanishTime.ToInstant(date.Value, time.Value);
        if (OpeningRules.Check(forum, deadline, now) is { } error)
            _wrong[ProcedureForm.DateField] = error.Text;

        return deadline;
    }
}
