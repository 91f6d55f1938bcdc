using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Opening;
using Klynge.Application.Forums.People;
using Klynge.Application.Rights;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// What is another forum's, and what is closed, by the ways that take no id of a card: what people write and search for, the links of documents
/// and calendars, what is sent to others, what lies on disk and what is logged.
/// </summary>
[Collection(ForeignBoard.Name)]
public sealed partial class ForeignSecretTests
{
    /// <summary>A word that stands nowhere, as long as the one that stands in what is secret.</summary>
    private const string NowhereWord = "nordlyskrone";

    private readonly RightsBoard _board;
    private readonly ForeignRecords _foreign;
    private readonly RightsChat _chat;

    public ForeignSecretTests(ForeignBoard prepared) => (_board, _foreign, _chat) = prepared.Start();

    /// <summary>With <c>KLYNGE_EVERY_ID=1</c> everybody.</summary>
    private static IEnumerable<Actors> Speakers => Environment.GetEnvironmentVariable("KLYNGE_EVERY_ID") == "1" ? RightsPeople.Columns : [Actors.Secretariat, Actors.Observer, Actors.OtherForum];

    [Fact]
    public async Task EverySentence_AboutAnotherForum_OrWhatIsClosed_ShowsNothingOfIt()
    {
        string[] sentences =
        [
            "hjælp", "møder", "dagsorden", "frister", "aftaler", "årshjul", "mine sager", "hvem kommer", "fremmøde", "kalender", "referat", "referat 11. januar",
            "møder Direktørforum", "dagsorden Direktørforum", "frister Direktørforum", "årshjul Direktørforum", "referat Direktørforum", "referat Direktørforum 10. januar",
            "hvem kommer Direktørforum", "fremmøde Direktørforum", "kalender Direktørforum", "nyt møde Direktørforum 3. marts kl. 9", "dagsorden Nedlagt forum",
            "afbud for Nummer 1", "frist Svar 4. marts ansvarlig Nummer 1", "beslutning 1 på mødet 11. januar", "fjern punkt 3", "skriftlig behandling Ny sag",
        ];
        var wrong = new List<string>();
        foreach (var actor in Speakers)
        {
            foreach (var sentence in sentences)
            {
                var answer = await _chat.SayAsync(actor, sentence);
                if (_board.HasChanged())
                    (answer, _) = ($"{answer}\n{_board.Messages()}", PutBack());
                wrong.AddRange(Shown(answer, actor).Select(secret => $"»{sentence}« by {actor} shows {secret}: {answer}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        AssertNothingLogged();
    }

    /// <summary>That another forum is not one's own is no secret within a board; what it has is: the same sentence about a forum that there is not says as much.</summary>
    [Fact]
    public async Task EverySearch_ForAWordOfAnotherForum_OrOfWhatIsClosed_IsAnsweredAsOneForAWordThatStandsNowhere()
    {
        var finders = new List<Actors>();
        foreach (var actor in RightsPeople.Columns)
        {
            var secret = await _chat.SayAsync(actor, $"søg {ForeignRecords.SearchedWord}");
            var nowhere = await _chat.SayAsync(actor, $"søg {NowhereWord}");
            Assert.Empty(Shown(secret, actor));
            if (Words(secret).Replace(ForeignRecords.SearchedWord, NowhereWord, StringComparison.Ordinal) != Words(nowhere))
                finders.Add(actor);
        }

        Assert.Equal(RightsPeople.Columns.Except(RightsPeople.NotForClosed), finders);
    }

    [Fact]
    public async Task EveryChoice_ThatIsSearchedFor_InAnotherForum_IsEmpty()
    {
        var nobody = await ChoicesAsync(Actors.Secretariat, $"people/{Guid.NewGuid():N}/{Guid.NewGuid():N}");
        string[] kinds = [PeopleSource.Seats, PeopleSource.People, PeopleSource.Roll, PeopleSource.Participants];
        Guid[] others = [.. _foreign.Of(ForeignKind.OtherForum, "Meetings"), .. _foreign.Of(ForeignKind.OtherForum, "WrittenProcedures"), Guid.NewGuid()];
        var wrong = new List<string>();
        foreach (var actor in Speakers)
        {
            foreach (var kind in kinds)
            {
                foreach (var (forum, record) in others.Append(_board.Ahead.Value).Select(id => (_foreign.OtherForum.Value, id)).Concat(others.Select(id => (_board.Forum.Id.Value, id))))
                {
                    if (await ChoicesAsync(actor, $"{kind}/{forum:N}/{record:N}") is var answer && Shown(answer, actor).Any())
                        wrong.Add($"{kind} of {record} in {forum} by {actor}: {answer}");
                    else if (forum == _foreign.OtherForum.Value && answer != nobody)
                        wrong.Add($"{kind} of {record} in {forum} by {actor} is answered otherwise than one that is nobody's: {answer}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The links are real ones with their seals, as somebody entitled has them on a card.</summary>
    [Fact]
    public async Task EveryDocument_OfAnotherForum_OrOfWhatIsClosed_IsAnsweredAsOneThatIsNotThere()
    {
        await using var db = _board.Board.Open();
        var paths = await db.Minutes.Where(one => one.DocumentPath != null).Select(one => new { one.MeetingId, one.DocumentPath }).ToListAsync();
        var links = _board.Chat.Get<DocumentLinks>();
        var others = _foreign.Of(ForeignKind.OtherForum, "Participants").Single();
        var otherMeeting = (await db.Participants.SingleAsync(one => one.Id == new ParticipantId(others))).MeetingId;
        var foreign = DocumentPath.Parse(paths.Single(one => one.MeetingId == otherMeeting).DocumentPath!)!;
        var closed = DocumentPath.Parse(_foreign.ClosedDocument)!;
        Assert.True(closed.IsClosed && foreign.Forum == _board.Third.Name, $"{closed} {foreign}");
        var wrong = new List<string>();
        foreach (var actor in RightsPeople.Columns)
        {
            var nowhere = await OpenAsync(actor, links.To(DocumentPath.Of("Findes ikke", 2026, "Referat")).AbsoluteUri);
            if (await OpenAsync(actor, links.To(foreign).AbsoluteUri) is var other && other != nowhere)
                wrong.Add($"another forum's by {actor}: {other} and not {nowhere}");
            if (RightsPeople.NotForClosed.Contains(actor) && await OpenAsync(actor, links.To(closed).AbsoluteUri) is var hidden && hidden != nowhere)
                wrong.Add($"a closed one by {actor}: {hidden} and not {nowhere}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_board.Chat.Documents, "*", SearchOption.AllDirectories), IsSecret);
    }

    [Fact]
    public async Task EveryCalendar_HasNothingOfAnotherForum_NorOfWhatIsClosedForItsReader()
    {
        foreach (var actor in RightsPeople.Columns.Where(actor => DeadlineVerbsWho.HasFlag(actor)))
        {
            var link = await _board.Chat.Get<CreateCalendarLink>().HandleAsync(new(_board.People[actor].Id), _board.Forum.Id, default);
            Assert.True(link.IsSuccess, $"{actor}: {link.Error}");

            var calendar = await _board.Chat.Get<DeadlineCalendar>().ReadAsync(Path.GetFileNameWithoutExtension(link.Value.AbsolutePath), default);

            Assert.NotNull(calendar);
            Assert.Empty(Shown(calendar, actor));
        }
    }

    private static Actors DeadlineVerbsWho => RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == "calendar.link.create").Who;

    /// <summary>Every button that the secretariat may press, with what is closed: nobody who may not read it is sent anything of it, no chat shows it, before or after, and no line of the log has it.</summary>
    [Fact]
    public async Task EveryButton_AboutWhatIsClosed_SendsNothingOfItToWhomItIsClosed()
    {
        await using var db = _board.Board.Open();
        var mayRead = RightsPeople.Columns.Except(RightsPeople.NotForClosed).Select(actor => _board.People[actor].Id)
            .Concat(await db.Members.Where(seat => seat.ForumId == _board.Forum.Id && seat.Role != Role.Observer && seat.Role != Role.Guest).Select(seat => seat.PersonId).ToListAsync())
            .Concat(await db.Members.Where(seat => seat.ForumId == _board.Forum.Id && seat.HasVote).SelectMany(seat => seat.Substitutes).Select(one => one.PersonId).ToListAsync())
            .ToHashSet();
        Assert.DoesNotContain(await _chat.SharedAsync(), card => card.Contains(ForeignRecords.ClosedSecret, StringComparison.Ordinal));
        var (wrong, changing) = (new List<string>(), 0);
        foreach (var right in RightsTable.All.OfType<ButtonRight>().Where(right => right.Who.HasFlag(Actors.Secretariat)))
        {
            foreach (var data in _foreign.AboutClosed(right))
            {
                await _chat.PressAsync(right.Verb, data, _board.People[Actors.Secretariat]);
                if (!_board.HasChanged())
                    continue;

                changing++;
                wrong.AddRange((await LeaksAsync(mayRead, data)).Select(leak => $"{right.Verb} with {data}: {leak}"));
                _board.PutBack();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(changing > 15, $"only {changing} changed something");
        AssertNothingLogged();
    }

    /// <returns>What a press has sent to whom it is not for: what is closed is for those named, another forum's for nobody here; and the shared cards of what it is about are for all.</returns>
    private async Task<List<string>> LeaksAsync(HashSet<PersonId> mayRead, JsonNode data)
    {
        await using var db = _board.Board.Open();
        var sent = await db.Outbox.Where(message => message.Id > _board.LastMessage).ToListAsync();
        var leaks = sent.Select(message => (Message: message, Text: Regex.Unescape(message.Payload ?? string.Empty)))
            .Where(one => one.Text.Contains(ForeignRecords.OtherSecret, StringComparison.Ordinal)
                || (one.Text.Contains(ForeignRecords.ClosedSecret, StringComparison.Ordinal) && !(one.Message.PersonId is { } person && mayRead.Contains(person))))
            .Select(one => $"{one.Message.Kind} to {one.Message.Lane}: {one.Text}");
        var shared = await _chat.SharedAsync([.. data.AsObject().Select(field => field.Value is JsonValue value && value.TryGetValue<Guid>(out var id) ? id : Guid.Empty)]);
        return [.. leaks, .. shared.Where(IsSecret).Select(card => $"shared: {card}")];
    }

    private void AssertNothingLogged() => Assert.DoesNotContain(_chat.Log.Lines, IsSecret);

    private static bool IsSecret(string text) =>
        text.Contains(ForeignRecords.ClosedSecret, StringComparison.Ordinal) || text.Contains(ForeignRecords.OtherSecret, StringComparison.Ordinal);

    private bool PutBack()
    {
        _board.PutBack();
        return true;
    }

    /// <summary>Without the number of the message that it answers.</summary>
    private static string Words(string answer) => ReplyTo().Replace(IdSlots.Mask(answer), string.Empty);

    [GeneratedRegex("\"replyToId\":\"[^\"]*\"")]
    private static partial Regex ReplyTo();

    private static IEnumerable<string> Shown(string answer, Actors actor)
    {
        if (answer.Contains(ForeignRecords.OtherSecret, StringComparison.Ordinal))
            yield return ForeignRecords.OtherSecret;
        if (RightsPeople.NotForClosed.Contains(actor) && answer.Contains(ForeignRecords.ClosedSecret, StringComparison.Ordinal))
            yield return ForeignRecords.ClosedSecret;
    }

    private async Task<string> OpenAsync(Actors actor, string link)
    {
        var answer = await _chat.PressAsync(DocumentButton.Verb, new JsonObject { ["document"] = link }, _board.People[actor]);
        if (_board.HasChanged())
            _board.PutBack();
        return Words(answer);
    }

    private async Task<string> ChoicesAsync(Actors actor, string dataset)
    {
        var query = JsonSerializer.SerializeToElement(new { queryText = string.Empty, queryOptions = new { skip = 0, top = 15 }, dataset });
        return (await _chat.SearchAsync(actor, query)).Body;
    }
}
