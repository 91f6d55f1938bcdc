using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Reads a board file and finds all that is wrong with it in one go.</summary>
public static class BoardFileReader
{
    private const int Largest = 5 * 1024 * 1024;

    /// <param name="content">The file: JSON in UTF-8, with or without a byte order mark; comments and trailing commas are fine.</param>
    /// <returns>The board, or every problem of the file in the order of its lines.</returns>
    public static BoardFileReading Read(ReadOnlySpan<byte> content)
    {
        var json = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        if (json.Length > Largest)
            return Unreadable(Texts.TooLarge);
        if (!Utf8.IsValid(json))
            return Unreadable(Texts.NotUtf8);
        return json.Trim(" \t\r\n"u8).IsEmpty ? Unreadable(Texts.Empty) : ReadJson(json);
    }

    private static BoardFileReading ReadJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return BoardBinder.Bind(FileNodeReader.Read(json));
        }
        catch (JsonException exception)
        {
            return Unreadable(Texts.NotJson, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1);
        }
    }

    private static BoardFileReading Unreadable(string message, int line = 1, int column = 1) =>
        new(null, [new FileProblem("$", line, column, message)]);
}

/// <param name="Board">Null when there are problems.</param>
public sealed record BoardFileReading(BoardDescription? Board, IReadOnlyList<FileProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Board))]
    public bool IsValid => Board is not null;
}

/// <summary>The JSON schema (draft-07) of a board file, for editors that help while one writes.</summary>
public static class BoardSchema
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var resource = typeof(BoardSchema).Assembly.GetManifestResourceStream("BoardFile/" + BoardFileWriter.SchemaFileName)
            ?? throw new InvalidOperationException("The assembly has no schema of the board file.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
