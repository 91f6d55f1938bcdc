using Klynge.Documents.Word;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>Minutes as a Word file: in the look that the forum's rules ask for, with the template of whoever runs the bot.</summary>
public sealed class MinutesWord(WordTemplate template)
{
    public PrintedMinutes Write(MinutesDocument document, Forum forum, Instant created)
    {
        ArgumentNullException.ThrowIfNull(forum);
        using var buffer = new MemoryStream();
        MinutesDocumentWriter.Write(document, buffer, created, forum.Rules.Minutes, template);
        return new PrintedMinutes(buffer.ToArray(), ImportedDocument.HashOf(document, forum.Rules.Minutes));
    }
}

/// <param name="Word">A whole .docx.</param>
/// <param name="TextHash">Names the text and its look.</param>
public sealed record PrintedMinutes(byte[] Word, string TextHash);
