using System.Globalization;
using System.Text.Json;
using Klynge.Application.Deadlines;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Rights;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// People press twice, the channel delivers twice, answers are lost and presses come late. Every button of the product is pressed so on a
/// board in the middle of its work: the result in the database is that of one press, messages to others among it, and nobody is told no for
/// having pressed again. <c>KLYNGE_PRESSES</c> is how many random sequences are tried, 40 without it, from <c>KLYNGE_PRESSES_SEED</c> on; each
/// names its seed when it fails.
/// </summary>
public sealed class RepeatedPressTests : IAsyncLifetime
{
    private const int Seed = 20_261_128;

    private static readonly List<ButtonRight> Buttons = [.. RightsTable.All.OfType<ButtonRight>()];

    private RightsBoard _board = null!;
    private RightsChat _first = null!;
    private RightsChat _second = null!;
    private int _press;

    public async ValueTask InitializeAsync()
    {
        _board = await RightsBoard.CreateAsync();
        _first = await RightsChat.CreateAsync(_board);
        _second = RightsChat.Beside(_board);
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        await _board.DisposeAsync();
    }

    /// <summary>The answer was lost: the channel delivers the same press to another host, and the person is told that it is done.</summary>
    [Fact]
    public async Task EveryButton_WhoseAnswerWasLost_IsDoneOnceAndAnswersAgain()
    {
        var wrong = new List<string>();
        foreach (var button in Buttons)
        {
            var press = New(button);
            var answer = await PressAsync(_first, press);
            var once = _board.Contents();
            var again = await PressAsync(_second, press);
            wrong.AddRange(Differences(press, once, answer, again));
            _board.PutBack();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>
    /// A double tap: the same button of the same card, as two presses. A secret link is the exception: the calendar's is stored as a hash
    /// only, so it cannot be shown again, and the second press makes the one that counts; a document's opens for ten minutes, so whoever asks again
    /// is sent one that begins anew.
    /// </summary>
    [Fact]
    public async Task EveryButton_PressedTwice_ComesToTheSame()
    {
        var wrong = new List<string>();
        foreach (var button in Buttons)
        {
            var press = New(button);
            var answer = await PressAsync(_first, press);
            var once = _board.Contents();
            var again = await PressAsync(_first, press with { Id = NextId() });
            wrong.AddRange(button == DeadlineVerbs.CalendarCreate || button == DocumentButton.Verb ? [] : Differences(press, once, answer, again));
            _board.PutBack();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Several people press this and that, and the channel delivers some of it again, late and in another order: nothing is undone or done twice.</summary>
    [Fact]
    public async Task PressesDeliveredAgain_LateAndOutOfOrder_ChangeNothing()
    {
        var wrong = new List<string>();
        foreach (var seed in Enumerable.Range(Asked("KLYNGE_PRESSES_SEED", Seed), Asked("KLYNGE_PRESSES", 40)))
        {
            var random = new Random(seed);
            var presses = Enumerable.Range(0, random.Next(2, 6)).Select(_ => New(Buttons[random.Next(Buttons.Count)])).ToList();
            foreach (var press in presses)
                await PressAsync(_first, press);

            var before = _board.Contents();
            var done = await DoneAsync(presses);
            foreach (var press in done.OrderBy(_ => random.Next()))
            {
                await PressAsync(_second, press);
                wrong.AddRange(before == _board.Contents() ? [] : [$"seed {seed}: {press.Button.Verb} came late after {string.Join(", ", presses.Select(one => one.Button.Verb))}:\n{Changes(before, _board.Contents())}"]);
            }

            _board.PutBack();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Cards lie open while others work: what is pressed on them in any order never breaks an agenda or empties a decision, and fails for nobody.</summary>
    [Fact]
    public async Task PressesOnOldCards_InAnyOrder_LeaveTheBoardWhole()
    {
        var wrong = new List<string>();
        foreach (var seed in Enumerable.Range(Asked("KLYNGE_PRESSES_SEED", Seed), Asked("KLYNGE_PRESSES", 40)))
        {
            var random = new Random(seed);
            var cards = Enumerable.Range(0, random.Next(3, 8)).Select(_ => New(Buttons[random.Next(Buttons.Count)])).ToList();
            foreach (var card in cards.Concat(cards).OrderBy(_ => random.Next()))
                await PressAsync(_first, card with { Id = NextId() });

            wrong.AddRange((await FaultsAsync()).Select(fault => $"seed {seed}: {fault} after {string.Join(", ", cards.Select(card => card.Button.Verb))}"));
            _board.PutBack();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    private static IEnumerable<string> Differences(Press press, string once, string answer, string again, string twice)
    {
        if (once != twice)
            yield return $"{press.Button.Verb} changes more the second time:\n{Changes(once, twice)}";

        if (Refusal(answer) is null && Refusal(again) is { } refusal)
            yield return $"{press.Button.Verb} is refused the second time: {refusal}";
    }

    private IEnumerable<string> Differences(Press press, string once, string answer, string again) => Differences(press, once, answer, again, _board.Contents());

    private static string? Refusal(string answer)
    {
        using var body = JsonDocument.Parse(answer);
        return RightsChat.RefusalIn(body.RootElement);
    }

    private static string Changes(string before, string after)
    {
        var (old, now) = (before.Split('\n').ToHashSet(StringComparer.Ordinal), after.Split('\n').ToHashSet(StringComparer.Ordinal));
        var lines = old.Except(now).Select(line => $"  - {line}").Concat(now.Except(old).Select(line => $"  + {line}"));
        return string.Join('\n', lines.Select(line => line.Length > 300 ? line[..300] : line));
    }

    /// <summary>Those that changed something: a press that was refused may be tried again by the channel, and then it is a new one.</summary>
    private async Task<List<Press>> DoneAsync(IEnumerable<Press> presses)
    {
        await using var db = _board.Board.Open();
        var keys = await db.ProcessedActivities.Select(activity => activity.Key).ToListAsync();
        return [.. presses.Where(press => keys.Exists(key => key.Contains($"/{press.Id}/", StringComparison.Ordinal)))];
    }

    private async Task<List<string>> FaultsAsync()
    {
        await using var db = _board.Board.Open();
        var faults = new List<string>();
        var items = await db.AgendaItems.AsNoTracking().ToListAsync();
        foreach (var agenda in items.Where(item => item.Status == AgendaItemStatus.Accepted).GroupBy(item => item.MeetingId))
        {
            var numbers = agenda.Select(item => item.Number).Order().ToList();
            faults.AddRange(numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) ? [] : [$"an agenda is numbered {string.Join(", ", numbers)}"]);
        }

        faults.AddRange(items.Exists(item => item.Decision is { } decision && string.IsNullOrWhiteSpace(decision)) ? ["a decision is empty"] : []);
        var remarks = await db.ConsultationRemarks.AsNoTracking().GroupBy(remark => new { remark.ConsultationId, remark.PersonId }).Select(group => group.Count()).ToListAsync();
        faults.AddRange(remarks.Exists(count => count > 1) ? ["somebody's remarks are there twice"] : []);
        var cases = await db.WrittenProcedures.AsNoTracking().Where(one => one.AgendaItemId != null).GroupBy(one => one.AgendaItemId).Select(group => group.Count()).ToListAsync();
        faults.AddRange(cases.Exists(count => count > 1) ? ["an item has two cases"] : []);
        return faults;
    }

    private Press New(ButtonRight button)
    {
        var actor = RightsPeople.Columns.First(column => button.Who.HasFlag(column));
        return new Press(button, actor, RightsCalls.Data(_board, button, actor), NextId());
    }

    private string NextId() => $"press-{++_press}";

    private static Task<string> PressAsync(RightsChat host, Press press) => host.DeliverAsync(press.Button, press.Actor, press.Data, press.Id);

    private sealed record Press(ButtonRight Button, Actors Actor, JsonElement Data, string Id);
}
