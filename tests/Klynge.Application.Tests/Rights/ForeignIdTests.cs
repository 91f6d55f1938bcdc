using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Rights;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Every button with every id that its cards carry (<see cref="IdSlots"/>) put in turn in place of its own by each of <see cref="ForeignKind"/>:
/// nothing foreign is shown, nothing is changed, and one that is another forum's is answered word for word as one that is nobody's.
/// </summary>
/// <remarks>
/// Every run presses each field as whoever can do most in their own forum, with another forum's and nobody's, and as whoever can do most of
/// those who may not read what is closed, with that; the other kinds take turns, day by day, and so do the other roles, which press a share.
/// With <c>KLYNGE_EVERY_ID=1</c> it is everything as every role. What fails names its seed, the day's number, which <c>KLYNGE_ID_SEED</c> sets.
/// </remarks>
[Collection(ForeignBoard.Name)]
public sealed partial class ForeignIdTests(ForeignBoard prepared, ITestOutputHelper output)
{
    private const int OneIn = 6;

    private static readonly ForeignKind[] Kinds = Enum.GetValues<ForeignKind>();

    /// <summary>In every run; another forum's is held against nobody's.</summary>
    private static readonly ForeignKind[] Always = [ForeignKind.OtherForum, ForeignKind.Random, ForeignKind.Closed];

    /// <summary>The id that a form makes for its new record. One that is taken cannot be given again, by whoever.</summary>
    private static readonly Dictionary<(string Verb, string Field), string> ForNew = new()
    {
        [("agenda.add", "new")] = "AgendaItems",
        [("attachment.link", "new")] = "ItemFiles",
        [("ballot.open", "ballot")] = "ItemBallots",
        [("guest.add", "new")] = "ItemGuests",
        [("turn.add", "new")] = "GuestCadences",
        [("coming.add", "new")] = "ComingItems",
        [("chairdecision.make", "new")] = "ChairDecisions",
        [("deadline.set", "new")] = "Deadlines",
        [("procedure.draft", "draft")] = "WrittenProcedures",
    };

    /// <summary>
    /// Every forum may be asked for its remarks, and whoever asks is told of how many; people of every forum for a contribution, by name. A
    /// question to the chairs goes to the forum above, which is another one: QuestionTests try those that are not. A promise may be put before
    /// every forum of the board, whose secretariat is asked: FeedAgreementTests try those that are not. So may an item be sent: SendAgainTests. A forum
    /// that ends is handed over to any other that goes on: HandoverTests try those that are none.
    /// </summary>
    private static readonly (string Verb, string Field)[] OfAnyForum =
    [
        ("procedure.consult", "asked"), ("contribution.ask", "people"), ("question.ask", "to"), ("deadline.accept", "target*"), ("send.item", "target"),
        ("handover.preview", "to"), ("handover.confirm", "to"),
    ];

    /// <summary>The lines that a card of found deadlines shows again; which of them is answered stands in another field.</summary>
    private const string ShownAgain = "all";

    private static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("KLYNGE_ID_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : (int)(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays;

    private static bool IsWhole => Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1";

    private int _turn;

    [Fact]
    public async Task EveryButton_ByEveryRole_WithAnIdThatIsNotForIt_ShowsNothingAndChangesNothing()
    {
        var (board, foreign, chat) = prepared.Start();
        var slots = await IdSlots.DrawnAsync(board, chat);
        var (wrong, tried) = (new List<string>(), new HashSet<(string Verb, ForeignKind Kind)>());
        var tables = TablesOf(slots, foreign);
        // A question is no record: it is answered once, by whoever it was asked of.
        wrong.AddRange((await IdSlots.ReadAsync()).Except([.. slots.Select(slot => slot.Field), "question"]).Select(field => $"{field} is read as an id and stands on no card that was tried"));
        var (before, presses) = (board.Contents(), 0);
        foreach (var verb in slots.GroupBy(slot => slot.Verb))
        {
            var right = RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb.Key);
            foreach (var (actor, kinds, isShare) in Pressers(right))
            {
                var trial = new Trial(board, chat, foreign, tables, right, actor);
                foreach (var (slot, number) in verb.Select(slot => (slot, _turn++)).Where(one => !isShare || (one.Item2 + Seed) % OneIn == 0))
                    wrong.AddRange(await trial.TryAsync(slot, kinds.Where((kind, place) => IsWhole || Always.Contains(kind) || (number + place + Seed) % 3 == 0)));
                tried.UnionWith(trial.Tried.Select(kind => (right.Verb, kind)));
                presses += trial.Presses;
            }

            if (board.Contents() != before)
            {
                wrong.Add($"{right.Verb}: something has changed that is not on record");
                board.PutBack();
            }
        }

        output.WriteLine($"{slots.Count} fields of {slots.Select(slot => slot.Verb).Distinct().Count()} buttons, {presses:N0} presses, seed {Seed}");
        Assert.True(wrong.Count == 0, $"seed {Seed}\n{string.Join('\n', wrong)}");
        Assert.Empty(slots.Select(slot => slot.Verb).Except(tried.Select(one => one.Verb)));
        Assert.All(Kinds, kind => Assert.Contains(tried, one => one.Kind == kind));
    }

    /// <summary>What a field holds on one card, it holds on all: some cards stand among the samples only, whose ids are nobody's.</summary>
    private static Dictionary<(string Field, int Place), string> TablesOf(IEnumerable<IdSlot> slots, ForeignRecords foreign) => slots
        .Select(slot => (Slot: (slot.Field, slot.Place), Table: TableIn(slot.Place == 0 ? string.Empty : slot.Example, slot.Place, foreign)))
        .Where(pair => pair.Table is not null)
        .GroupBy(pair => pair.Slot)
        .ToDictionary(group => group.Key, group => group.First().Table!);

    private static string? TableIn(string text, int place, ForeignRecords foreign) => IdSlots.IdsIn(text) is { Count: > 0 } ids
        ? foreign.TableOf(Guid.Parse(ids[Math.Max(0, Math.Min(place, ids.Count) - 1)].Value))
        : null;

    private static IEnumerable<(Actors Actor, ForeignKind[] Kinds, bool IsShare)> Pressers(ButtonRight right)
    {
        if (IsWhole)
            return RightsPeople.Columns.Select(actor => (actor, Kinds, false));

        var most = RightsPeople.AnyOf(right);
        var mostOfOthers = RightsPeople.NotForClosed.FirstOrDefault(actor => right.Who.HasFlag(actor), RightsPeople.NotForClosed[0]);
        var others = RightsPeople.Columns.Where(actor => actor != most).ToList();
        return
        [
            (most, [.. Kinds.Where(kind => kind != ForeignKind.Closed || RightsPeople.NotForClosed.Contains(most))], false),
            .. RightsPeople.NotForClosed.Contains(most) ? Array.Empty<(Actors, ForeignKind[], bool)>() : [(mostOfOthers, [ForeignKind.Closed], false)],
            (others[Seed % others.Count], Kinds, true),
        ];
    }

    /// <summary>The number of <see cref="ForeignRecords.OtherVoters"/>, not as a part of another one.</summary>
    [GeneratedRegex("(?<![0-9:.,/-])67(?![0-9])")]
    private static partial Regex Counts();

    /// <summary>People of all forums can be asked to contribute, so their names are among the choices; nothing else of their forum is.</summary>
    [GeneratedRegex("\"title\":\"ANDETSTEDS Nummer [0-9]+, Direktørforum\"")]
    private static partial Regex Listed();

    /// <param name="Text">The answer and what was sent, without the ids that were asked with, which may come back in a card.</param>
    private sealed record Pressed(string Text, bool HasChanged);

    /// <summary>Presses one button as one person, each time on the board as it was in the beginning.</summary>
    private sealed class Trial(
        RightsBoard board, RightsChat chat, ForeignRecords foreign, IReadOnlyDictionary<(string Field, int Place), string> tables, ButtonRight right, Actors actor)
    {
        private Pressed? _usual;

        internal HashSet<ForeignKind> Tried { get; } = [];

        internal int Presses { get; private set; }

        internal async Task<List<string>> TryAsync(IdSlot slot, IEnumerable<ForeignKind> kinds)
        {
            var usual = _usual ??= await PressAsync(slot: null, string.Empty);
            var wrong = new List<string>();
            var nobodys = await PressAsync(slot, Guid.NewGuid().ToString("N"));
            var table = ForNew.GetValueOrDefault((slot.Verb, slot.Field)) ?? TableIn(Text(slot), slot.Place, foreign) ?? tables.GetValueOrDefault((slot.Field, slot.Place));
            foreach (var kind in kinds)
            {
                foreach (var id in IdsOf(kind, table))
                {
                    var answer = kind == ForeignKind.Random ? nobodys : await PressAsync(slot, id);
                    Tried.Add(kind);
                    wrong.AddRange(Faults(slot, kind, table, usual, nobodys, answer).Select(fault => $"{right.Verb} by {actor}, {slot}: {kind} {table}: {fault}"));
                }
            }

            return wrong;
        }

        private IEnumerable<string> IdsOf(ForeignKind kind, string? table) => kind switch
        {
            ForeignKind.Random or ForeignKind.Empty => [string.Empty],
            ForeignKind.Malformed => ["abc"],
            _ => foreign.Of(kind, table).Select(id => id.ToString("N")),
        };

        private IEnumerable<string> Faults(IdSlot slot, ForeignKind kind, string? table, Pressed usual, Pressed nobodys, Pressed answer)
        {
            var isOfAnyForum = OfAnyForum.Contains((slot.Verb, slot.Field));
            var shown = right == ContributionVerbs.AskForm ? Listed().Replace(answer.Text, string.Empty) : answer.Text;
            if (!isOfAnyForum && (shown.Contains(ForeignRecords.OtherSecret, StringComparison.Ordinal) || Counts().IsMatch(shown)))
                yield return $"shows another forum's: {answer.Text}";
            if (RightsPeople.NotForClosed.Contains(actor) && answer.Text.Contains(ForeignRecords.ClosedSecret, StringComparison.Ordinal))
                yield return $"shows what is closed: {answer.Text}";
            if (answer.Text.Contains("\"statusCode\":500", StringComparison.Ordinal))
                yield return $"fails: {answer.Text}";

            // A button that does the same whatever stands in a field does not read it, and a new record's id makes another record.
            if (usual == nobodys || isOfAnyForum)
                yield break;

            if (ForNew.ContainsKey((slot.Verb, slot.Field)))
            {
                if (kind == ForeignKind.OtherForum && answer.HasChanged)
                    yield return "something has changed";
                yield break;
            }

            if (kind == ForeignKind.OtherForum && answer != nobodys)
                yield return $"is answered otherwise than one that is nobody's:\n  {answer}\n  {nobodys}";
            if (answer.HasChanged && slot.Field != ShownAgain && !MayChange(kind, table, nobodys))
                yield return $"something has changed: {answer.Text}";
        }

        /// <summary>What is the person's own to change: a record of their own forum that the button is for, or a field that need not be filled in.</summary>
        private bool MayChange(ForeignKind kind, string? table, Pressed nobodys) => kind switch
        {
            _ when table == "Contributions" && right.Needs is null => false,
            ForeignKind.Empty or ForeignKind.Malformed => right.Who.HasFlag(actor),
            ForeignKind.AnotherCase when table == "Members" => actor is Actors.Secretariat or Actors.Chair,
            ForeignKind.AnotherCase when table is "WrittenProcedures" or "Consultations" && right.Needs is null => actor == Actors.Secretariat,
            ForeignKind.AnotherCase or ForeignKind.Removed => right.Who.HasFlag(actor),
            ForeignKind.Ended => right.Who.HasFlag(actor) && table != "Forums",
            ForeignKind.Closed => right.Who.HasFlag(actor) && !RightsPeople.NotForClosed.Contains(actor),
            _ => nobodys.HasChanged && right.Who.HasFlag(actor) && table is null,
        };

        /// <summary>What stands in the slot as the button is usually pressed, else as a card wrote it.</summary>
        private string Text(IdSlot slot)
        {
            var data = JsonNode.Parse(RightsCalls.Data(board, right, actor).GetRawText())!.AsObject();
            var own = data.FirstOrDefault(pair => slot.Place == 0 ? IdSlots.FieldOf(pair.Key) == slot.Field : pair.Key == slot.Field);
            var text = slot.Place == 0 ? own.Key : own.Value?.GetValueKind() == JsonValueKind.String ? (string?)own.Value : null;
            return text is not null && IdSlots.IdsIn(text).Count > 0 ? text : slot.Place == 0 ? slot.Field : slot.Example;
        }

        /// <param name="slot">Where the id goes; null to press as usual.</param>
        private async Task<Pressed> PressAsync(IdSlot? slot, string id)
        {
            var data = JsonNode.Parse(RightsCalls.Data(board, right, actor).GetRawText())!.AsObject();
            if (slot is { Place: 0 })
            {
                var named = data.Where(pair => IdSlots.FieldOf(pair.Key) == slot.Field).ToList();
                foreach (var (name, _) in named)
                    data.Remove(name);
                data[slot.Field.Replace("*", id, StringComparison.Ordinal)] = named.Count > 0 ? named[0].Value?.DeepClone() : slot.Example;
            }
            else if (slot is not null)
            {
                if (ForNew.ContainsKey((slot.Verb, slot.Field)))
                    data.Remove("procedure"); // The form of a new case has none.
                var (text, place) = (Text(slot), 0);
                data[slot.Field] = text.Length == 0 ? id : IdSlots.ReplaceIds(text, one => ++place == Math.Min(slot.Place, IdSlots.IdsIn(text).Count) ? id : one);
            }

            Presses++;
            var answer = await chat.PressAsync(right.Verb, data, board.People[actor]);
            var hasChanged = board.HasChanged();
            if (hasChanged)
            {
                answer = $"{answer}\n{board.Messages()}";
                board.PutBack();
            }

            return new Pressed(IdSlots.Mask(answer), hasChanged);
        }
    }
}
