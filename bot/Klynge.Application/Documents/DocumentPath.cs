using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Klynge.Application.Documents;

/// <summary>
/// Where a document lies in the library: forum, year, name. Valid by construction: each part is a name that Windows, Linux and SharePoint
/// take (<see cref="SafeName"/>), so no path leads out of the library, whoever wrote the text it was made of. Documents of closed cases
/// have a folder of their own under the forum's: <c>Chefforum/Lukket/2026/…</c>, which in SharePoint only those entitled can open.
/// </summary>
public sealed partial record DocumentPath
{
    /// <summary>The folder of closed documents within the forum's.</summary>
    public const string ClosedFolder = "Lukket";

    private DocumentPath(string forum, bool isClosed, int year, string name) => (Forum, IsClosed, Year, Name) = (forum, isClosed, year, name);

    public string Forum { get; }

    /// <summary>Only those who may read closed items may read what lies there.</summary>
    public bool IsClosed { get; }

    /// <summary>Four digits.</summary>
    public int Year { get; }

    /// <summary>The file's name with its extension: <c>Referat Chefforum 2025-02-04.docx</c>.</summary>
    public string Name { get; }

    /// <summary><c>Chefforum/2025</c>, <c>Chefforum/Lukket/2025</c></summary>
    public string Folder => string.Create(CultureInfo.InvariantCulture, $"{Forum}/{(IsClosed ? $"{ClosedFolder}/" : "")}{Year:0000}");

    private string Unnumbered => Number().Replace(Path.GetFileNameWithoutExtension(Name), string.Empty);

    /// <param name="forum">The forum's name, as people wrote it.</param>
    /// <param name="year">1 to 9999.</param>
    /// <param name="title">The document's title, as people wrote it.</param>
    /// <param name="extension">With its full stop: <c>.docx</c>.</param>
    public static DocumentPath Of(string forum, int year, string title, string extension = ".docx")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return new DocumentPath(SafeName.Of(forum), isClosed: false, year, SafeName.Of(title, extension));
    }

    /// <summary>The same document in the place of closed ones. Its name must not say what it is about: make it of a kind and a number.</summary>
    public DocumentPath AsClosed() => new(Forum, isClosed: true, Year, Name);

    /// <summary><c>Chefforum/2025/Referat Chefforum 2025-02-04.docx</c>: sorts by date, and says what it is outside its folder too.</summary>
    /// <param name="start">Tells two meetings of the same day apart; null where there is one only.</param>
    public static DocumentPath ForMinutes(string forum, LocalDate date, LocalTime? start = null)
    {
        var time = start is { } at ? string.Create(CultureInfo.InvariantCulture, $" kl. {at.Hour:00}.{at.Minute:00}") : string.Empty;
        return Of(forum, date.Year, string.Create(CultureInfo.InvariantCulture, $"Referat {forum} {date:uuuu-MM-dd}{time}"));
    }

    /// <summary>The same name with another extension: the PDF beside the Word document.</summary>
    /// <param name="extension">With its full stop: <c>.pdf</c>.</param>
    public DocumentPath WithExtension(string extension) => new(Forum, IsClosed, Year, SafeName.Of(Path.GetFileNameWithoutExtension(Name), extension));

    /// <summary>The next name to try when this one is taken by another document: <c>… (2).docx</c>.</summary>
    public DocumentPath Numbered(int number)
    {
        var extension = Path.GetExtension(Name);
        var title = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(Name)} ({number})");
        return new DocumentPath(Forum, IsClosed, Year, SafeName.Of(title, extension));
    }

    /// <summary>
    /// Whether this is the other document under another number or with another extension: the PDF of it, one that was stored beside it, or
    /// that one's PDF. Compared as SharePoint compares names.
    /// </summary>
    public bool IsBeside(DocumentPath other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Folder, other.Folder, StringComparison.OrdinalIgnoreCase) && string.Equals(Unnumbered, other.Unnumbered, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@" \(\d{1,2}\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    /// <summary>Reads what <see cref="ToString"/> wrote; null for everything else, such as a path with <c>..</c> in it.</summary>
    public static DocumentPath? Parse(string? text)
    {
        var parts = text?.Split('/') ?? [];
        var isClosed = parts.Length == 4 && parts[1] == ClosedFolder;
        return (parts.Length == 3 || isClosed)
            && parts[^2].Length == 4
            && int.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year > 0
            && SafeName.IsSafe(parts[0])
            && SafeName.IsSafe(parts[^1])
            ? new DocumentPath(parts[0], isClosed, year, parts[^1])
            : null;
    }

    public override string ToString() => $"{Folder}/{Name}";
}
