using System.Text.Json;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Forums.BoardFile;

namespace Klynge.Application.Forums.Sample;

/// <summary>The sample council as it lies in the assembly: an invented region with its municipalities, hospital and people.</summary>
public static class SampleFiles
{
    /// <summary>The council's board file.</summary>
    /// <exception cref="InvalidOperationException">The file is broken, which a test rules out.</exception>
    public static BoardDescription Board()
    {
        var reading = BoardFileReader.Read(Bytes("sample-board.json"));
        return reading.Board ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>The text of the council's board file, a pattern to begin one's own from.</summary>
    public static string BoardText() => System.Text.Encoding.UTF8.GetString(Bytes("sample-board.json"));

    internal static IReadOnlyList<SampleMeeting> Meetings() =>
        JsonSerializer.Deserialize<List<SampleMeeting>>(Bytes("sample-meetings.json"), JsonColumn.Options)
        ?? throw new InvalidOperationException("The sample has no meetings.");

    private static byte[] Bytes(string name)
    {
        using var resource = typeof(SampleFiles).Assembly.GetManifestResourceStream("Sample/" + name)
            ?? throw new InvalidOperationException($"The assembly has no {name}.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
