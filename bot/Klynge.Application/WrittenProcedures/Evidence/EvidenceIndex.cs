using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>
/// <c>indeks.html</c>: explains a package to somebody who knows neither Klynge nor JSON. A function of the log's rows and the manifest, so that the
/// check can write it once more: no clock, no database, no address. Headings, tables with captions and row heads, and no script.
/// </summary>
internal sealed class EvidenceIndex
{
    /// <summary>Counts up when other words are written: an index of another edition is not compared.</summary>
    internal const string Edition = "<meta name=\"generator\" content=\"Klynge indeks 1\">";

    private const string Head = """
        <!DOCTYPE html>
        <html lang="da">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        """;

    private const string Style = """
        <style>
        body { font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1.5rem; color: #1b1b1b; background: #fff; }
        h1 { font-size: 1.75rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .5rem 0; }
        th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #f2f2f2; } td { white-space: pre-line; } .tables { overflow-x: auto; }
        </style>
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private readonly CaseStory _story;
    private readonly EvidenceManifest _manifest;
    private readonly IReadOnlyDictionary<PersonId, string> _names;

    private EvidenceIndex(CaseStory story, EvidenceManifest manifest, IReadOnlyDictionary<PersonId, string> names) =>
        (_story, _manifest, _names) = (story, manifest, names);

    /// <param name="story">What follows from the rows.</param>
    /// <param name="manifest">The package's list, with or without the index itself.</param>
    /// <param name="names">What those who acted are called.</param>
    internal static string Write(CaseStory story, EvidenceManifest manifest, IReadOnlyDictionary<PersonId, string> names)
    {
        var index = new EvidenceIndex(story, manifest, names);
        index.Page();
        return index._html.ToString();
    }

    private void Page()
    {
        _html.Append(Head).Append('\n').Append(Edition).Append('\n').Append("<title>").Append(Text(IndexTexts.Title(_manifest.Title))).Append("</title>\n").Append(Style)
            .Append("\n</head>\n<body>\n<main>\n");
        _html.Append("<h1>").Append(Text(IndexTexts.Title(_manifest.Title))).Append("</h1>\n");
        Paragraphs(IndexTexts.Lead(_manifest.Forum));
        Heading(IndexTexts.CaseHeading);
        Table(IndexTexts.CaseHeading, [], Case().Select(row => new[] { row.Label, row.Value }));
        Heading(IndexTexts.ResultHeading);
        Paragraphs(Result());
        Heading(IndexTexts.RollHeading);
        Paragraphs([IndexTexts.RollLead(_story.Roll.Count)]);
        Table(IndexTexts.RollCaption, IndexTexts.RollColumns, _story.Roll.Select(Seat));
        Heading(IndexTexts.AnswersHeading);
        Paragraphs(IndexTexts.KnownLead);
        Table(IndexTexts.AnswersCaption, IndexTexts.AnswerColumns, _story.Votes.Select(Answer));
        Heading(IndexTexts.RulesHeading);
        Paragraphs(Rules());
        Heading(IndexTexts.FilesHeading);
        Table(IndexTexts.FilesCaption, IndexTexts.FileColumns, _manifest.Files.Where(file => file.Path != EvidenceNames.Index).Select(file => new[] { file.Path, IndexTexts.Describe(file.Path) }));
        Paragraphs((_manifest.Missing ?? []).Select(IndexTexts.Gone));
        Heading(IndexTexts.SealHeading);
        Paragraphs(IndexTexts.Seal);
        Heading(IndexTexts.LimitsHeading);
        Paragraphs(IndexTexts.Limits);
        _html.Append("</main>\n</body>\n</html>\n");
    }

    private IEnumerable<(string Label, string Value)> Case()
    {
        yield return ("Sag", _manifest.Title);
        yield return ("Forum", _manifest.Forum);
        yield return ("Resultat", _manifest.Result);
        if (_story.Opening is { } opening)
            yield return ("Sendt ud", $"{Texts.OnRecord(opening.At)} af {NameOf(opening.By)} (række {opening.Row})");

        foreach (var version in _story.Versions.Skip(1))
            yield return ("Ændret", Texts.ChangeOf(version.Version, version.FrozenAt, version.Reason));

        foreach (var move in _story.DeadlineMoves)
            yield return ("Frist flyttet", Texts.DeadlineMoveOf(move, NameOf(move.By)));

        if (_story.Versions is [.., var last])
            yield return ("Svarfrist", Texts.OnRecord(_story.DeadlineMoves is [.., var moved] && moved.MovedAt > last.FrozenAt ? moved.ToDeadline : last.Deadline));

        if (_story.Closing is { } closing)
            yield return ("Lukket", $"{Texts.OnRecord(closing.At)}: {Texts.Closing(closing.Because)} (række {closing.Row})");

        yield return ("Bekræftet", _story.ConfirmedAt is { } at ? Texts.OnRecord(at) : Texts.NotConfirmedYet);
        yield return ("Sagens id", $"{_manifest.Case}");
        yield return ("Pakken er lavet", _manifest.CreatedAt);
    }

    private IEnumerable<string> Result()
    {
        if (_story.Closing is not { } closing)
            yield break;

        yield return IndexTexts.Came(closing.Result);
        if (closing.Why is { } why)
            yield return why;

        if (closing.Count is { } count)
            yield return Texts.Count(count.Whole);
    }

    private IEnumerable<string> Rules()
    {
        if (_story.Opening is not { } opening)
            yield break;

        yield return IndexTexts.RulesLead(Texts.OnRecord(opening.At));
        yield return Texts.RuleInFull(opening.Rules, opening.Quorum, _story.Closing?.Outcomes?.Count);
    }

    private static string[] Seat(RollEntry seat) =>
    [
        seat.SubstituteName is { } substitute ? Texts.StandsInFor(substitute, seat.Name) : seat.Name,
        seat.Organisation,
        seat.Sector,
        seat.Answer is { } answer ? Texts.Name(answer, seat.Answers) : Texts.NoAnswer,
        seat.AnsweredAt is { } at ? Texts.OnRecord(at) : string.Empty,
        seat.Remarks ?? string.Empty,
    ];

    private string[] Answer(RecordedVote recorded)
    {
        var vote = recorded.Vote;
        var seat = _story.Roll.First(one => one.Id == vote.RollEntryId);
        return
        [
            seat.VoterId == vote.CastById ? seat.VoterName : seat.Name,
            Texts.Name(vote.Answer, vote.Answers) + (_story.Versions.Count > 1 ? $" ({Texts.VersionShort(vote.Version)})" : string.Empty),
            IndexTexts.AtSecond(vote.CastAt),
            vote.RecordedById is { } by ? Texts.RecordedBy(NameOf(by), vote.Source) : IndexTexts.ByOwnPress,
            IndexTexts.Known(recorded.Known, recorded.Channel),
            $"{recorded.Row}",
        ];
    }

    private string NameOf(PersonId? person) => person is { } somebody ? _names.GetValueOrDefault(somebody) ?? NameOnRoll(somebody) ?? $"{somebody.Value}" : Texts.Nobody;

    private string? NameOnRoll(PersonId id) => _story.Roll.FirstOrDefault(seat => seat.PersonId == id)?.Name;

    private void Heading(string text) => _html.Append("<h2>").Append(Text(text)).Append("</h2>\n");

    private void Paragraphs(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _html.Append("<p>").Append(Text(line)).Append("</p>\n");
    }

    /// <param name="columns">None for a table whose rows are a name and a value.</param>
    private void Table(string caption, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        _html.Append("<div class=\"tables\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Text(caption)).Append("\">\n<table>\n<caption>").Append(Text(caption)).Append("</caption>\n");
        if (columns.Count > 0)
            _html.Append("<thead><tr>").AppendJoin(string.Empty, columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>")).Append("</tr></thead>\n");

        _html.Append("<tbody>\n");
        foreach (var row in rows)
            _html.Append("<tr><th scope=\"row\">").Append(Text(row[0])).Append("</th>").AppendJoin(string.Empty, row.Skip(1).Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>\n");

        _html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Text(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}
