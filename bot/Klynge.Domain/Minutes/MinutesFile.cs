namespace Klynge.Domain.Minutes;

/// <summary>A document of minutes as it was stored.</summary>
/// <param name="Path">In the library: <c>forum/year/name.docx</c>.</param>
/// <param name="Hash">Lower-case hex SHA-256 of what the bot wrote.</param>
/// <param name="Version">The library's own name for it, see <see cref="MeetingMinutes.DocumentVersion"/>.</param>
/// <param name="Url">Where a person opens it; null where the host's own page does.</param>
/// <param name="TextHash">Names the text that it was made of.</param>
public sealed record MinutesFile(string Path, string Hash, string Version, string? Url, string TextHash);
