using BenchmarkDotNet.Attributes;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Benchmarks.Micro;

/// <summary>Minutes of ten items and 2,500 words: read from text, written as a Word document; and sixty items with twenty tables.</summary>
[MemoryDiagnoser]
public class MinutesBenchmarks
{
    private MinutesDocument _document = null!;
    private MinutesDocument _large = null!;

    [GlobalSetup]
    public void Setup()
    {
        _document = MinutesParser.Parse(MinutesSample.Text).Value;
        if (_document.Items.Count != 10)
            throw new InvalidOperationException("The sample was read wrongly.");

        _large = MinutesSample.Large(_document);
    }

    [Benchmark]
    public MinutesDocument Import() => MinutesParser.Parse(MinutesSample.Text).Value;

    [Benchmark]
    public long WriteWordDocument()
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(_document, stream);
        return stream.Length;
    }

    [Benchmark]
    public long WriteLargeWordDocument()
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(_large, stream);
        return stream.Length;
    }
}
