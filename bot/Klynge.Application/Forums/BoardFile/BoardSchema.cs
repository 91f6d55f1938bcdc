namespace Klynge.Application.Forums.BoardFile;

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
