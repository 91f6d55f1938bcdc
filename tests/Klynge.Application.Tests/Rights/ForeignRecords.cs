using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Minutes;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>Whose the record is that an id names, where the button's own belongs.</summary>
public enum ForeignKind
{
    OtherForum = 1,

    /// <summary>Of the same forum, but of another case or meeting: one that the person has no part in where there are such.</summary>
    AnotherCase = 2,

    /// <summary>Of a closed item or case.</summary>
    Closed = 3,

    /// <summary>Of a meeting that was held, a case that is decided, a forum that is no more, a seat that was left.</summary>
    Ended = 4,

    /// <summary>Taken off, cancelled, discarded.</summary>
    Removed = 5,

    /// <summary>Nobody's.</summary>
    Random = 6,

    /// <summary>A record of the person's own forum, but of another type than the field takes.</summary>
    OtherType = 7,

    Empty = 8,

    Malformed = 9,
}

/// <summary>
/// Beside the board's own: another forum with something of every kind, what is closed, and what has ended. Rare words stand in every title,
/// text and name of the other forum and of what is closed, so that an answer that shows anything of them is found.
/// </summary>
internal sealed partial class ForeignRecords(RightsBoard board)
{
    /// <summary>Stands in all that is another forum's, which nobody here may see. No word of the product's own.</summary>
    internal const string OtherSecret = "ANDETSTEDS";

    /// <summary>Stands in all that is closed, which some may see.</summary>
    internal const string ClosedSecret = "HEMMELIGT";

    /// <summary>Stands beside each of the two, to search by.</summary>
    internal const string SearchedWord = "bjergkrystal";

    /// <summary>How many have a vote in the other forum: no minute, day, week or page has that number.</summary>
    internal const int OtherVoters = 67;

    private readonly Dictionary<(string Table, ForeignKind Kind), Guid> _ids = [];
    private readonly Dictionary<Guid, string> _tables = [];

    private ChatFixture Chat => board.Chat;

    /// <summary>No secret: a secretariat's names are for everybody, so that they can write to it.</summary>
    private Person OtherSecretary { get; } = Named("xenia", "Xenia Skriver");

    private Caller Secretary => TestBoard.As(board.Board.Secretary);

    /// <summary>The stored protocol of a closed case that is decided.</summary>
    internal string ClosedDocument { get; private set; } = string.Empty;

    internal ForumId OtherForum => board.Third.Id;

    internal static async Task<ForeignRecords> PrepareAsync(RightsBoard board)
    {
        var records = new ForeignRecords(board);
        await records.FillOtherForumAsync();
        await records.CloseAsync();
        await records.EndAsync();
        await records.RemoveAsync();
        await board.Chat.Get<PlanDeadlines>().HandleAsync(default);
        records.NoteTables();
        return records;
    }

    /// <summary>The table of a record of the board's; null for an id that is no record's, such as the one that a form makes for a new record.</summary>
    internal string? TableOf(Guid id) => _tables.GetValueOrDefault(id);

    /// <returns>None where there is no such record. A field that holds no record yet is tried with those of every table.</returns>
    internal IEnumerable<Guid> Of(ForeignKind kind, string? table) =>
        kind == ForeignKind.OtherType ? [table == "Meetings" ? board.Item.Value : board.Ahead.Value]
        : table is null ? _ids.Where(pair => pair.Key.Kind == kind && pair.Key.Table is "AgendaItems" or "Deadlines" or "WrittenProcedures").Select(pair => pair.Value)
        : _ids.TryGetValue((table, kind), out var id) ? [id] : [];

    /// <summary>What a button is usually pressed with, as the meeting that it is about has a closed item; and with each record that is closed in place of the usual one.</summary>
    internal IEnumerable<JsonNode> AboutClosed(ButtonRight right)
    {
        var usual = RightsCalls.Data(board, right, Actors.Secretariat).GetRawText();
        var fields = JsonNode.Parse(usual)!.AsObject().Select(pair => pair.Key).ToList();
        yield return JsonNode.Parse(usual)!;
        (string Field, string Table)[] closed = [("meeting", "Meetings"), ("item", "AgendaItems"), ("procedure", "WrittenProcedures"), ("deadline", "Deadlines"), ("found", "FoundDeadlines"), ("coming", "ComingItems"), ("standingRule", "StandingRules")];
        foreach (var (field, table) in closed.Where(one => fields.Contains(one.Field)))
        {
            var data = JsonNode.Parse(usual)!;
            data[field] = _ids[(table, ForeignKind.Closed)];
            yield return data;
        }
    }

    private async Task FillOtherForumAsync()
    {
        var voters = Enumerable.Range(1, OtherVoters).Select(number => Named($"fremmed{number}", $"{OtherSecret} Nummer {number}")).ToList();
        await board.Board.AddAsync([OtherSecretary, .. voters]);
        var seats = voters.Select((person, number) => Seat(OtherForum, person, Role.Member, number + 2)).ToList();
        await board.Board.AddAsync([Seat(OtherForum, OtherSecretary, Role.Secretariat, 1), .. seats]);
        var asked = new Forum { BoardId = board.Third.BoardId, Key = "koordineringsforum", Name = "Koordineringsforum", Level = 4, Rules = board.Third.Rules };
        await board.Board.AddAsync(asked);

        var secretary = TestBoard.As(OtherSecretary);
        var ahead = Must(await Chat.Get<ScheduleMeeting>().HandleAsync(secretary, new(OtherForum, Time(21, 9), OtherSecret), default));
        var item = Must(await Chat.Get<AddItem>().HandleAsync(secretary, new(OtherForum, ahead, Content(OtherSecret, isClosed: false)), default)).Id;
        var held = await HoldAsync(OtherForum, secretary, Content(OtherSecret, isClosed: false), daysAgo: 3);
        var open = await OpenAsync(OtherForum, secretary, Form(OtherSecret), item: null);
        var draft = Must(await Chat.Get<SaveProcedureDraft>().HandleAsync(secretary, new(OtherForum, null, null, Form(OtherSecret)), default));
        var until = board.Board.Clock.GetCurrentInstant() + Duration.FromDays(9);
        Must(await Chat.Get<ConsultForum>().HandleAsync(secretary, new(OtherForum, draft, asked.Id, until), default));
        var consulted = Must(await Chat.Get<ConsultForum>().HandleAsync(Secretary, new(board.Forum.Id, board.Draft, asked.Id, until), default));
        Assert.Equal(0, consulted);
        var deadline = Must(await Chat.Get<SetDeadline>().HandleAsync(secretary, new(OtherForum, $"{OtherSecret} frist", new LocalDate(2026, 1, 22), null), default));
        var invitation = new Invitation { MeetingId = ahead, Address = "andet@fjordlandet.example", Name = OtherSecret };
        var presence = new Presence { MeetingId = held, Address = "andet@fjordlandet.example", Name = OtherSecret, Kind = AttendanceKind.Account, Minutes = 60 };
        await board.Board.AddAsync(invitation, presence, new AccountClaim
        {
            ObjectId = "00000000-0000-4000-8000-0000000c1a1e",
            PersonId = voters[0].Id,
            Address = "fremmed1@fjordlandet.example",
            AskedAt = board.Board.Clock.GetCurrentInstant(),
        });
        Must(await Chat.Get<AskContribution>().HandleAsync(secretary, new(OtherForum, item, [voters[0].Id], board.Board.Today.PlusDays(10), OtherSecret), default));
        var file = ItemFile.Dropped(OtherSecretary.Id, $"{OtherSecret}.pdf", "https://fjordlandet-my.sharepoint.com/andet", board.Board.Clock.GetCurrentInstant());
        await board.Board.AddAsync(file);
        await using var db = board.Board.Open();
        foreach (var (table, id) in new[] { ("Forums", OtherForum.Value), ("ItemFiles", file.Id.Value), ("Meetings", ahead.Value), ("AgendaItems", item.Value), ("WrittenProcedures", open.Value), ("ChairQuestions", board.QuestionAbove.Value) })
            Add(ForeignKind.OtherForum, table, id);
        Add(ForeignKind.OtherForum, "Contributions", (await db.Contributions.SingleAsync(one => one.ForumId == OtherForum)).Id.Value);
        foreach (var (table, id) in new[] { ("Contributions", board.OfDoctor.Value), ("ItemGuests", board.GuestToTell.Value) })
            Add(ForeignKind.AnotherCase, table, id);
        Add(ForeignKind.OtherForum, "ItemGuests", await GuestAsync(secretary, OtherForum, item, OtherSecret));
        Add(ForeignKind.OtherForum, "Consultations", (await db.Consultations.SingleAsync(one => one.ProcedureId == draft)).Id.Value);
        Add(ForeignKind.AnotherCase, "Consultations", (await db.Consultations.SingleAsync(one => one.ProcedureId == board.Draft && one.ForumId == asked.Id)).Id.Value);
        await AddComingAsync(ForeignKind.OtherForum, secretary, OtherForum, deadline, OtherSecret);
        Add(ForeignKind.OtherForum, "Deadlines", deadline.Value);
        Add(ForeignKind.OtherForum, "FoundDeadlines", (await db.FoundDeadlines.FirstAsync(one => one.ForumId == OtherForum)).Id.Value);
        Add(ForeignKind.OtherForum, "Participants", (await db.Participants.FirstAsync(one => one.MeetingId == held)).Id.Value);
        foreach (var (table, id) in new[] { ("Members", seats[0].Id.Value), ("People", voters[0].Id.Value), ("Invitations", invitation.Id.Value), ("Presences", presence.Id.Value) })
            Add(ForeignKind.OtherForum, table, id);
        Add(ForeignKind.OtherForum, "AccountClaims", Guid.Parse("00000000-0000-4000-8000-0000000c1a1e"));
    }

    private async Task CloseAsync()
    {
        var item = Must(await Chat.Get<AddItem>().HandleAsync(Secretary, new(board.Forum.Id, board.Ahead, Content(ClosedSecret, isClosed: true)), default)).Id;
        Must(await Chat.Get<AskContribution>().HandleAsync(Secretary, new(board.Forum.Id, item, [board.Board.Doctor.Id], board.Board.Today.PlusDays(10), ClosedSecret), default));
        var open = await OpenAsync(board.Forum.Id, Secretary, Form(ClosedSecret), item);
        var held = await HoldAsync(board.Forum.Id, Secretary, Content(ClosedSecret, isClosed: true), daysAgo: 2);
        var decided = await OpenAsync(board.Forum.Id, Secretary, Form(ClosedSecret) with { IsClosed = true }, item: null);
        Must(await Chat.Get<CloseWrittenProcedure>().HandleAsync(Secretary, new(board.Forum.Id, decided), default));
        await Chat.Get<StoreProcedureDocuments>().HandleAsync(default);
        var deadline = Must(await Chat.Get<SetDeadline>().HandleAsync(Secretary, new(board.Forum.Id, $"{ClosedSecret} frist", new LocalDate(2026, 1, 22), null, item), default));
        await using var db = board.Board.Open();
        ClosedDocument = (await db.ProcedureDocuments.FirstAsync(one => one.ProcedureId == decided)).Path;
        var contribution = (await db.Contributions.SingleAsync(one => one.ItemId == item)).Id.Value;
        var found = (await db.FoundDeadlines.FirstAsync(one => one.ItemId == item)).Id.Value;
        var guest = await GuestAsync(Secretary, board.Forum.Id, item, ClosedSecret);
        await AddComingAsync(ForeignKind.Closed, Secretary, board.Forum.Id, deadline, ClosedSecret);
        foreach (var (table, id) in new[] { ("Meetings", held.Value), ("AgendaItems", item.Value), ("Contributions", contribution), ("ItemGuests", guest), ("WrittenProcedures", open.Value), ("Deadlines", deadline.Value), ("FoundDeadlines", found) })
            Add(ForeignKind.Closed, table, id);
    }

    private async Task EndAsync()
    {
        var ended = new Forum { BoardId = board.Third.BoardId, Key = "nedlagt", Name = "Nedlagt forum", Level = 9, Rules = board.Third.Rules };
        var former = Named("tidligere", "Tove Tidligere");
        await board.Board.AddAsync(ended, former);
        var left = Seat(board.Forum.Id, former, Role.Member, 50);
        left.To = board.Board.Today.PlusDays(-1);
        await board.Board.AddAsync(left, Seat(ended.Id, board.Board.Secretary, Role.Secretariat, 1), Seat(ended.Id, board.People[Actors.Member], Role.Member, 2));
        var others = await OpenAsync(board.Forum.Id, Secretary, Form("Andres sag"), item: null);
        var deadline = Must(await Chat.Get<SetDeadline>().HandleAsync(Secretary, new(board.Forum.Id, "Anden frist", new LocalDate(2026, 1, 22), null), default));
        var invitation = new Invitation { MeetingId = board.Later, Address = "anden@fjordlandet.example", Name = "Anden Inviteret" };
        var presence = new Presence { MeetingId = board.Approved, Address = "anden@fjordlandet.example", Name = "Anden Til Stede", Kind = AttendanceKind.Account, Minutes = 60 };
        await board.Board.AddAsync(invitation, presence);
        await using var db = board.Board.Open();
        (await db.Forums.SingleAsync(one => one.Id == ended.Id)).IsClosed = true;
        await db.SaveChangesAsync();
        // Nobody who presses stands on the roll of this one, but the seats that nobody here holds.
        await db.RollEntries.Where(one => one.ProcedureId == others && one.VoterId != board.Board.Doctor.Id).ExecuteDeleteAsync();
        Add(ForeignKind.AnotherCase, "WrittenProcedures", others.Value);
        Add(ForeignKind.AnotherCase, "Meetings", board.Later.Value);
        Add(ForeignKind.AnotherCase, "AgendaItems", (await db.AgendaItems.FirstAsync(one => one.MeetingId == board.Later)).Id.Value);
        Add(ForeignKind.AnotherCase, "Members", board.SeatOf(board.Board.Doctor));
        Add(ForeignKind.AnotherCase, "Participants", (await db.Participants.FirstAsync(one => one.MeetingId == board.Approved)).Id.Value);
        foreach (var (table, id) in new[] { ("Deadlines", deadline.Value), ("FoundDeadlines", board.FoundElsewhere), ("Invitations", invitation.Id.Value), ("Presences", presence.Id.Value) })
            Add(ForeignKind.AnotherCase, table, id);
        (string Table, Guid Id)[] over = [("Forums", ended.Id.Value), ("Meetings", board.Approved.Value), ("AgendaItems", board.ItemOfHeld.Value), ("WrittenProcedures", board.Closed.Value), ("Deadlines", board.Finished.Value), ("FoundDeadlines", board.Dismissed), ("Members", left.Id.Value), ("People", former.Id.Value)];
        foreach (var (table, id) in over)
            Add(ForeignKind.Ended, table, id);
    }

    private async Task RemoveAsync()
    {
        var deadline = Must(await Chat.Get<SetDeadline>().HandleAsync(Secretary, new(board.Forum.Id, "Taget væk", new LocalDate(2026, 1, 22), null), default));
        Must(await Chat.Get<RemoveDeadline>().HandleAsync(Secretary, board.Forum.Id, deadline, null, default));
        foreach (var (table, id) in new[] { ("Meetings", board.Cancelled.Value), ("AgendaItems", board.Removed.Value), ("Deadlines", deadline.Value) })
            Add(ForeignKind.Removed, table, id);
    }

    /// <summary>Two days ago or more, past the questions that an unlikely time asks; its minutes are written and approved.</summary>
    private async Task<MeetingId> HoldAsync(ForumId forum, Caller by, AgendaItemContent content, int daysAgo)
    {
        var now = board.Board.Clock.GetCurrentInstant();
        var meeting = Meeting.Schedule(forum, Time(-daysAgo, 9), content.IsClosed ? "Rådhuset" : OtherSecret, now - Duration.FromDays(daysAgo + 1)).Value;
        var item = AgendaItem.Add(meeting, 1, content, now - Duration.FromDays(daysAgo + 1));
        await board.Board.AddAsync(meeting, item);
        Must(await Chat.Get<BeginMeeting>().HandleAsync(by, new(forum, meeting.Id, IsSure: true), default));
        Must(await Chat.Get<RecordDecision>().HandleAsync(by, new(forum, item.Id, $"{(content.IsClosed ? ClosedSecret : OtherSecret)} blev besluttet."), default));
        Must(await Chat.Get<FinishMeeting>().HandleAsync(by, new(forum, meeting.Id, IsSure: true), default));
        Must(await Chat.Get<WriteMinutes>().HandleAsync(by, new(forum, meeting.Id), default));
        await Chat.Get<StoreUploads>().HandleAsync(default);
        Must(await Chat.Get<ApproveMinutes>().HandleAsync(by, new(forum, meeting.Id), default));
        return meeting.Id;
    }

    private async Task<WrittenProcedureId> OpenAsync(ForumId forum, Caller by, ProcedureForm form, AgendaItemId? item)
    {
        var draft = Must(await Chat.Get<SaveProcedureDraft>().HandleAsync(by, new(forum, null, item, form), default));
        Must(await Chat.Get<OpenWrittenProcedure>().HandleAsync(by, new(forum, draft), default));
        return draft;
    }

    private void NoteTables() => board.Ids().ToList().ForEach(one => _tables[one.Id] = one.Table);

    private static ProcedureForm Form(string secret) => ProcedureFixture.Form with
    {
        Title = $"{secret} sag",
        Summary = $"{secret} kort",
        Presentation = $"{secret} fremstilling {SearchedWord}",
        Recommendations = $"1. Godkender {secret}",
        Attachments = string.Empty,
    };

    private static AgendaItemContent Content(string secret, bool isClosed) => new()
    {
        Title = $"{secret} punkt",
        Kind = AgendaItemKind.Decision,
        Presenter = $"{secret} oplægsholder",
        Sections = [new("Sagsfremstilling", $"{secret} tekst om {SearchedWord}. {secret} sendes senest den 2. april 2026.")],
        Recommendations = [$"Godkender {secret}"],
        IsClosed = isClosed,
    };

    private MeetingTime Time(int days, int hour) => new(board.Board.Today.PlusDays(days), new LocalTime(hour, 0), new LocalTime(hour + 2, 0));

    private static Person Named(string key, string name) => new() { Key = key, Name = name, Email = $"{key}@fjordlandet.example" };

    private static ForumMember Seat(ForumId forum, Person person, Role role, int order) => new()
    {
        ForumId = forum,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };

    private static T Must<T>(Result<T> result)
        where T : notnull => result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error?.ToString());
}
