using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Klynge.Application.Mails;

/// <summary>One line of a card as it is read without Teams.</summary>
/// <param name="Text">Without markup.</param>
/// <param name="IsHeading">The line that says what it is.</param>
/// <param name="IsItem">A numbered item; what follows belongs to it.</param>
/// <param name="Link">Where it leads; null for text.</param>
/// <param name="Html">The same where it has a look of its own: words in bold, links among them, a table; null for plain text.</param>
/// <param name="IsWhole">Whether its HTML is whole elements, such as a table, and no words of a paragraph.</param>
internal sealed record CardLine(
    string Text, bool IsHeading = false, bool IsItem = false, Uri? Link = null, string? Html = null, bool IsWhole = false);

/// <summary>Reads a card of ours aloud, so to speak: its texts and links in order, folded parts too, without what only works in Teams.</summary>
internal static partial class CardLines
{
    private const char Joiner = '\u2060';

    /// <summary>In a row that unfolds when it is pressed; here it is unfolded.</summary>
    internal const string Unfolds = "▸▾";

    private const string Separator = " · ";

    /// <summary>Fills a column that would be empty.</summary>
    private const string Nothing = "–";
    private const int Deepest = 32;
    private static readonly string[] Containers = ["body", "items", "actions"];

    internal static IReadOnlyList<CardLine> Of(string card)
    {
        using var json = JsonDocument.Parse(card);
        var lines = new List<CardLine>();
        Read(json.RootElement, lines, Deepest);
        return lines;
    }

    private static void Read(JsonElement element, List<CardLine> lines, int depth)
    {
        if (depth == 0)
            return;

        switch (Text(element, "type"))
        {
            case "TextBlock":
                lines.AddRange(Plain(Text(element, "text")).Select(text => new CardLine(text, Text(element, "style") == "heading")));
                return;
            case "RichTextBlock":
                lines.AddRange(CardRuns.Of(element));
                return;
            case "Table":
                lines.Add(Table(element, depth));
                return;
            case "FactSet":
                lines.AddRange(Items(element, "facts").Select(fact => new CardLine(string.Join(' ', Plain(Texts.Fact(Text(fact, "title"), Text(fact, "value")))))));
                return;
            case "ColumnSet":
                ReadRow(element, lines, depth);
                return;
            case "Action.OpenUrl" when Uri.TryCreate(Text(element, "url"), UriKind.Absolute, out var url) && url.Scheme is "https" or "http":
                lines.Add(new CardLine(Text(element, "title"), Link: url));
                return;
        }

        foreach (var child in Containers.SelectMany(name => Items(element, name)))
            Read(child, lines, depth - 1);
    }

    /// <summary>What stands side by side is one line: the number, the title and the time of an item.</summary>
    private static void ReadRow(JsonElement row, List<CardLine> lines, int depth)
    {
        var columns = new List<string>();
        var links = new List<CardLine>();
        foreach (var column in Items(row, "columns"))
        {
            var own = new List<CardLine>();
            Read(column, own, depth - 1);
            columns.AddRange(own.Where(line => line is { Link: null, Text: not Nothing }).Select(line => line.Text));
            links.AddRange(own.Where(line => line.Link is not null));
        }

        lines.AddRange(Row(columns));
        lines.AddRange(links);
    }

    private static IEnumerable<CardLine> Row(List<string> columns) =>
        columns is [var number, _, ..] && number.All(char.IsAsciiDigit)
            ? [new CardLine($"{number}. {string.Join(Separator, columns.Skip(1))}", IsItem: true)]
            : columns.Count > 0 ? [new CardLine(string.Join(Separator, columns))] : [];

    /// <summary>A real table; in plain text its rows with bars between the cells.</summary>
    private static CardLine Table(JsonElement table, int depth)
    {
        var isRight = Items(table, "columns").Select(column => Text(column, "horizontalCellContentAlignment") == "right").ToList();
        var text = new List<string>();
        var html = new StringBuilder("<table style=\"border-collapse:collapse\">");
        foreach (var row in Items(table, "rows"))
        {
            var (cells, name) = (new List<string>(), text.Count == 0 ? "th" : "td");
            html.Append("<tr>");
            foreach (var cell in Items(row, "cells"))
            {
                var own = new List<CardLine>();
                Read(cell, own, depth - 1);
                var side = cells.Count < isRight.Count && isRight[cells.Count] ? "right" : "left";
                html.Append(CultureInfo.InvariantCulture, $"<{name} style=\"border:1px solid #999;padding:4px 8px;text-align:{side}\">")
                    .AppendJoin("<br>", own.Select(line => line.Html ?? WebUtility.HtmlEncode(line.Text))).Append(CultureInfo.InvariantCulture, $"</{name}>");
                cells.Add(string.Join(' ', own.Select(line => line.Text)));
            }

            html.Append("</tr>");
            text.Add(string.Join(" | ", cells));
        }

        return new CardLine(string.Join('\n', text), Html: html.Append("</table>").ToString(), IsWhole: true);
    }

    /// <summary>Markdown as our cards write it, without its marks.</summary>
    private static IEnumerable<string> Plain(string markdown) => markdown
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(WithoutMarks)
        .Where(line => line.Length > 0);

    private static string WithoutMarks(string line)
    {
        var (text, done) = (new StringBuilder(), 0);
        foreach (Match link in Links().Matches(line))
        {
            // An address is none of the text: its »Bilag_1_budget.pdf« has no emphasis.
            text.Append(WithoutEmphasis(line[done..link.Index])).Append(WithoutEmphasis(link.Groups["title"].Value)).Append(" (").Append(link.Groups["link"].Value).Append(')');
            done = link.Index + link.Length;
        }

        return text.Append(WithoutEmphasis(line[done..])).ToString().TrimEnd([.. Unfolds, ' ']);
    }

    private static string WithoutEmphasis(string text) =>
        Escapes().Replace(Emphasis().Replace(text, "${text}"), "$1").Replace($"{Joiner}", string.Empty, StringComparison.Ordinal);

    internal static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;

    internal static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    [GeneratedRegex(@"(?<!\\)\*\*(?<text>.+?)(?<!\\)\*\*|(?<![\\\p{L}\p{N}])_(?<text>.+?)(?<!\\)_(?![\p{L}\p{N}])", RegexOptions.None, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[(?<title>[^\]]+)\]\((?<link>https?://[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\\(?<mark>[*_`])", RegexOptions.None, 1000)]
    private static partial Regex Escapes();
}
