using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What is news to a guest, and who a guest may be.</summary>
public sealed class ItemGuestTests
{
    private static readonly Instant Now = DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(9, 0));
    private static readonly GuestNotice Notice = new(new LocalDate(2026, 2, 3), new LocalTime(14, 0), new LocalTime(16, 0), new LocalTime(14, 20), false, "Teams", null, "Budget");

    [Theory]
    [InlineData(14, 20, GuestNews.None)]
    [InlineData(14, 30, GuestNews.None)]
    [InlineData(14, 10, GuestNews.None)]
    [InlineData(14, 31, GuestNews.Time)]
    [InlineData(14, 9, GuestNews.Time)]
    public void Move_OfAFewMinutes_IsNoNews(int hour, int minute, GuestNews news) =>
        Assert.Equal(news, Invited().NewsIn(Notice with { ItemStart = new LocalTime(hour, minute) }, off: null));

    [Fact]
    public void SmallMoves_CountFromWhatWasToldLast()
    {
        var guest = Invited();
        Assert.Equal(GuestNews.None, guest.NewsIn(Notice with { ItemStart = new LocalTime(14, 27) }, null));
        Assert.Equal(GuestNews.Time, guest.NewsIn(Notice with { ItemStart = new LocalTime(14, 34) }, null));

        guest.Tell(Notice with { ItemStart = new LocalTime(14, 34) }, null, Now);

        Assert.Equal(GuestNews.None, guest.NewsIn(Notice with { ItemStart = new LocalTime(14, 40) }, null));
        Assert.Equal(GuestNews.Time, guest.NewsIn(Notice, null));
    }

    [Fact]
    public void SameTimeOnAnotherDay_Place_LinkAndTitle_AreNews()
    {
        var guest = Invited();

        Assert.Equal(GuestNews.Time, guest.NewsIn(Notice with { Date = Notice.Date.PlusDays(1) }, null));
        Assert.Equal(GuestNews.Place | GuestNews.Link, guest.NewsIn(Notice with { Place = "Rådhuset", JoinUrl = "https://teams.example/1" }, null));
        Assert.Equal(GuestNews.Title, guest.NewsIn(Notice with { Title = "Regnskab" }, null));
        Assert.Equal(GuestNews.None, guest.NewsIn(Notice with { Title = "BUDGET" }, null));
        Assert.Equal(GuestNews.None, guest.NewsIn(Notice with { Title = null }, null));
    }

    [Fact]
    public void NotToCome_IsNewsOnce_AndToComeAfterAll_Too()
    {
        var guest = Invited();
        Assert.Equal(GuestNews.Off, guest.NewsIn(Notice, GuestOff.ItemOff));
        guest.Tell(Notice, GuestOff.ItemOff, Now);

        Assert.Equal(GuestNews.None, guest.NewsIn(Notice with { Place = "x" }, GuestOff.MeetingCancelled));
        Assert.Equal(GuestNews.BackOn, guest.NewsIn(Notice, off: null));

        guest.Tell(Notice, off: null, Now);
        Assert.Equal(GuestNews.None, guest.NewsIn(Notice, off: null));
    }

    [Fact]
    public void WhoeverWasNotInvited_HasNoNews() => Assert.Equal(GuestNews.None, Guest().NewsIn(Notice, GuestOff.MeetingCancelled));

    [Fact]
    public void NoticeOff_WaitsForTheUndo_AndStartsAnewAfterIt()
    {
        var (guest, begins) = (Invited(), Now + Duration.FromDays(2));

        Assert.False(guest.NoticeOff(begins, Now));
        Assert.True(guest.NoticeOff(begins, Now + ItemGuest.TimeToUndo));
        guest.NoticeOn();
        Assert.False(guest.NoticeOff(begins, Now + ItemGuest.TimeToUndo));
    }

    [Fact]
    public void NoticeOff_OfAGuestWhoMayBeOnTheWay_IsToldAtOnce()
    {
        Assert.True(Invited().NoticeOff(Now + ItemGuest.OnTheWay, Now));
        Assert.False(Invited().NoticeOff(Now + ItemGuest.OnTheWay + Duration.FromMinutes(1), Now));
    }

    [Fact]
    public void NewAddress_IsInvitedAnew_ACorrectedNameIsNot()
    {
        var guest = Invited();
        guest.Change(new GuestDetails("Anna Holm Ny", null, null, "ANNA@nord.example"));
        Assert.True(guest.IsInvited);

        guest.Change(new GuestDetails("Anna Holm Ny", null, null, "anna@syd.example"));

        Assert.False(guest.IsInvited);
    }

    [Theory]
    [InlineData("anna@nord.example", true)]
    [InlineData("anna.holm+møde@nord.example", false)]
    [InlineData("a@sønderlund.dk", true)]
    [InlineData("o'hara_x-1@a-b.example.dk", true)]
    [InlineData("anna@nord", false)]
    [InlineData("anna@nord..dk", false)]
    [InlineData("anna@-nord.dk", false)]
    [InlineData(".anna@nord.dk", false)]
    [InlineData("anna@nord.dk\nBcc: alle@nord.dk", false)]
    [InlineData("anna@nord.dk;bo@nord.dk", false)]
    public void Address_IsOneAndNothingElse(string email, bool isOne) => Assert.Equal(isOne, GuestRules.Clean("Anna", null, null, email).IsSuccess);

    [Fact]
    public void Clean_KeepsALine_AndNoEmptyOnes()
    {
        var details = GuestRules.Clean("  Anna\u202E\nHolm ", " ", "overlæge", "").Value;

        Assert.Equal(new GuestDetails("Anna Holm", null, "overlæge", null), details);
        Assert.IsType<Klynge.Domain.Calendar.TextTooLong>(GuestRules.Clean(new string('a', 101), null, null, null).Error);
        Assert.IsType<TextMissing>(GuestRules.Clean(null, "Region Nord", null, "a@b.dk").Error);
    }

    private static ItemGuest Invited()
    {
        var guest = Guest();
        guest.Tell(Notice, off: null, Now);
        return guest;
    }

    private static ItemGuest Guest()
    {
        var meeting = Meeting.Schedule(ForumId.New(), new MeetingTime(Notice.Date, Notice.Start, Notice.End), null, Now).Value;
        return ItemGuest.Add(AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Budget" }, Now), new GuestDetails("Anna Holm", null, null, "anna@nord.example"), Now);
    }
}
