using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>What people say in words of their own: it is done, asked for or answered, and never taken for something else.</summary>
public sealed class OtherWordsTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("hej", "Hej. Hvad kan jeg hjælpe dig med?")]
    [InlineData("Godmorgen!", "Hej. Hvad kan jeg hjælpe dig med?")]
    [InlineData("hej Klynge", "Hej. Hvad kan jeg hjælpe dig med?")]
    [InlineData("tak!", "Selv tak")]
    [InlineData("tak for i dag", "Selv tak")]
    [InlineData("mange tak for hjælpen :)", "Selv tak")]
    [InlineData("super, tak", "Selv tak")]
    public async Task SmallTalk_IsAnswered(string text, string said)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Det forstår jeg ikke", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tilføj punkt Ventelister v/ mig 10 min", "Ventelister", "Nadia El-Sayed")]
    [InlineData("tilføj punkt Budget oplæg Torben til 14. januar", "Budget", "Torben Aagesen")]
    [InlineData("sæt punkt Ventelister på", "Ventelister", null)]
    public async Task Item_IsReadWithItsPresenter(string text, string title, string? presenter)
    {
        var form = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains("agenda.add", form, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{title}", form, StringComparison.Ordinal);
        Assert.Contains(presenter ?? string.Empty, form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgottenApology_IsTakenBack_NotGiven()
    {
        await _chat.SayAsync("nadia-el-sayed", "afbud");
        await _chat.SayAsync("nadia-el-sayed", "glem mit afbud");

        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("jeg er syg")]
    [InlineData("er på ferie d. 21/12")]
    [InlineData("Hej, jeg når det nok ikke den 21. dec, beklager")]
    [InlineData("er blevet syg")]
    [InlineData("jeg har influenza")]
    [InlineData("må melde pas d. 21/12")]
    [InlineData("Hej Klynge, kan desværre ik komme til mødet d 21/12, er på ferie. vh Nadia")]
    public async Task Absence_InOtherWords_IsAsked(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("Skal jeg melde afbud for dig?", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubstituteWhoGoes_IsAsked()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "Christina Bilde tager mødet 21/12 for mig");
        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud");

        Assert.Equal(["chefforum 21/12 nadia-el-sayed Christina Bilde"], await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Reminder_OfSomebody_OpensTheForm()
    {
        var before = await _chat.EverythingAsync();
        var form = await _chat.SayAsync("henrik-vestermark", "husk Gitte på regnskabet d. 10/1");

        Assert.Equal(before, await _chat.EverythingAsync());
        Assert.Contains("deadline.set", form, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"regnskabet\"", form, StringComparison.Ordinal);
        Assert.Contains("2027-01-10", form, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{_chat["gitte-holmgaard"].Id.Value:N}\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnDeadlines_AreTheSendersAlone()
    {
        await _chat.SayAsync("signe-dahl", "frist Gittes tal 4. marts ansvarlig Gitte");
        await _chat.SayAsync("signe-dahl", "frist Nadias tal 4. marts ansvarlig Nadia");
        var own = await _chat.SayAsync("nadia-el-sayed", "mine frister");
        var all = await _chat.SayAsync("nadia-el-sayed", "frister");

        Assert.Contains("Nadias tal", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Gittes tal", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Regnskab for rådets midler", own, StringComparison.Ordinal);
        Assert.Contains("Gittes tal", all, StringComparison.Ordinal);
        Assert.Contains("Udpegning til ledelsesprogrammet", await _chat.SayAsync("henrik-vestermark", "mine frister", "chefforum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_StandsInHelp() =>
        Assert.Contains("**kalender**", await _chat.SayAsync("nadia-el-sayed", "hjælp", forum: null), StringComparison.Ordinal);

    [Fact]
    public async Task DateQuestion_PutsTheChosenDayInPlaceOfTheWords()
    {
        await using (var db = _chat.Database.CreateDbContext())
        {
            var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum");
            var time = new Klynge.Domain.Meetings.MeetingTime(new LocalDate(2027, 1, 28), new LocalTime(9, 0), new LocalTime(11, 0));
            db.Meetings.Add(Klynge.Domain.Meetings.Meeting.Schedule(forum.Id, time, "Teams", Instant.FromUtc(2026, 11, 1, 8, 0)).Value);
            await db.SaveChangesAsync();
        }

        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud i januar, ferie");
        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Equal(["Torsdag d. 14. januar 2027", "Torsdag d. 28. januar 2027"], SampleChat.Titles(asked));
        await _chat.PressAsync("nadia-el-sayed", asked, "Torsdag d. 28. januar 2027");

        Assert.Equal(["chefforum 28/1 nadia-el-sayed (ferie)"], await _chat.ApologiesAsync());

        // The card may still stand on another of her machines.
        Assert.Contains("Du har allerede svaret", await _chat.PressAsync("nadia-el-sayed", asked, "Torsdag d. 14. januar 2027"), StringComparison.Ordinal);
        Assert.Equal(["chefforum 28/1 nadia-el-sayed (ferie)"], await _chat.ApologiesAsync());
    }

    /// <summary>More than one day, a day that is not, days that come round: the form has all the words, and no day is set.</summary>
    [Theory]
    [InlineData("Opgave 1. marts eller 1. april")]
    [InlineData("Svar 1. marts, 5. marts og 9. marts")]
    [InlineData("Opgave kl. 12 den 4. marts og 5. marts")]
    [InlineData("Opgave hver måned den 1.")]
    [InlineData("Svar hver fredag")]
    [InlineData("Svar ikke 1. marts")]
    public async Task Deadline_OfMoreThanOneDay_IsAskedFor(string text)
    {
        var before = await _chat.EverythingAsync();
        var form = await _chat.SayAsync("signe-dahl", $"frist {text}");

        Assert.Equal(before, await _chat.EverythingAsync());
        Assert.Contains($"\"value\":\"{text.TrimEnd('.')}", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud 21/12 kvartalsbob", "Det er begrundelsen")]
    [InlineData("afbud 21/12 kvartalsbob", "Meld afbud uden")]
    [InlineData("afbud begge møder", "Meld afbud til begge")]
    [InlineData("afbud 21/12 stedfortræder Ukendt Udefra", "Ingen stedfortræder")]
    public async Task Question_AboutOnesOwnSeat_IsNotAnsweredByAnother(string text, string button)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains("stillet til en anden", await _chat.PressAsync("torben-aagesen", asked, button), StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
        await _chat.PressAsync("nadia-el-sayed", asked, button);
        Assert.NotEmpty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task DerivedDeadline_InAWeekend_IsHinted() =>
        Assert.Contains("Fristen for punkter, søndag d. 7. februar 2027, ligger i en weekend.", await _chat.SayAsync("signe-dahl", "nyt møde Chefforum 18. februar 2027 kl. 9"), StringComparison.Ordinal);

    [Fact]
    public async Task History_OfADeadline_KeepsTheTime() =>
        Assert.Contains("oprettet til 30. apr. 2027 kl. 12 ", await _chat.SayAsync("signe-dahl", "frist Indmelding 30. april kl. 12.00"), StringComparison.Ordinal);

    [Fact]
    public async Task Decision_AfterAMeetingEndedEarly_IsOfThatMeeting()
    {
        await EndNextMeetingAsync();

        Assert.Contains("21. dec", await _chat.SayAsync("signe-dahl", "beslutning 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_OfANumberThatOnlyTheNextMeetingHas_OpensItsForm()
    {
        await using var db = _chat.Database.CreateDbContext();
        var meetings = await db.Meetings.Where(one => one.ForumId == db.Forums.Single(forum => forum.Key == "chefforum").Id).OrderBy(one => one.Date).ToListAsync();
        var counts = new List<int>();
        foreach (var meeting in meetings)
            counts.Add(await db.AgendaItems.CountAsync(item => item.MeetingId == meeting.Id));

        var number = counts[1];
        Assert.True(number > counts[0]);
        var before = await _chat.EverythingAsync();
        var form = await _chat.SayAsync("signe-dahl", $"beslutning {number} Indstillingen blev godkendt.");

        Assert.Equal(before, await _chat.EverythingAsync());
        Assert.Contains("agenda.decide", form, StringComparison.Ordinal);
        Assert.Contains($"Her er punkt {number} på mødet", form, StringComparison.Ordinal);
        Assert.Contains("Indstillingen blev godkendt.", form, StringComparison.Ordinal);
    }

    private async Task EndNextMeetingAsync()
    {
        await using var db = _chat.Database.CreateDbContext();
        var forum = await db.Forums.SingleAsync(one => one.Key == "chefforum");
        var next = await db.Meetings.SingleAsync(one => one.ForumId == forum.Id && one.Date == new LocalDate(2026, 12, 21));
        Assert.Null(next.Begin(Instant.FromUtc(2026, 11, 28, 8, 0)).Error);
        Assert.Null(next.Finish(Instant.FromUtc(2026, 11, 28, 8, 50)).Error);
        await db.SaveChangesAsync();
    }
}
