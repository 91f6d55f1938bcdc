using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>Slips of the keyboard, names of forums that the sender is not in, and words that ask for nothing, on the sample council.</summary>
public sealed class NearWordsTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("afbud 14. janur", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud 21 decmeber", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("afbud til mødet i jaunar pga kursus", "chefforum 14/1 nadia-el-sayed (pga kursus)")]
    [InlineData("afbud til januarmødte, ferie", null)]
    [InlineData("afbud jaunarmødet", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud tosdag d. 14/1", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud madnag den 21. desember", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("afbud 3. febuar", null)]
    [InlineData("afbud 14. xanuax", null)]
    [InlineData("afbud 21 dcmbr", null)]
    [InlineData("afbud til jule-mødet", null)]
    public async Task Slip_InADate_IsUnderstoodOrAsked_AndNeverAReason(string text, string? apology)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Equal(apology is null ? [] : [apology], await _chat.ApologiesAsync());
        Assert.DoesNotContain("Er det begrundelsen", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfADay_ThatAreNotUnderstood_AskForTheMeeting()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud 21 dcmbr, kursus");
        Assert.Contains("Jeg forstår ikke »21 dcmbr«. Hvilket møde melder du afbud til?", asked, StringComparison.Ordinal);
        await _chat.PressAsync("nadia-el-sayed", asked, "Chefforum tors. 14. jan. kl. 9");

        Assert.Equal(["chefforum 14/1 nadia-el-sayed (kursus)"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("frist Udpegning 30 apirl ansvarlig Gitte", "Udpegning", 4, 30)]
    [InlineData("frist Oplæg om akutpladser tirsdga d. 12/1 ansvarlig Lise Lotte", "Oplæg om akutpladser", 1, 12)]
    [InlineData("frist Svar trsdag d. 12/1", "Svar", 1, 12)]
    [InlineData("frist Svar medio februra", "Svar", 2, 15)]
    public async Task Slip_InADeadlinesDate_IsUnderstood(string text, string title, int month, int day)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(new LocalDate(2027, month, day), (await db.Deadlines.SingleAsync(one => one.Title == title)).Date);
    }

    [Fact]
    public async Task Slip_InANewMeetingsDate_IsUnderstood()
    {
        await _chat.SayAsync("signe-dahl", "nyt møde Chefforum 2. febuar 2027 kl. 13-15");

        await using var db = _chat.Database.CreateDbContext();
        Assert.True(await db.Meetings.AnyAsync(one => one.Date == new LocalDate(2027, 2, 2)));
    }

    [Fact]
    public async Task FarName_IsNobody_WithAChoice()
    {
        var answer = await _chat.SayAsync("signe-dahl", "frist Tal 4. marts ansvarlig Sanne");

        Assert.DoesNotContain("\"title\":\"Signe Valentin Dahl\",\"verb\"", answer, StringComparison.Ordinal);
        Assert.Contains("Ingen i Chefforum hedder »Sanne«", answer, StringComparison.Ordinal);
        Assert.Contains("\"responsible\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NearName_IsAsked_AndAnotherCanBeChosen()
    {
        var asked = await _chat.SayAsync("signe-dahl", "frist Tal 4. marts ansvarlig Mehmed");
        Assert.Contains("Ingen i Chefforum hedder »Mehmed«.", asked, StringComparison.Ordinal);
        Assert.Equal(["Mehmet Yildiz", "Vælg en anden"], SampleChat.Titles(asked));
        var form = await _chat.PressAsync("signe-dahl", asked, "Vælg en anden");

        Assert.Contains("\"value\":\"Tal\"", form, StringComparison.Ordinal);
        Assert.Contains("2027-03-04", form, StringComparison.Ordinal);
        Assert.Contains("Ingen i Chefforum hedder »Mehmed«. Vælg en, eller skriv navnet, som det står på medlemslisten", form, StringComparison.Ordinal);
    }

    /// <summary>Nadia is in Chefforum alone: no command may become one about Chefforum, or say more of one forum than of another.</summary>
    [Theory]
    [InlineData("dagsorden politisk niveau")]
    [InlineData("dagsorden Direktørforum")]
    [InlineData("dagsorden for driftsforum")]
    [InlineData("møder Direktørforum")]
    [InlineData("møder politisk niveau")]
    [InlineData("referat Direktørforum")]
    [InlineData("frister for driftsforum")]
    [InlineData("årshjul politisk niveau")]
    [InlineData("kalender Driftsforum")]
    [InlineData("hvem kommer til Driftsforum")]
    [InlineData("hvad er på dagsordenen i Driftsforum?")]
    [InlineData("tilføj punkt Økonomi til Direktørforum")]
    [InlineData("tilføj punkt Økonomi 20 min til det politiske niveau")]
    [InlineData("afbud til Driftsforum")]
    [InlineData("fortryd afbud Driftsforum")]
    [InlineData("sæt Økonomi på dagsordenen til Direktørforum")]
    public async Task ForumOfOthers_IsRefusedByName(string text)
    {
        var before = await _chat.EverythingAsync();
        var answer = await _chat.SayAsync("nadia-el-sayed", text, forum: null);

        Assert.Contains("Jeg kender ikke noget forum, der hedder »", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\"", answer, StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }

    [Theory]
    [InlineData("nyt møde 4. februar kl. 14-16 Driftsforum")]
    [InlineData("nyt møde i Driftsforum 4. februar kl. 14-16")]
    [InlineData("skriftlig behandling Budget 2027 til driftsforum")]
    public async Task ForumOfOthers_IsRefusedByName_ToTheSecretariat(string text)
    {
        var before = await _chat.EverythingAsync();

        Assert.Contains("Jeg kender ikke noget forum, der hedder »", await _chat.SayAsync("signe-dahl", text), StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }

    [Fact]
    public async Task ForumAtTheEndOfATitle_IsAsked()
    {
        var asked = await _chat.SayAsync("signe-dahl", "tilføj punkt Økonomi i Direktørforum 20 min");
        Assert.Equal(["Til Direktørforum", "Det hører til titlen"], SampleChat.Titles(asked));

        var there = await _chat.PressAsync("signe-dahl", asked, "Til Direktørforum");
        Assert.Contains("Tilføj et punkt til Direktørforum", there, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Økonomi\"", there, StringComparison.Ordinal);
        var here = await _chat.PressAsync("signe-dahl", asked, "Det hører til titlen");
        Assert.Contains("Tilføj et punkt til Chefforum", here, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Økonomi i Direktørforum\"", here, StringComparison.Ordinal);
        Assert.Contains("\"value\":20", here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tilføj punkt Nyt fra Driftsforum")]
    [InlineData("tilføj punkt Samarbejdet i vores forum")]
    [InlineData("tilføj punkt Ventetid på nationalt niveau")]
    public async Task ForumWithinATitle_StaysThere(string text)
    {
        Assert.Contains("agenda.add", await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
    }

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
