using Klynge.Documents.Files;
using Klynge.Documents.Layout;
using Klynge.Documents.Markup;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.Items;
using Klynge.Documents.Reading.People;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading;

/// <summary>Reads a document that was written with our styles, perhaps corrected in Word since: the style says what a paragraph is.</summary>
internal sealed class TemplateParser
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly List<MinutesParticipant> _people = [];
    private readonly List<(string? Heading, TemplateText Text)> _sections = [];
    private readonly List<TemplateItem> _items = [];
    private string? _kind;
    private string? _title;
    private string? _subtitle;
    private string _group = "";
    private string[] _columns = [];

    public static MinutesDocument Parse(MinutesSource source)
    {
        var parser = new TemplateParser();
        foreach (var line in source.Lines)
            parser.Add(line with { Text = CharacterCleaner.Characters(line.Text) });

        return parser.Build();
    }

    private void Add(SourceLine line)
    {
        if (line.IsBlank && line.Style != TemplateStyles.PreambleHeading && line.Meant is not RichTable)
            return;

        switch (line.Style)
        {
            case TemplateStyles.Kind: _kind = line.Text; break;
            case TemplateStyles.Title: _title = line.Text; break;
            case TemplateStyles.Subtitle: _subtitle = line.Text; break;
            case TemplateStyles.FactLabel: AddFact(line.Text.Split('\t')); break;
            case TemplateStyles.PeopleHeading: _group = line.Text; break;
            case TemplateStyles.PersonColumn: _columns = line.Text.Split('\t'); break;
            case TemplateStyles.Person: _people.Add(TemplatePerson.Read(_group, _columns, line.Text.Split('\t'))); break;
            case TemplateStyles.PreambleHeading: _sections.Add((line.IsBlank ? null : line.Text, new TemplateText())); break;
            case TemplateStyles.ContentsHeading: break;
            case TemplateStyles.Item: _items.Add(new TemplateItem(line.Text)); break;
            default: AddText(line); break;
        }
    }

    private void AddFact(string[] cells) => _facts.TryAdd(cells[0].Trim().TrimEnd(':'), string.Join(' ', cells.Skip(1)).Trim());

    private void AddText(SourceLine line)
    {
        if (_items.Count > 0)
        {
            _items[^1].Add(line);
            return;
        }

        if (_sections.Count == 0)
            _sections.Add((null, new TemplateText()));

        _sections[^1].Text.Add(line);
    }

    private MinutesDocument Build()
    {
        var times = _facts.TryGetValue(Texts.Time, out var time) ? ClockTimes.Find(time) : null;
        var onlyEnd = time?.StartsWith("til", StringComparison.OrdinalIgnoreCase) == true;
        return new MinutesDocument
        {
            Kind = (_kind ?? _title) == Texts.Agenda ? MinutesKind.Agenda : MinutesKind.Minutes,
            Forum = _kind is null && _title is Texts.Agenda or Texts.Minutes ? null : _title,
            Title = _subtitle,
            Date = _facts.TryGetValue(Texts.Date, out var date) ? DanishDate.Find(date)?.Resolve([]) : null,
            Start = onlyEnd ? null : times?.Start,
            End = onlyEnd ? times?.Start : times?.End,
            Place = _facts.GetValueOrDefault(Texts.Place),
            Chair = _facts.GetValueOrDefault(Texts.Chair),
            MinuteTaker = _facts.GetValueOrDefault(Texts.MinuteTaker),
            CaseNumber = _facts.GetValueOrDefault(Texts.CaseNumber),
            DocumentNumber = _facts.GetValueOrDefault(Texts.DocumentNumber),
            Participants = _people,
            Items = [.. _items.Select(item => item.Build())],
            Sections = [.. _sections.Where(section => !section.Text.IsEmpty).Select(section => new MinutesSection(section.Heading, section.Text.ToMarkdown()))],
        };
    }
}
