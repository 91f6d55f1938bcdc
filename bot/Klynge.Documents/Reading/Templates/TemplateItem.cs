using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Files;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.Items;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Templates;

/// <summary>One item of a document of ours.</summary>
internal sealed partial class TemplateItem(string heading)
{
    private readonly List<(string? Heading, TemplateText Text)> _sections = [];
    private readonly List<TemplateText> _recommendations = [];
    private readonly List<string> _attachments = [];
    private readonly List<int> _required = [];
    private readonly TemplateText _decision = new();
    private MinutesItem _facts = new() { Title = "" };

    /// <summary>Where a table and a sub-heading belong, whose styles are the same in every part.</summary>
    private TemplateText? _open;

    public void Add(SourceLine line)
    {
        switch (line.Style)
        {
            case TemplateStyles.ItemFacts: ReadFacts(line.Text); break;
            case TemplateStyles.SectionHeading: OpenSection(line.Text); break;
            case TemplateStyles.RecommendationHeading or TemplateStyles.AttachmentHeading or TemplateStyles.RecommendationLead
                or TemplateStyles.CaseHeading or TemplateStyles.NoDecision:
                _open = null; break;
            case TemplateStyles.DecisionHeading: _open = _decision; break;
            case TemplateStyles.Recommendation: OpenRecommendation(line); break;
            case TemplateStyles.RecommendationText when _recommendations.Count > 0: AddTo(_recommendations[^1], line, depth: 1); break;
            case TemplateStyles.Attachment: AddAttachment(line.Text); break;
            case TemplateStyles.Decision or TemplateStyles.DecisionBullet: AddTo(_decision, line); break;
            case TemplateStyles.TableColumn or TemplateStyles.TableCell or TemplateStyles.SubHeading when _open is not null: AddTo(_open, line); break;
            default: AddToSection(line); break;
        }
    }

    public MinutesItem Build()
    {
        var lead = Lead().Match(heading);
        return _facts with
        {
            Number = lead.Success ? int.Parse(lead.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null,
            Title = lead.Success ? heading[lead.Length..] : heading,
            Sections = [.. _sections.Where(section => !section.Text.IsEmpty).Select(section => new MinutesSection(section.Heading, section.Text.ToMarkdown()))],
            Recommendations = [.. _recommendations.Select(recommendation => recommendation.ToMarkdown())],
            Attachments = _attachments,
            RequiredReading = _required,
            Decision = _decision.IsEmpty ? null : _decision.ToMarkdown(),
        };
    }

    /// <summary>"Punkt 3: ", and the "3." and a tab of documents of earlier versions.</summary>
    [GeneratedRegex(@"^(Punkt (?<number>[0-9]{1,9}): |(?<number>[0-9]{1,9})\.\t)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

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
        var all = (mark < 0 ? line : line[..mark]).Split(Texts.FactSeparator).ToList();
        var number = all.Find(fact => fact.StartsWith(Texts.ItemCaseNumber, StringComparison.Ordinal));
        var ofCase = all.Find(fact => fact.StartsWith(Texts.ItemCase, StringComparison.Ordinal));
        var facts = string.Join(Texts.FactSeparator, all.Where(fact => fact != number && fact != ofCase && fact != Texts.MayBeDropped));
        var times = ClockTimes.FindSlot(facts);
        _facts = _facts with
        {
            Presenter = mark < 0 ? null : line[(line.IndexOf(Texts.Presenter, mark, StringComparison.Ordinal) + Texts.Presenter.Length)..],
            Slot = times is null ? null : new MinutesSlot(times.Start, times.End),
            Minutes = ItemTitle.ReadFacts(facts.Replace(Texts.Closed, "", StringComparison.Ordinal).Trim(' ', '·'))?.Minutes,
            IsClosed = facts.Contains(Texts.Closed, StringComparison.Ordinal),
            CaseNumber = number?[Texts.ItemCaseNumber.Length..],
            Case = ofCase?[Texts.ItemCase.Length..],
            MayBeDropped = all.Contains(Texts.MayBeDropped),
        };
    }

    private void OpenSection(string? heading)
    {
        _sections.Add((heading, new TemplateText()));
        _open = _sections[^1].Text;
    }

    private void OpenRecommendation(SourceLine line)
    {
        _recommendations.Add(new TemplateText());
        AddTo(_recommendations[^1], line with { Meant = TemplateText.WithoutLabel(line.Meant) });
    }

    private void AddToSection(SourceLine line)
    {
        if (_sections.Count == 0)
            OpenSection(null);

        AddTo(_sections[^1].Text, line);
    }

    private void AddTo(TemplateText text, SourceLine line, int depth = 0)
    {
        text.Add(line, depth);
        _open = text;
    }
}
