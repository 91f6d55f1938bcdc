using Klynge.Application.Deadlines.Finding;
using NodaTime.Text;

namespace Klynge.Application.Tests.Deadlines.Finding;

/// <summary>How well deadlines are found: on sentences that the rules were written with, and on others that were kept back.</summary>
public sealed class PrecisionAndRecallTests(ITestOutputHelper output)
{
    private const double Wanted = 0.95;

    /// <summary>Offered to be confirmed or changed, and so worth less than the day.</summary>
    private const double WantedOfResponsible = 0.94;

    [Theory]
    [InlineData("saetninger.txt")]
    [InlineData("saetninger-gemt.txt")]
    [InlineData("referater.txt")]
    [InlineData("referater-gemt.txt")]
    [InlineData("referater-nye.txt")]
    [InlineData("referater-3.txt")]
    [InlineData("referater-4.txt")]
    [InlineData("referater-5.txt")]
    [InlineData("referater-6.txt")]
    [InlineData("referater-7.txt")]
    [InlineData("referater-8.txt")]
    [InlineData("referater-9.txt")]
    [InlineData("referater-10.txt")]
    [InlineData("referater-11.txt")]
    [InlineData("referater-12.txt")]
    [InlineData("referater-13.txt")]
    [InlineData("referater-14.txt")]
    [InlineData("referater-15.txt")]
    [InlineData("referater-16.txt")]
    [InlineData("referater-17.txt")]
    [InlineData("referater-18.txt")]
    [InlineData("referater-19.txt")]
    [InlineData("referater-20.txt")]
    [InlineData("referater-21.txt")]
    [InlineData("referater-22.txt")]
    [InlineData("referater-23.txt")]
    [InlineData("referater-24.txt")]
    [InlineData("referater-25.txt")]
    public void Finder_OnLabelledSentences_IsPreciseAndComplete(string file)
    {
        var sentences = LabelledSentence.Read(file).ToList();
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var found = DeadlineFinder.Find(sentence.Text, sentence.SeenFrom).Select(Show).ToList();
            var expected = sentence.Expected.ToList();
            var hits = found.Count(expected.Remove);
            (right, wrong, missed) = (right + hits, wrong + found.Count - hits, missed + expected.Count);
            if (found.Count > hits || expected.Count > 0)
                output.WriteLine($"{string.Join(", ", sentence.Expected)} / {string.Join(", ", found)}: {sentence.Text}");
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"{file}: {sentences.Count} sentences, {right} found, {wrong} wrong, {missed} missed: precision {precision:0.000}, recall {recall:0.000}");
        Assert.InRange(precision, Wanted, 1);
        Assert.InRange(recall, Wanted, 1);
    }

    [Theory]
    [InlineData("referater.txt")]
    [InlineData("referater-gemt.txt")]
    [InlineData("referater-nye.txt")]
    [InlineData("referater-3.txt")]
    [InlineData("referater-4.txt")]
    [InlineData("referater-5.txt")]
    [InlineData("referater-6.txt")]
    [InlineData("referater-7.txt")]
    [InlineData("referater-8.txt")]
    [InlineData("referater-9.txt")]
    [InlineData("referater-10.txt")]
    [InlineData("referater-11.txt")]
    [InlineData("referater-12.txt")]
    [InlineData("referater-13.txt")]
    [InlineData("referater-14.txt")]
    [InlineData("referater-15.txt")]
    [InlineData("referater-16.txt")]
    [InlineData("referater-17.txt")]
    [InlineData("referater-18.txt")]
    [InlineData("referater-19.txt")]
    [InlineData("referater-20.txt")]
    [InlineData("referater-21.txt")]
    [InlineData("referater-22.txt")]
    [InlineData("referater-23.txt")]
    [InlineData("referater-24.txt")]
    [InlineData("referater-25.txt")]
    public void Finder_OnLabelledSentences_NamesTheResponsible(string file)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var sentence in LabelledSentence.Read(file).Where(one => one.Expected.Count > 0))
        {
            var found = DeadlineFinder.Find(sentence.Text, sentence.SeenFrom).Select(one => one.Responsible).FirstOrDefault() ?? string.Empty;
            if (found != sentence.Responsible)
                output.WriteLine($"{sentence.Responsible} / {found}: {sentence.Text}");

            (right, wrong, missed) = (
                right + (found == sentence.Responsible && found.Length > 0 ? 1 : 0),
                wrong + (found != sentence.Responsible && found.Length > 0 ? 1 : 0),
                missed + (found != sentence.Responsible && sentence.Responsible.Length > 0 ? 1 : 0));
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"{file}: responsible: {right} found, {wrong} wrong, {missed} missed: precision {precision:0.000}, recall {recall:0.000}");
        Assert.InRange(precision, WantedOfResponsible, 1);
        Assert.InRange(recall, WantedOfResponsible, 1);
    }

    private static string Show(DeadlineFinding finding)
    {
        var date = finding.Date is { } day ? LocalDatePattern.Iso.Format(day) : "?";
        return finding.Time is { } time ? $"{date} {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time)}" : date;
    }
}
