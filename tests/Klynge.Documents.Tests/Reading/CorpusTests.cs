using System.Globalization;
using System.Text.Json;
using Klynge.Documents.Reading;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>
/// Sixty invented documents in thirty layouts, each with its facts beside it. A wrong fact that nobody is asked about is the error that nobody
/// finds: there must be hardly any, and hardly a question about what is right.
/// </summary>
public sealed class CorpusTests
{
    private const double MostSilent = 0.01;
    private const double MostNeedless = 0.02;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly List<string> _silent = [];
    private int _facts;
    private int _right;
    private int _asked;
    private int _needless;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_OfThirtyLayouts_AreReadRightOrAskedAbout()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.txt").Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 60);
        foreach (var file in files)
        {
            var facts = JsonSerializer.Deserialize<Facts>(await File.ReadAllTextAsync(Path.ChangeExtension(file, ".json"), Ct), Options)!;
            var read = await ImportMinutes.ReadAsync(file, Ct);
            Assert.True(read.TryGet(out var document, out var error), $"{Path.GetFileName(file)}: {error?.Text}");
            Compare(Path.GetFileName(file), facts, document!);
        }

        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Count} documents, {_facts} facts: {_right} right ({_right * 100.0 / _facts:0.0} %), {_asked} wrong and asked about, {_silent.Count} wrong in silence ({_silent.Count * 100.0 / _facts:0.0} %), {_needless} needless questions"));
        Assert.True(_silent.Count <= MostSilent * _facts, string.Join('\n', _silent));
        Assert.True(_needless <= MostNeedless * _facts, $"{_needless} needless questions about {_facts} facts");
        Assert.True(_right + _asked + _silent.Count == _facts && _facts > 1900);
    }

    private void Compare(string name, Facts facts, MinutesDocument document)
    {
        var open = document.Doubts.Select(doubt => doubt.Path).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        Check("date", document.Date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) == facts.Date, "date");
        Check("start", document.Start?.ToString("HH:mm", CultureInfo.InvariantCulture) == facts.Start, "start");
        Check("end", document.End?.ToString("HH:mm", CultureInfo.InvariantCulture) == facts.End, "end");
        foreach (var person in facts.Present)
            Check($"{person} came", document.Participants.Any(one => one.Name == person && !one.Apology), "participants");

        foreach (var person in facts.Away)
            Check($"{person} was away", document.Participants.Any(one => one.Name == person && one.Apology), "participants");

        Check("nobody else", document.Participants.All(one => facts.Present.Contains(one.Name) || facts.Away.Contains(one.Name)), "participants");
        if (facts.Chair is { } chair)
            Check("chair", document.Chair == chair || document.Participants.Any(one => one.Name == chair && one.Role == MinutesRole.Chair), "participants");

        if (facts.Deputy is { } deputy)
            Check("deputy chair", document.Participants.Any(one => one.Name == deputy && one.Role == MinutesRole.DeputyChair), "participants");

        foreach (var (person, left) in facts.Left ?? [])
            Check($"{person} left", document.Participants.Any(one => one.Name == person && one.Left?.ToString("HH:mm", CultureInfo.InvariantCulture) == left), "participants");

        Check("number of items", document.Items.Count == facts.Items.Count, "items");
        for (var at = 0; at < facts.Items.Count; at++)
            CompareItem(facts.Items[at], at < document.Items.Count ? document.Items[at] : null, $"items[{at}]", Check);

        _needless += open.Except(used).Count();

        void Check(string fact, bool isRight, string path)
        {
            _facts++;
            var about = open.Where(one => one.StartsWith(path, StringComparison.Ordinal) || path.StartsWith(one, StringComparison.Ordinal)).ToList();
            if (isRight)
                _right++;
            else if (about.Count > 0)
                _asked++;
            else
                _silent.Add($"{name}: {fact}");

            if (!isRight)
                used.UnionWith(about);
        }
    }

    private static void CompareItem(ItemFacts facts, MinutesItem? item, string path, Action<string, bool, string> check)
    {
        check($"{path} title", string.Equals(item?.Title, facts.Title, StringComparison.OrdinalIgnoreCase), path);
        check($"{path} decision", item?.Decision == facts.Decision, path);
        check($"{path} recommendations", item?.Recommendations.Count == facts.Recommendations, path);
        check($"{path} closed", item?.IsClosed == facts.Closed, path);
        if (facts.Outcome is not { } outcome)
            return;

        var told = RecommendationOutcomes.Read(item?.Decision, facts.Recommendations);
        check($"{path} outcome", told.Count > 0 && told.All(one => one.Outcome.ToString().Equals(outcome, StringComparison.OrdinalIgnoreCase)), path);
    }

    private sealed record Facts(
        string Date, string Start, string End, List<string> Present, List<string> Away, List<ItemFacts> Items, string? Chair = null, string? Deputy = null, Dictionary<string, string>? Left = null);

    private sealed record ItemFacts(string Title, string Decision, bool Closed, int Recommendations, string? Outcome = null);
}
