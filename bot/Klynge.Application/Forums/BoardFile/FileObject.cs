using System.Globalization;
using System.Text.Json;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>
/// Reads the properties of one object and notes everything that is wrong with them. A value that is missing or wrong is noted once and
/// answered with a stand-in, so that one reading finds all the faults.
/// </summary>
internal sealed class FileObject
{
    private readonly FileProblems _problems;

    internal FileObject(FileNode node, FileProblems problems, params IReadOnlyList<string> known)
    {
        (Node, _problems) = (node, problems);
        if (node.Kind != JsonTokenType.StartObject)
        {
            problems.Add(node, Texts.ObjectExpected);
            return;
        }

        foreach (var (name, value) in node.Properties.Where(property => !known.Contains(property.Name, StringComparer.Ordinal)))
            problems.Add(value, Texts.UnknownKey(name, Nearest.Of(name, known), known));
        foreach (var twice in node.Properties.GroupBy(property => property.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(twice.Last().Value, Texts.KeyTwice(twice.Key));
    }

    internal FileNode Node { get; }

    internal string Text(string name, TextLimit limit)
    {
        if (Require(name) is not { } value)
            return string.Empty;
        return Clean(value, limit) ?? string.Empty;
    }

    internal string? OptionalText(string name, TextLimit limit) => Node.Find(name) is { } value ? Clean(value, limit) : null;

    /// <summary>A list of texts, each one once; empty where it is left out.</summary>
    internal IReadOnlyList<string> OptionalTexts(string name, int most, TextLimit limit)
    {
        var texts = new List<string>();
        foreach (var value in OptionalList(name, most, value => value) ?? [])
        {
            if (Clean(value, limit) is not { Length: > 0 } text)
                continue;

            if (texts.Contains(text, StringComparer.OrdinalIgnoreCase))
                _problems.Add(value, Texts.TextTwice(text));
            else
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>A key: lower case, without Danish letters, so that it fits an address and a file name.</summary>
    internal string Key(string name) => Require(name) is { } value ? CheckedKey(value) ?? string.Empty : string.Empty;

    internal string? OptionalKey(string name) => Node.Find(name) is { } value ? CheckedKey(value) : null;

    internal int Integer(string name, int from, int to)
    {
        if (Require(name) is not { } value)
            return from;
        if (value.Kind == JsonTokenType.Number
            && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to)
        {
            return number;
        }

        _problems.Add(value, Texts.IntegerExpected(from, to));
        return from;
    }

    internal int? OptionalInteger(string name, int from, int to) => Node.Find(name) is null ? null : Integer(name, from, to);

    /// <summary>A number over 0, up to 1.</summary>
    internal decimal Share(string name)
    {
        if (Require(name) is not { } value)
            return 1;
        if (value.Kind == JsonTokenType.Number
            && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 1)
        {
            return number;
        }

        _problems.Add(value, Texts.ShareExpected);
        return 1;
    }

    internal bool Flag(string name, bool absent)
    {
        if (Node.Find(name) is not { } value)
            return absent;
        if (value.Kind is JsonTokenType.True or JsonTokenType.False)
            return value.Kind == JsonTokenType.True;

        _problems.Add(value, Texts.FlagExpected);
        return absent;
    }

    internal bool RequiredFlag(string name) => Require(name) is not null && Flag(name, absent: false);

    internal LocalDate? Date(string name)
    {
        if (Node.Find(name) is not { } value)
            return null;
        if (value.Kind == JsonTokenType.String && LocalDatePattern.Iso.Parse(value.Text).TryGetValue(default, out var date))
            return date;

        _problems.Add(value, Texts.DateExpected);
        return null;
    }

    internal T? OptionalChoice<T>(string name, IReadOnlyDictionary<string, T> choices, IReadOnlyDictionary<string, string> synonyms)
        where T : struct => Node.Find(name) is null ? null : Choice(name, choices, synonyms);

    internal T Choice<T>(string name, IReadOnlyDictionary<string, T> choices, IReadOnlyDictionary<string, string> synonyms)
        where T : struct
    {
        if (Require(name) is not { } value)
            return choices.Values.First();
        if (value.Kind == JsonTokenType.String && choices.TryGetValue(value.Text, out var choice))
            return choice;

        var nearest = synonyms.GetValueOrDefault(DanishText.Fold(value.Text)) ?? Nearest.Of(value.Text, choices.Keys);
        _problems.Add(value, Texts.UnknownChoice(value.Text, nearest, choices.Keys));
        return choices.Values.First();
    }

    internal TimeLimit Limit(string name, TimeLimit standIn) => Require(name) is { } value ? Limit(value) ?? standIn : standIn;

    internal TimeLimit? OptionalLimit(string name) => Node.Find(name) is { } value ? Limit(value) : null;

    internal FileNode? Require(string name)
    {
        if (Node.Find(name) is { } value)
            return value;
        if (Node.Kind == JsonTokenType.StartObject)
            _problems.Add(Node, Texts.KeyMissing(name));
        return null;
    }

    /// <summary>The items of a list that has to be there; empty when it is missing or no list.</summary>
    internal IReadOnlyList<FileNode> List(string name)
    {
        if (Require(name) is not { } value)
            return [];
        if (value.Kind != JsonTokenType.StartArray)
            _problems.Add(value, Texts.ListExpected);
        return value.Items;
    }

    /// <summary>A list that may be left out, each of its items read; null when it is missing or no list, which is noted.</summary>
    internal IReadOnlyList<T>? OptionalList<T>(string name, int most, Func<FileNode, T> read)
    {
        if (Node.Find(name) is not { } value)
            return null;
        if (value.Kind != JsonTokenType.StartArray)
        {
            _problems.Add(value, Texts.ListExpected);
            return null;
        }

        if (value.Items.Count > most)
            _problems.Add(value, Texts.TooMany(most, value.Items.Count));
        return [.. value.Items.Take(most).Select(read)];
    }

    /// <summary>A rule of the annual wheel; the first of January stands in for one that cannot be read, which is noted.</summary>
    internal AnnualRule Rule(string name)
    {
        if (Require(name) is { } value)
        {
            if (AnnualRuleText.Parse(value.Kind == JsonTokenType.String ? value.Text : null).TryGet(out var rule, out var error))
                return rule;
            _problems.Add(value, error.Text);
        }

        return new AnnualRule.EveryYear(1, 1);
    }

    /// <summary>As <see cref="OptionalList{T}"/>, of limits.</summary>
    internal IReadOnlyList<TimeLimit>? OptionalLimits(string name, int most, TimeLimit standIn) =>
        OptionalList(name, most, value => Limit(value) ?? standIn);

    private TimeLimit? Limit(FileNode value)
    {
        if (value.Kind != JsonTokenType.String || !TimeLimitText.TryParse(value.Text, out var parsed))
        {
            _problems.Add(value, Texts.LimitExpected);
            return null;
        }

        if (parsed.TryGet(out var limit, out var error))
            return limit;
        _problems.Add(value, error.Text);
        return null;
    }

    private string? Clean(FileNode value, TextLimit limit)
    {
        if (value.Kind != JsonTokenType.String)
        {
            _problems.Add(value, Texts.TextExpected);
            return null;
        }

        if (DanishText.Clean(value.Text, limit).TryGet(out var clean, out var error))
            return clean;
        _problems.Add(value, error.Text);
        return null;
    }

    internal string? CheckedKey(FileNode value)
    {
        if (value.Kind == JsonTokenType.String && BoardKeys.IsKey(value.Text))
            return value.Text;
        _problems.Add(value, Texts.KeyMalformed(BoardKeys.Suggest(value.Text)));
        return null;
    }
}
