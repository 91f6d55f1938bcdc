using System.Globalization;
using Klynge.Documents.Files;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>One item of a document of ours.</summary>
internal sealed class TemplateItem(string heading)
{
    private readonly List<(string? Heading, List<string> Blocks)> _sections = [];
    private readonly List<string> _recommendations = [];
    private readonly List<string> _attachments = [];
    private readonly List<int> _required = [];
    private readonly List<string> _decision = [];
    private MinutesItem _facts = new() { Title = "" };

    public void Add(SourceLine line)
    {
        switch (line.Style)
        {
            case TemplateStyles.ItemFacts: ReadFacts(line.Text); break;
            case TemplateStyles.SectionHeading: _sections.Add((line.Text, [])); break;
            case TemplateStyles.RecommendationHeading or TemplateStyles.AttachmentHeading or TemplateStyles.DecisionHeading: break;
            case TemplateStyles.RecommendationLead: break;
            case TemplateStyles.Recommendation: _recommendations.Add(line.Text); break;
            case TemplateStyles.Attachment: AddAttachment(line.Text); break;
            case TemplateStyles.Decision or TemplateStyles.DecisionBullet: _decision.Add(TextOf(line)); break;
            default: AddToSection(TextOf(line)); break;
        }
    }

    /// <summary>A paragraph as a block of text, with the marks of the list it is in.</summary>
    public static string TextOf(SourceLine line)
    {
        if (line.ListLabel.Length == 0)
            return line.Style == TemplateStyles.Labelled ? ReplaceFirst(line.Text, '\t', ' ') : line.Text;

        var label = char.IsAsciiLetterOrDigit(line.ListLabel[0]) ? line.ListLabel + " " : MinutesText.Bullet;
        return $"{new string(' ', line.ListLevel * MinutesText.Indent)}{label}{line.Text}";
    }

    public MinutesItem Build()
    {
        var tab = heading.IndexOf(".\t", StringComparison.Ordinal);
        var number = tab > 0 && int.TryParse(heading.AsSpan(0, tab), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
        return _facts with
        {
            Number = number,
            Title = number is null ? heading : heading[(tab + 2)..],
            Sections = [.. _sections.Where(section => section.Blocks.Count > 0).Select(section => new MinutesSection(section.Heading, MinutesText.Join(section.Blocks)))],
            Recommendations = _recommendations,
            Attachments = _attachments,
            RequiredReading = _required,
            Decision = _decision.Count > 0 ? MinutesText.Join(_decision) : null,
        };
    }

    private void AddAttachment(string text)
    {
        var required = text.EndsWith(Texts.RequiredReading, StringComparison.Ordinal);
        _attachments.Add(required ? text[..^Texts.RequiredReading.Length] : text);
        if (required)
            _required.Add(_attachments.Count);
    }

    private void ReadFacts(string line)
    {
        var mark = line.StartsWith(Texts.Presenter, StringComparison.Ordinal) ? 0 : line.IndexOf(Texts.FactSeparator + Texts.Presenter, StringComparison.Ordinal);
        var facts = mark < 0 ? line : line[..mark];
        var times = ClockTimes.FindSlot(facts);
        _facts = _facts with
        {
            Presenter = mark < 0 ? null : line[(line.IndexOf(Texts.Presenter, mark, StringComparison.Ordinal) + Texts.Presenter.Length)..],
            Slot = times is null ? null : new MinutesSlot(times.Start, times.End),
            Minutes = ItemTitle.ReadFacts(facts.Replace(Texts.Closed, "", StringComparison.Ordinal).Trim(' ', '·'))?.Minutes,
            IsClosed = facts.Contains(Texts.Closed, StringComparison.Ordinal),
        };
    }

    private void AddToSection(string text)
    {
        if (_sections.Count == 0)
            _sections.Add((null, []));

        _sections[^1].Blocks.Add(text);
    }

    private static string ReplaceFirst(string text, char what, char by)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..at]}{by}{text[(at + 1)..]}";
    }
}
