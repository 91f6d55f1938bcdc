using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Every button by every role, with an id in each field that is another forum's, another case's, a closed one's, an ended one's or
/// nobody's: nothing of it is shown, nothing is changed, and one that is another forum's is answered as one that is nobody's.
/// </summary>
/// <remarks>All of it with <c>KLYNGE_EVERY_ID=1</c>, some minutes; else one in twenty, chosen by a fixed seed.</remarks>
public sealed partial class ForeignIdTests
{
    /// <summary>Stands in all that is another forum's, which nobody here may see.</summary>
    private const string OtherSecret = "ANDETSTEDS";

    /// <summary>Stands in all that is closed, which some may see.</summary>
    private const string ClosedSecret = "HEMMELIGT";

    private const int Seed = 14;
    private const int OneIn = 20;

    private static readonly Actors[] NotForClosed = [Actors.Observer, Actors.Guest, Actors.OtherForum, Actors.Stranger];

    [Fact]
    public async Task EveryButton_ByEveryRole_WithAnIdThatIsNotForIt_ShowsNothingAndChangesNothing()
    {
        await using var board = await RightsBoard.CreateAsync();
        var foreign = await ForeignIds.PrepareAsync(board);
        using var chat = await RightsChat.CreateAsync(board);
        var (wrong, tried) = (new List<string>(), 0);
        var trial = new Trial(board, chat);
        foreach (var (right, actor, field, kind) in Chosen(board))
        {
            if (foreign.Of(kind, field) is not { } id || (kind == ForeignKind.Closed && !NotForClosed.Contains(actor)))
                continue;

            var usual = await trial.PressAsync(right, actor);
            if (usual != await trial.PressAsync(right, actor))
                continue; // It makes something new each time, such as a secret link.

            tried++;
            var nobodys = await trial.PressAsync(right, actor, field, Guid.NewGuid());
            var answer = await trial.PressAsync(right, actor, field, id);
            var name = $"{right.Verb} by {actor} with {kind} {field}";
            if (answer.Text.Contains(OtherSecret, StringComparison.Ordinal)
                || (NotForClosed.Contains(actor) && answer.Text.Contains(ClosedSecret, StringComparison.Ordinal)))
                wrong.Add($"{name}: shows {answer.Text}");
            if (answer.Text.Contains("\"statusCode\":500", StringComparison.Ordinal))
                wrong.Add($"{name}: fails");
            if (kind is ForeignKind.Other or ForeignKind.Random && answer != nobodys)
                wrong.Add($"{name}: is answered otherwise than one that is nobody's: {answer.Text}");

            // A button that does the same whatever stands in a field does not read it. What has ended may still be written down by whoever may do that.
            var isRead = usual != nobodys;
            if (isRead && answer.HasChanged && (kind is ForeignKind.Other or ForeignKind.Random || !right.Who.HasFlag(actor)))
                wrong.Add($"{name}: something has changed");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 200, $"only {tried} were tried");
    }

    private static IEnumerable<(ButtonRight Right, Actors Actor, string Field, ForeignKind Kind)> Chosen(RightsBoard board)
    {
        var isWhole = Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1";
        var random = new Random(Seed);
        return
            from right in RightsTable.All.OfType<ButtonRight>()
            from actor in RightsPeople.Columns
            from field in FieldsOf(RightsCalls.Data(board, right, actor))
            from kind in Enum.GetValues<ForeignKind>()
            let isChosen = random.Next(OneIn) == 0
            where isWhole || isChosen
            select (right, actor, field, kind);
    }

    /// <summary>Those that take an id. Any forum may be asked for its remarks.</summary>
    private static IEnumerable<string> FieldsOf(JsonElement data) => data.EnumerateObject()
        .Where(field => field.Name != "asked" && field.Value.ValueKind == JsonValueKind.String && Guid.TryParse(field.Value.GetString(), out _))
        .Select(field => field.Name);

    /// <param name="Text">The answer and what was written, without the ids that were asked with, which may come back in a card.</param>
    private sealed record Pressed(string Text, bool HasChanged);

    /// <summary>Presses a button on the board as it was in the beginning.</summary>
    private sealed class Trial(RightsBoard board, RightsChat chat)
    {
        private readonly string _before = board.Contents();

        internal async Task<Pressed> PressAsync(ButtonRight right, Actors actor, string? field = null, Guid id = default)
        {
            var data = JsonNode.Parse(RightsCalls.Data(board, right, actor).GetRawText())!;
            if (field is not null)
                data[field] = id;
            var answer = await chat.PressAsync(right.Verb, data, board.People[actor]);
            var hasChanged = board.Contents() != _before;
            if (hasChanged)
                board.PutBack();
            return new Pressed(AnyId().Replace(answer, "id"), hasChanged);
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex AnyId();

    private enum ForeignKind
    {
        /// <summary>Another forum's.</summary>
        Other,

        /// <summary>Of a closed item or case.</summary>
        Closed,

        /// <summary>Of a meeting that was held, a case that is decided, a forum that is no more.</summary>
        Ended,

        /// <summary>Nobody's.</summary>
        Random,
    }

    /// <summary>What is there beside what the buttons are usually pressed with.</summary>
    private sealed record ForeignIds(
        RightsBoard Board, MeetingId OtherMeeting, AgendaItemId OtherItem, WrittenProcedureId OtherCase, AgendaItemId ClosedItem, WrittenProcedureId ClosedCase, ForumId EndedForum)
    {
        private readonly Random _random = new(Seed);

        internal static async Task<ForeignIds> PrepareAsync(RightsBoard board)
        {
            var (third, now) = (board.Third, board.Board.Clock.GetCurrentInstant());
            var time = new MeetingTime(board.Board.Today.PlusDays(21), new LocalTime(9, 0), new LocalTime(11, 0));
            var other = Meeting.Schedule(third.Id, time, OtherSecret, now).Value;
            await using var db = board.Board.Open();
            var ahead = (await db.Meetings.FindAsync(board.Ahead))!;
            var otherItem = AgendaItem.Add(other, 1, Item(OtherSecret, isClosed: false), now);
            var closedItem = AgendaItem.Add(ahead, 40, Item(ClosedSecret, isClosed: true), now);
            await board.Board.AddAsync(other, otherItem, closedItem);
            var ended = new Forum { BoardId = third.BoardId, Key = "nedlagt", Name = "Nedlagt forum", Level = 9, Rules = third.Rules, IsClosed = true };
            await board.Board.AddAsync(ended);
            var otherCase = await DraftAsync(board, Caller.System, third.Id, item: null);
            var closedCase = await DraftAsync(board, TestBoard.As(board.Board.Secretary), board.Forum.Id, closedItem.Id);
            var opened = await board.Chat.Get<OpenWrittenProcedure>().HandleAsync(TestBoard.As(board.Board.Secretary), new(board.Forum.Id, closedCase), default);
            Assert.True(opened.IsSuccess, opened.Error?.Text);
            return new ForeignIds(board, other.Id, otherItem.Id, otherCase, closedItem.Id, closedCase, ended.Id);
        }

        /// <returns>Null where there is no such one.</returns>
        internal Guid? Of(ForeignKind kind, string field) => (kind, field) switch
        {
            (ForeignKind.Random, _) => Guid.Parse($"{_random.Next():x8}-0000-4000-8000-{_random.Next():x12}"),
            (ForeignKind.Other, "forum") => Board.Third.Id.Value,
            (ForeignKind.Other, "meeting" or "target") => OtherMeeting.Value,
            (ForeignKind.Other, "item") => OtherItem.Value,
            (ForeignKind.Other, "procedure") => OtherCase.Value,
            (ForeignKind.Closed, "item") => ClosedItem.Value,
            (ForeignKind.Closed, "procedure") => ClosedCase.Value,
            (ForeignKind.Ended, "forum") => EndedForum.Value,
            (ForeignKind.Ended, "meeting" or "target") => Board.Held.Value,
            (ForeignKind.Ended, "item") => Board.ItemOfHeld.Value,
            (ForeignKind.Ended, "procedure") => Board.Closed.Value,
            (ForeignKind.Ended, "deadline") => Board.Finished.Value,
            _ => null,
        };

        private static AgendaItemContent Item(string secret, bool isClosed) => new()
        {
            Title = $"{secret} punkt",
            Kind = AgendaItemKind.Decision,
            Sections = [new("Sagsfremstilling", $"{secret} tekst")],
            Recommendations = [$"Godkender {secret}"],
            IsClosed = isClosed,
        };

        private static async Task<WrittenProcedureId> DraftAsync(RightsBoard board, Caller by, ForumId forum, AgendaItemId? item)
        {
            var secret = item is null ? OtherSecret : ClosedSecret;
            var form = ProcedureBench.Form with { Title = $"{secret} sag", Attachments = string.Empty };
            var draft = await board.Chat.Get<SaveProcedureDraft>().HandleAsync(by, new SaveProcedureDraftRequest(forum, null, item, form), default);
            Assert.True(draft.IsSuccess, draft.Error?.Text);
            return draft.Value;
        }
    }
}
