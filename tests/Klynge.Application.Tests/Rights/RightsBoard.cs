using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Attendance;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums.Members;
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
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// A forum in the middle of its work: something of every kind that a command or a button can be about, made through the use cases. It is
/// remembered as it is then, and put back after every action that was allowed.
/// </summary>
internal sealed partial class RightsBoard : IAsyncDisposable
{
    private RightsBoard(TestBoard board, RightsPeople people) => (Board, People, Chat) = (board, people, new ChatFixture(board));

    internal TestBoard Board { get; private set; }

    internal RightsPeople People { get; }

    internal ChatFixture Chat { get; private set; }

    internal Forum Forum => Board.Forum;

    private Caller Secretary => TestBoard.As(Board.Secretary);

    private static async Task<RightsBoard> PrepareAsync(Func<TestBoard, Task>? seatMore, TestStore store)
    {
        var board = await TestBoard.CreateAsync(store);
        var prepared = new RightsBoard(board, await RightsPeople.SeatAsync(board));
        await (seatMore?.Invoke(board) ?? Task.CompletedTask);
        await prepared.HoldMeetingsAsync();
        await prepared.PlanMeetingsAsync();
        await prepared.OpenCasesAsync();
        prepared.Deadline = await prepared.SetDeadlineAsync();
        prepared.Finished = await prepared.SetDeadlineAsync();
        prepared.OfMembers = await prepared.SetDeadlineAsync("medlemmerne");
        Must(await prepared.Chat.Get<FinishDeadline>().HandleAsync(prepared.Secretary, board.Forum.Id, prepared.Finished, null, default));
        await prepared.FindDeadlinesAsync();
        await prepared.CallMeetingsAsync();
        await board.AddAsync(new AccountClaim
        {
            ObjectId = ClaimedAccount,
            PersonId = board.Doctor.Id,
            Address = "omar@fjordlandet.example",
            AskedAt = board.Clock.GetCurrentInstant(),
        });
        await prepared.AddGuestsAsync();
        await prepared.AskApprovalsAsync();
        await prepared.AskQuestionsAsync();
        await prepared.AddComingAsync();
        await prepared.OpenBallotAsync();
        await prepared.UseCouncilRightsAsync();
        await prepared.ProposeMemberAsync();

        // A list of deadlines writes those that follow from meetings; here they stand already, so that a look changes nothing.
        await prepared.Chat.Get<PlanDeadlines>().HandleAsync(default);
        await prepared.PreviewHandoverAsync();
        return prepared;
    }

    internal int VersionOf(DeadlineId deadline)
    {
        using var db = Board.Open();
        return db.Deadlines.Single(one => one.Id == deadline).Version;
    }

    internal Guid SeatOf(Person person)
    {
        using var db = Board.Open();
        return db.Members.Single(seat => seat.ForumId == Forum.Id && seat.PersonId == person.Id).Id.Value;
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
        await _asItWas.DisposeAsync();
    }

    private static T Must<T>(Result<T> result)
        where T : notnull
    {
        Assert.True(result.IsSuccess, result.Error?.ToString());
        return result.Value;
    }

    private async Task HoldMeetingsAsync()
    {
        Approved = await ScheduleAsync(daysAhead: 0, 10);
        Unwritten = await ScheduleAsync(daysAhead: 1, 9);
        Held = await ScheduleAsync(daysAhead: 1, 13);
        ItemOfHeld = await AddAsync(Held, "Sygehusplan", Board.Secretary);
        Board.Clock.Advance(Duration.FromHours(3));
        await HoldAsync(Approved);
        Board.Clock.Advance(Duration.FromHours(29));
        await HoldAsync(Unwritten);
        await HoldAsync(Held);
        foreach (var meeting in new[] { Approved, Held })
            Must(await Chat.Get<WriteMinutes>().HandleAsync(Secretary, new WriteMinutesRequest(Forum.Id, meeting), default));

        await Chat.Get<StoreUploads>().HandleAsync(default);
        Must(await Chat.Get<ApproveMinutes>().HandleAsync(Secretary, new ApproveMinutesRequest(Forum.Id, Approved), default));
    }

    /// <summary>The mark of the proposal that the button of members confirms.</summary>
    internal string SeenOfMembers { get; private set; } = string.Empty;

    private async Task ProposeMemberAsync()
    {
        var add = new SeatEdit.Add(new PersonName("Ny Plads"), new SeatFacts { Role = Role.Guest, Organisation = "Region Syd" });
        SeenOfMembers = Must(await Chat.Get<ChangeForum>().PreviewAsync(Secretary, Forum.Id, ForumChange.Of(add), default)).Version;
    }

    private async Task HoldAsync(MeetingId meeting)
    {
        Must(await Chat.Get<BeginMeeting>().HandleAsync(Secretary, new MeetingEventRequest(Forum.Id, meeting, IsSure: true), default));
        Must(await Chat.Get<FinishMeeting>().HandleAsync(Secretary, new MeetingEventRequest(Forum.Id, meeting, IsSure: true), default));
    }

    private async Task PlanMeetingsAsync()
    {
        Running = await ScheduleAsync(daysAhead: 0, 18);
        Must(await Chat.Get<BeginMeeting>().HandleAsync(Secretary, new MeetingEventRequest(Forum.Id, Running, IsSure: true), default));
        SeenOfRunning = await SendBeforeItsItemsAsync(Running);
        Today = await ScheduleAsync(daysAhead: 0, 20);
        Ahead = await ScheduleAsync(daysAhead: 21, 14);
        Item = await AddAsync(Ahead, "Vinterplan", Board.Secretary);
        Removed = await AddAsync(Ahead, "Taget af", Board.Secretary);
        Must(await Chat.Get<RemoveItem>().HandleAsync(Secretary, new RemoveItemRequest(Forum.Id, Removed), default));
        await AddAsync(Ahead, "Eventuelt", Board.Secretary);
        Proposal = await AddAsync(Ahead, "Forslag", Board.OtherMember);
        await AttachAsync();
        await AskContributionsAsync();
        Later = await ScheduleAsync(daysAhead: 35, 14);
        var seated = RightsPeople.Columns.Where(actor => (actor & Who.Seated & ~Actors.Substitute) != Actors.Nobody).Select(actor => People[actor]);
        foreach (var person in seated.Append(Board.OtherMember).DistinctBy(person => person.Id))
        {
            var request = new RegisterApologyRequest(Forum.Id, Later, MemberId: null, Substitute: null, Reason: null);
            Must(await new RegisterApology(Board.Writer).HandleAsync(TestBoard.As(person), request, default));
        }
    }

    /// <summary>As if the agenda had gone out an hour before its items came, which members have not been told of.</summary>
    /// <returns>What a question about telling them is drawn from.</returns>
    private async Task<string> SendBeforeItsItemsAsync(MeetingId meeting)
    {
        await using var db = Board.Open();
        var items = await db.ItemsOnAgendaAsync(meeting);
        var latest = items.Max(item => item.AddedAt);
        await db.Meetings.Where(one => one.Id == meeting).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.AgendaSentAt, latest - Duration.FromHours(1))
            .SetProperty(one => one.ChangesToldAt, latest - Duration.FromHours(1)));
        return $"{latest.ToUnixTimeTicks()}/{items.Count}";
    }

    private async Task OpenCasesAsync()
    {
        Third = new Forum { BoardId = Forum.BoardId, Key = "direktoerforum", Name = "Direktørforum", Level = 3, Rules = Forum.Rules };
        await Board.AddAsync(Third);
        Draft = await DraftAsync("Udkast");
        var (friday, noon) = (Board.Today.PlusDays(9), new LocalTime(12, 0));
        var consult = new ConsultForumRequest(Forum.Id, Draft, Board.OtherForum.Id, DanishTime.ToInstant(friday, noon));
        Must(await Chat.Get<ConsultForum>().HandleAsync(Secretary, consult, default));
        await using (var db = Board.Open())
            Consultation = (await db.Consultations.SingleAsync()).Id.Value;

        Open = await OpenAsync("Åben sag");
        GivenUp = await OpenAsync("Givet videre");
        Closed = await OpenAsync("Lukket sag");
        foreach (var (procedure, person) in new[] { (Open, Board.OtherMember), (GivenUp, Board.Member), (GivenUp, Board.Chair) })
            Must(await Chat.Get<GiveUpSeat>().HandleAsync(TestBoard.As(person), new GiveUpSeatRequest(Forum.Id, procedure), default));

        Must(await Chat.Get<CloseWrittenProcedure>().HandleAsync(Secretary, new CloseWrittenProcedureRequest(Forum.Id, Closed), default));
    }

    private async Task FindDeadlinesAsync()
    {
        var texts = "Bidrag sendes senest den 2. marts 2026. Udpegningen meddeles senest den 31. marts 2026. Indstillingen sendes senest den 15. april 2026.";
        var content = new AgendaItemContent { Title = "Med frister", Sections = [new AgendaSection("Sagsfremstilling", texts)] };
        Must(await Chat.Get<AddItem>().HandleAsync(Secretary, new AddItemRequest(Forum.Id, Later, content), default));
        await using var db = Board.Open();
        var found = await db.FoundDeadlines.OrderBy(one => one.Date).Select(one => one.Id.Value).ToListAsync();
        (Found, Dismissed, FoundElsewhere) = (found[0], found[1], found[2]);
        var agreement = Domain.Deadlines.Deadline.Set(new NewDeadline(Forum.Id, "Sagen tages op igen", Board.Today.PlusDays(30), DeadlineKind.Agreement), Board.Secretary.Id, Board.Clock.GetCurrentInstant());
        Agreement = agreement.Id;
        await Board.AddAsync(agreement);
        Must(await Chat.Get<AnswerFoundDeadline>().HandleAsync(
            Secretary, new AnswerFoundDeadlineRequest(Forum.Id, new FoundDeadlineId(Dismissed), IsDeadline: false, Date: null), default));
        Must(await Chat.Get<ChangeAnnualWheel>().AddAsync(
            Secretary, new AddAnnualEntryRequest(Forum.Id, "Udpegning hvert år", "30. april", Responsible: null), default));
    }

    private async Task CallMeetingsAsync()
    {
        Called = await ScheduleAsync(daysAhead: 42, 14);
        Cancelled = await ScheduleAsync(daysAhead: 43, 14);
        Must(await Chat.Get<CancelMeeting>().HandleAsync(Secretary, new CancelMeetingRequest(Forum.Id, Cancelled, "Aflyst i Outlook"), default));
        var date = Board.Today.PlusDays(42);
        var link = new CalendarLink { MeetingId = Called, Mailbox = "sofie", EventId = "AAMk=1" };
        link.RecordSeen(new MeetingTime(date, new LocalTime(15, 0), new LocalTime(17, 0)), "Rådhuset");
        link.Ask();
        var invitation = new Invitation { MeetingId = Called, Address = "ukendt@fjordlandet.example", Name = "Ulla Ukendt" };
        UnknownInvitation = invitation.Id.Value;
        await Board.AddAsync(link);
        await Board.AddAsync(invitation);
    }

    private async Task<MeetingId> ScheduleAsync(int daysAhead, int hour)
    {
        var time = new MeetingTime(Board.Today.PlusDays(daysAhead), new LocalTime(hour, 0), new LocalTime(hour + 2, 0));
        return Must(await Chat.Get<ScheduleMeeting>().HandleAsync(Secretary, new ScheduleMeetingRequest(Forum.Id, time, "Rådhuset"), default));
    }

    private async Task<AgendaItemId> AddAsync(MeetingId meeting, string title, Person by)
    {
        var request = new AddItemRequest(Forum.Id, meeting, new AgendaItemContent { Title = title, Recommendations = ["Godkender planen"] });
        return Must(await Chat.Get<AddItem>().HandleAsync(TestBoard.As(by), request, default)).Id;
    }

    private async Task<DeadlineId> SetDeadlineAsync(string? responsible = null)
    {
        var request = new SetDeadlineRequest(Forum.Id, "Udpegning", new LocalDate(2026, 1, 22), responsible);
        return Must(await Chat.Get<SetDeadline>().HandleAsync(Secretary, request, default));
    }

    private async Task<WrittenProcedureId> DraftAsync(string title)
    {
        var request = new SaveProcedureDraftRequest(Forum.Id, Procedure: null, Item: null, ProcedureFixture.Form with { Title = title });
        return Must(await Chat.Get<SaveProcedureDraft>().HandleAsync(Secretary, request, default));
    }

    private async Task<WrittenProcedureId> OpenAsync(string title)
    {
        var draft = await DraftAsync(title);
        Must(await Chat.Get<OpenWrittenProcedure>().HandleAsync(Secretary, new OpenWrittenProcedureRequest(Forum.Id, draft), default));
        return draft;
    }
}
