using Klynge.Documents.Files;
using Klynge.Documents.Layout;
using Klynge.Documents.Markup;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Reading.Templates;

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

    private string? Fact(params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (_facts.TryGetValue(label, out var value))
                return value;
        }

        return null;
    }

    /// <summary>What it is and whose: two lines, or the one line "REFERAT Chefforum d. 04-02-2025". Without a forum the kind alone is the title.</summary>
    private (MinutesKind Kind, string? Forum) Titles(LocalDate? date)
    {
        foreach (var kind in Enum.GetValues<MinutesKind>())
        {
            var bare = Texts.TitleLine(new MinutesDocument { Kind = kind });
            if (_kind is null && (_title == bare || _title?.StartsWith(bare + " ", StringComparison.Ordinal) == true))
            {
                var end = date is { } day && _title.EndsWith(" " + Texts.TitleDate(day), StringComparison.Ordinal) ? Texts.TitleDate(day).Length + 1 : 0;
                return (kind, _title[bare.Length..^end] is { Length: > 0 } forum ? forum[1..] : null);
            }
        }

        var isKindAlone = _kind is null && _title is Texts.Agenda or Texts.Minutes;
        return ((_kind ?? _title) == Texts.Agenda ? MinutesKind.Agenda : MinutesKind.Minutes, isKindAlone ? null : _title);
    }

    private MinutesDocument Build()
    {
        var held = Fact(Texts.Date, Texts.EarlierDate);
        var date = held is null ? null : DanishDate.Find(held)?.Resolve([]);
        var time = Fact(Texts.Time) ?? (held?.Contains(" kl. ", StringComparison.Ordinal) == true ? held : null);
        var times = time is null ? null : ClockTimes.Find(time);
        var onlyEnd = time?.StartsWith("til", StringComparison.OrdinalIgnoreCase) == true;
        var (kind, forum) = Titles(date);
        return new MinutesDocument
        {
            Kind = kind,
            Forum = forum,
            Title = _subtitle,
            Date = date,
            Start = onlyEnd ? null : times?.Start,
            End = onlyEnd ? times?.Start : times?.End,
            Place = Fact(Texts.Place, Texts.EarlierPlace),
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
