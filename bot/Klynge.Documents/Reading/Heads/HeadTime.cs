using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Heads;

/// <summary>What is left of a line when its date and its times have been read.</summary>
internal static class HeadTime
{
    public static string Rest(string value, ClockTimes? times)
    {
        var text = WithoutDate(value);
        text = times is not null && times.Position + times.Length <= text.Length ? text.Remove(times.Position, times.Length) : text;
        return CharacterCleaner.Collapse(text.Replace('\n', ' ')).Trim(' ', ',', '.', '-', '–', '/', '|', '·', '(', ')', ':', ';');
    }

    public static string WithoutDate(string value) => DanishDate.Find(value) is { } date ? value.Remove(date.Start, date.Length) : value;
}
