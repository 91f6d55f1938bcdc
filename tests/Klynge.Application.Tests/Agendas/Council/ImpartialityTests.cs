using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Agendas.Council;

/// <summary>
/// Inhabilitet in the meeting (kommunestyrelsesloven § 14; opinions 80.2a.1 and 91.2a.1): declared or raised, decided by the body; who is inhabil leaves for
/// the item, has no vote and no seat in its quorum there, and reads nothing that is closed in it.
/// </summary>
public sealed class ImpartialityTests : IAsyncLifetime
{
    private CouncilFixture _council = null!;

    private TestBoard Board => _council.Board;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _council = await CouncilFixture.CreateAsync();

    public ValueTask DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Declared_TheBodyIsAsked_AndNobodyHasLeftBeforeItDecides()
    {
        var card = await _council.PressAsync(ImpartialityVerbs.Show, 1, Board.Member);
        (await _council.Chat.PressAsync(Board.Member, card.Card(), ImpartialityTexts.Own)).Card();
        (await RaiseAsync(1, Board.Member, Board.Member)).Card();

        var question = Assert.Single((await _council.ItemAsync(1)).Content.Impartiality);
        Assert.Equal(("Mads Holt", null, null), (question.Name, question.RaisedBy, question.Outcome));
        Assert.Single(await _council.ToldAsync(Board.Secretary));
        Assert.Single(await _council.ToldAsync(Board.Chair));
        Assert.Equal("Mads Holt gjorde opmærksom på, at der kan være tvivl om egen habilitet. Chefforum har ikke taget stilling til det.", await SectionAsync(1, ImpartialityTexts.Section));
        Assert.Null(await SectionAsync(1, Application.Attendance.Items.Texts.SectionHeading));
    }

    [Fact]
    public async Task RaisedByAnother_AndDecided_TheMinutesSayWho_WhatAndThatTheMemberLeft()
    {
        await RaiseAsync(1, Board.Chair, Board.Member);
        var decided = await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused);

        Assert.Contains("Chefforum besluttede, at Mads Holt er inhabil.", decided.Text(), StringComparison.Ordinal);
        Assert.Equal("Karen Ravn rejste spørgsmålet, om Mads Holt er inhabil. Chefforum besluttede, at Mads Holt er inhabil.", await SectionAsync(1, ImpartialityTexts.Section));
        Assert.Equal("Mads Holt var inhabil og deltog ikke i behandlingen af punktet.", await SectionAsync(1, Application.Attendance.Items.Texts.SectionHeading));
        var seat = (await _council.SeatOfAsync(Board.Member)).Value.ToString("N");
        await _council.PressAsync(AgendaVerbs.Vote, 1, Board.Secretary, ("vote", Guid.CreateVersion7().ToString("N")), ("for", seat));
        Assert.DoesNotContain((await _council.ItemAsync(1)).Content.Votes.SelectMany(vote => vote.Votes), vote => vote.Name == "Mads Holt");
    }

    /// <summary>The body can find the member habil, and can correct itself until the minutes are approved.</summary>
    [Fact]
    public async Task NotInhabil_TakesPart_AndItCanBeDecidedAnew()
    {
        await RaiseAsync(1, Board.Member, Board.Member);
        await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused);
        await DecideAsync(1, Board.Member, ImpartialityOutcome.TakesPart);

        Assert.EndsWith("Chefforum besluttede, at Mads Holt ikke er inhabil.", await SectionAsync(1, ImpartialityTexts.Section), StringComparison.Ordinal);
        Assert.Null(await SectionAsync(1, Application.Attendance.Items.Texts.SectionHeading));
        await using var db = Board.Open();
        Assert.False(await db.ItemAbsences.AnyAsync(Ct));
        Assert.False(await db.ItemExclusions.AnyAsync(Ct));
    }

    /// <summary>A closed item is hidden from whoever is inhabil there, and open again when the body finds otherwise.</summary>
    [Fact]
    public async Task ClosedItem_IsNotReadByWhoeverIsInhabil()
    {
        Assert.Contains("Anna Hemmelig", (await ShowAsync(2)).Text(), StringComparison.Ordinal);
        await RaiseAsync(2, Board.Member, Board.Member);
        await DecideAsync(2, Board.Member, ImpartialityOutcome.Recused);

        Assert.DoesNotContain("Ansættelse", (await ShowAsync(2)).Text(), StringComparison.Ordinal);
        (await _council.PressAsync(ImpartialityVerbs.Show, 2, Board.Member)).Refused<ItemIsClosedHere>();

        await DecideAsync(2, Board.Member, ImpartialityOutcome.TakesPart);
        Assert.Contains("Anna Hemmelig", (await ShowAsync(2)).Text(), StringComparison.Ordinal);
    }

    /// <summary>The closed bilag of an open item as well; the open rest stays open to everybody.</summary>
    [Fact]
    public async Task ClosedBilagOfAnOpenItem_IsHidden_AndTheRestIsNot()
    {
        await using (var db = Board.Open())
        {
            var item = await db.AgendaItems.SingleAsync(one => one.MeetingId == _council.Meeting.Id && one.Number == 1, Ct);
            item.ChangeAttachments(item.Content with { Attachments = [new AgendaAttachment("Lønaftale Anna.pdf") { Id = AttachmentId.New(), IsClosed = true }] }, Board.Clock.GetCurrentInstant());
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains("Lønaftale Anna", (await ShowAsync(1)).Text(), StringComparison.Ordinal);
        await RaiseAsync(1, Board.Chair, Board.Member);
        await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused);

        var shown = (await ShowAsync(1)).Text();
        Assert.DoesNotContain("Lønaftale", shown, StringComparison.Ordinal);
        Assert.Contains("Godkendelse af dagsordenen", shown, StringComparison.Ordinal);
    }

    /// <summary>Who was kept out before for another reason stays so; who was written up as inhabil by attendance alone is kept out as well.</summary>
    [Fact]
    public async Task AttendanceThatSaysInhabil_KeepsOutToo_AndNobodyIsLetInWhoWasKeptOutBefore()
    {
        await AttendAsync(2, recused: true);
        Assert.DoesNotContain("Ansættelse", (await ShowAsync(2)).Text(), StringComparison.Ordinal);
        await AttendAsync(2, recused: false);
        Assert.Contains("Ansættelse", (await ShowAsync(2)).Text(), StringComparison.Ordinal);

        await Board.AddAsync(new ItemExclusion { ForumId = Board.Forum.Id, ItemId = (await _council.ItemAsync(2)).Id, PersonId = Board.Member.Id });
        await AttendAsync(2, recused: true);
        await AttendAsync(2, recused: false);
        Assert.DoesNotContain("Ansættelse", (await ShowAsync(2)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNot_AndWhatCannotBeDecided_IsRefused()
    {
        (await RaiseAsync(1, Board.Observer, Board.Member)).Refused<NotAllowed>();
        (await RaiseAsync(1, Board.Stranger, Board.Member)).Refused<ForumNotFound>();
        (await RaiseAsync(1, Board.Member, Board.Observer)).Refused<ImpartialitySeatUnknown>();
        (await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused)).Refused<ImpartialityNotRaised>();
        await RaiseAsync(1, Board.Secretary, Board.Member);
        (await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused, Board.Chair)).Refused<NotAllowed>();
        (await DecideAsync(1, Board.Member, (ImpartialityOutcome)7)).Refused<ImpartialityNotRaised>();

        await _council.StatusAsync(MeetingStatus.Held);
        (await RaiseAsync(1, Board.Member, Board.Doctor)).Refused<ImpartialityTooLate>();
        await _council.StatusAsync(MeetingStatus.AgendaSent);
        (await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused)).Refused<ItemAttendanceTooEarly>();
        await _council.StatusAsync(MeetingStatus.Held);
        await _council.ApproveMinutesAsync();
        (await DecideAsync(1, Board.Member, ImpartialityOutcome.Recused)).Refused<ItemAttendanceIsFinal>();
    }

    /// <summary>Opinions 80.2a.1 and 91.2a.1: of somebody who is not at the meeting nothing is decided.</summary>
    [Fact]
    public async Task OneWhoIsAbsentAnyway_IsNoQuestion()
    {
        await Board.AddAsync(Apology.Register(_council.Meeting.Id, await _council.SeatOfAsync(Board.Member), ApologySource.Secretariat, Board.Clock.GetCurrentInstant()));

        (await RaiseAsync(1, Board.Secretary, Board.Member)).Refused<AbsentAnyway>();
    }

    private Task<ChatReply> ShowAsync(int number) => _council.PressAsync(AgendaVerbs.Item, number, Board.Member);

    private async Task<ChatReply> RaiseAsync(int number, Person by, Person of) =>
        await _council.PressAsync(ImpartialityVerbs.Raise, number, by, ("member", (await _council.SeatOfAsync(of)).Value.ToString("N")));

    private async Task<ChatReply> DecideAsync(int number, Person of, ImpartialityOutcome outcome, Person? by = null) => await _council.PressAsync(
        ImpartialityVerbs.Decide, number, by ?? Board.Secretary, ("member", (await _council.SeatOfAsync(of)).Value.ToString("N")), ("outcome", $"{(int)outcome}"));

    private async Task AttendAsync(int number, bool recused)
    {
        var seats = recused ? new HashSet<MemberId> { await _council.SeatOfAsync(Board.Member) } : [];
        var request = new ItemAttendanceRequest(Board.Forum.Id, _council.Meeting.Id, (await _council.ItemAsync(number)).Id, seats, new HashSet<MemberId>());
        Assert.True((await _council.Chat.Get<RecordItemAttendance>().HandleAsync(TestBoard.As(Board.Secretary), request, Ct)).IsSuccess);
    }

    private async Task<string?> SectionAsync(int number, string heading) =>
        (await _council.DocumentAsync()).Items[number - 1].Sections.SingleOrDefault(section => section.Heading == heading)?.Text;
}
