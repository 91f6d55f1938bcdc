using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Files;

/// <summary>Counts as Word does, because the numbers of an automatic list stand nowhere in its text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level[]> _formats = [];
    private readonly Dictionary<int, int> _lists = [];
    private readonly Dictionary<int, int[]> _counts = [];
    private readonly Dictionary<(int List, int Level), int> _starts = [];

    public WordNumbering(Numbering? numbering)
    {
        foreach (var format in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (format.AbstractNumberId?.Value is { } id)
                _formats[id] = [.. format.Elements<Level>().Take(Levels)];
        }

        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } format)
            {
                _lists[id] = format;
                foreach (var level in list.Elements<LevelOverride>().Where(level => level.StartOverrideNumberingValue is not null))
                {
                    _counts[id] = new int[Levels];
                    _starts[(id, level.LevelIndex?.Value ?? 0)] = Math.Max(1, level.StartOverrideNumberingValue!.Val?.Value ?? 1);
                }
            }
        }
    }

    /// <summary>The label that Word shows before the paragraph, such as "1." or "•"; empty where there is none.</summary>
    public (string Label, int Level) LabelOf(Paragraph paragraph, NumberingProperties? inherited)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties ?? inherited;
        var id = own?.NumberingId?.Val?.Value ?? inherited?.NumberingId?.Val?.Value ?? 0;
        var level = own?.NumberingLevelReference?.Val?.Value ?? 0;
        if (id == 0 || level is < 0 or >= Levels || !_lists.TryGetValue(id, out var format) || string.IsNullOrWhiteSpace(paragraph.InnerText))
            return ("", 0);

        var levels = _formats.GetValueOrDefault(format, []);
        var shown = levels.FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);
        if (shown?.NumberingFormat?.Val?.Value is not { } kind || kind == NumberFormatValues.Bullet)
            return ("•", level);

        return kind == NumberFormatValues.None ? ("", 0) : (Label(levels, shown, Count(id, format, level, levels)), level);
    }

    /// <summary>Lists of one format count on together, unless a list starts over.</summary>
    private int[] Count(int id, int format, int level, Level[] levels)
    {
        if (!_counts.TryGetValue(id, out var counts))
        {
            var shared = -1 - format;
            counts = _counts.TryGetValue(shared, out var known) ? known : _counts[shared] = new int[Levels];
        }

        counts[level] = counts[level] == 0 ? _starts.GetValueOrDefault((id, level), StartOf(levels, level)) : counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        return counts;
    }

    private static int StartOf(Level[] levels, int level) =>
        Math.Max(1, levels.FirstOrDefault(candidate => candidate.LevelIndex?.Value == level)?.StartNumberingValue?.Val?.Value ?? 1);

    // "%1.%2" with the counts 2 and 3 is "2.3".
    private static string Label(Level[] levels, Level shown, int[] counts)
    {
        var text = new StringBuilder(shown.LevelText?.Val?.Value ?? "%1.");
        for (var level = 0; level < Levels; level++)
        {
            var format = levels.FirstOrDefault(candidate => candidate.LevelIndex?.Value == level)?.NumberingFormat?.Val?.Value;
            text.Replace(string.Create(CultureInfo.InvariantCulture, $"%{level + 1}"), Number(counts[level], format));
        }

        return text.ToString().Trim();
    }

    private static string Number(int count, NumberFormatValues? format) =>
        format == NumberFormatValues.LowerLetter && count is > 0 and <= 26 ? ((char)('a' + count - 1)).ToString()
        : format == NumberFormatValues.UpperLetter && count is > 0 and <= 26 ? ((char)('A' + count - 1)).ToString()
        : count.ToString(CultureInfo.InvariantCulture);
}
