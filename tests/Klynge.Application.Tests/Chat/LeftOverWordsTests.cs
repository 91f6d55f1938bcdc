using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// Words that no reader takes: a repetition, a condition, an alternative, a second target. They become neither a place nor a title nor a
/// text; they are shown and asked about, and nothing is done before somebody has answered.
/// </summary>
public sealed class LeftOverWordsTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync(
        db => db.AgendaItems.ExecuteUpdateAsync(item => item.SetProperty(one => one.Decision, (string?)null)));

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("hver måned")]
    [InlineData("hver anden uge")]
    [InlineData("ugentligt")]
    [InlineData("hvis Mehmet kan")]
    [InlineData("medmindre der er ferie")]
    [InlineData("med mindre der er ferie")]
    [InlineData("uden Mehmet")]
    [InlineData("kun for formandskabet")]
    [InlineData("foreløbigt")]
    [InlineData("(tentativt)")]
    [InlineData("husk kaffe")]
    [InlineData("om budgettet")]
    [InlineData("samme sted som sidst")]
    [InlineData("sammen med Direktørforum")]
    [InlineData("i stedet for januarmødet")]
    [InlineData("ikke på Teams")]
    [InlineData("på Teams eller Rådhuset")]
    [InlineData("sted aftales senere")]
    [InlineData("og igen kl. 13")]
    [InlineData("eller kl. 13-15")]
    public async Task NewMeeting_WithWordsThatAreNoPlace_IsAskedAbout(string words)
    {
        var answer = await AskedAsync($"nyt møde Chefforum 12. marts 2027 kl. 10-12 {words}");

        Assert.Contains("12. mar", answer, StringComparison.Ordinal);
        Assert.Contains(words.Trim('(', ')'), answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("på Rådhuset hver måned", "Rådhuset", "hver måned")]
    [InlineData("Teams hvis vejret er dårligt", "Teams", "hvis vejret er dårligt")]
    [InlineData("i lokale B2 med frokost", "lokale B2", "med frokost")]
    [InlineData("sted: Kulturværftet som sidste år", "Kulturværftet", "som sidste år")]
    public async Task NewMeeting_WithAPlaceAndMore_IsAskedAbout_AndMadeThere(string words, string place, string left)
    {
        var asked = await AskedAsync($"nyt møde Chefforum 12. marts 2027 kl. 10-12 {words}");
        Assert.Contains($"»{left}«", asked, StringComparison.Ordinal);
        await _chat.PressAsync("signe-dahl", asked, "Opret mødet uden");

        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(place, (await db.Meetings.SingleAsync(one => one.Date == new NodaTime.LocalDate(2027, 3, 12))).Place);
    }

    [Theory]
    [InlineData("nyt møde Chefforum 12. marts 2027 eller 15. marts 2027 kl. 10-12")]
    [InlineData("nyt møde Chefforum 12. marts 2027 og 15. marts 2027 kl. 10-12")]
    [InlineData("nyt møde Chefforum 12. marts 2027 kl. 10-12 og 15. marts 2027 kl. 10-12")]
    [InlineData("nyt møde Chefforum ikke 12. marts 2027 men 15. marts 2027 kl. 10-12")]
    [InlineData("nyt møde Chefforum og Direktørforum 12. marts 2027 kl. 10-12")]
    [InlineData("nyt møde hver fredag kl. 10-12")]
    [InlineData("nyt møde ikke 12. marts 2027 kl. 10-12")]
    [InlineData("hvis Gitte kan: nyt møde Chefforum 12. marts 2027 kl. 10-12")]
    [InlineData("nyt møde måske 12. marts 2027 kl. 10-12")]
    public async Task NewMeeting_WithSeveralTargetsOrADoubt_IsAskedAbout(string text) => await AskedAsync(text);

    [Theory]
    [InlineData("Teams", "Teams")]
    [InlineData("på Teams", "Teams")]
    [InlineData("online", "Online")]
    [InlineData("i lokale B2", "Lokale B2")]
    [InlineData("lokale 3", "Lokale 3")]
    [InlineData("mødelokale 4.12", "Mødelokale 4.12")]
    [InlineData("Rådhuset", "Rådhuset")]
    [InlineData("på Rådhuset", "Rådhuset")]
    [InlineData("på Hotel Koldingfjord", "Hotel Koldingfjord")]
    [InlineData("Regionshuset i Viborg", "Regionshuset i Viborg")]
    [InlineData(", Skottenborg 26, Viborg", "Skottenborg 26, Viborg")]
    [InlineData("Vestergade 12, 2. sal", "Vestergade 12, 2. sal")]
    [InlineData("sted: hos Gitte", "hos Gitte")]
    [InlineData("i kantinen", "Kantinen")]
    [InlineData("på Rådhuset. Mvh Signe", "Rådhuset")]
    [InlineData("sted: »Det Gule Palæ, bagindgangen«", "Det Gule Palæ, bagindgangen")]
    [InlineData("Rådhuset og Teams", "Rådhuset og Teams")]
    [InlineData("i lokale B2. Mvh Signe", "Lokale B2")]
    [InlineData("i lokale 4.", "Lokale 4")]
    [InlineData("på Rådhuset!", "Rådhuset")]
    [InlineData("lokale B2, tak.", "Lokale B2")]
    [InlineData("i lokale B2; på forhånd tak", "Lokale B2")]
    [InlineData("Vestergade 12, 2. sal. Hilsen Signe", "Vestergade 12, 2. sal")]
    [InlineData("Vestergade 12, st.", "Vestergade 12, st.")]
    [InlineData("sted: »Kulturværftet«.", "Kulturværftet")]
    [InlineData("sted: \"Kulturværftet, sal 2\". Mvh", "Kulturværftet, sal 2")]
    public async Task NewMeeting_WithAPlace_IsMadeThere(string words, string place)
    {
        await _chat.SayAsync("signe-dahl", $"nyt møde Chefforum 12. marts 2027 kl. 10-12 {words}");

        await using var db = _chat.Database.CreateDbContext();
        var meeting = await db.Meetings.SingleAsync(one => one.Date == new NodaTime.LocalDate(2027, 3, 12));
        Assert.Equal(place, meeting.Place, ignoreCase: true);
    }

    [Theory]
    [InlineData("nyt møde Chefforum 12. marts 2027 kl. 10-12 husk kaffe", "Opret mødet uden", "Teams")]
    [InlineData("nyt møde Chefforum 12. marts 2027 kl. 10-12 Det Gule Palæ", "Det er stedet", "Det Gule Palæ")]
    [InlineData("nyt møde Chefforum 12. marts 2027 kl. 10-12 bygn. 3, 1. sal.", "Det er stedet", "bygn. 3, 1. sal")]
    [InlineData("nyt møde Chefforum 12. marts 2027 kl. 10-12 sted: »Kulturværftet« hver måned", "Opret mødet uden", "Kulturværftet")]
    public async Task LeftOverWords_OfANewMeeting_AreDecidedByOnePress(string text, string button, string place)
    {
        await _chat.PressAsync("signe-dahl", await AskedAsync(text), button);

        await using var db = _chat.Database.CreateDbContext();
        var meeting = await db.Meetings.SingleAsync(one => one.Date == new NodaTime.LocalDate(2027, 3, 12));
        Assert.Equal(place, meeting.Place);
    }

    [Theory]
    [InlineData("frist Høringssvar 4. marts hver måned", "hver måned")]
    [InlineData("frist Høringssvar 4. marts hvert år", "hvert år")]
    [InlineData("frist Høringssvar hver fredag", "hver fredag")]
    [InlineData("frist Høringssvar den 4. i hver måned", "Høringssvar")]
    [InlineData("frist Høringssvar 4. marts hvis budgettet går igennem", "hvis budgettet går igennem")]
    [InlineData("frist Høringssvar 4. marts medmindre Gitte siger nej", "medmindre Gitte siger nej")]
    [InlineData("frist Høringssvar 4. marts eller 8. marts", "8. mar")]
    [InlineData("frist Høringssvar 4. marts og 8. april", "8. apr")]
    [InlineData("frist Høringssvar ikke 4. marts men 8. marts", "8. mar")]
    [InlineData("frist Høringssvar 4. marts ansvarlig Gitte eller Mehmet", "Mehmet")]
    [InlineData("frist Høringssvar 4. marts ansvarlig ikke Gitte", "Gitte")]
    [InlineData("frist Høringssvar 4. marts ansvarlig alle undtagen Gitte", "Gitte")]
    [InlineData("frist Høringssvar 4. marts men ikke for Gitte", "Gitte")]
    [InlineData("frist Høringssvar 4. marts ansvarlig Gitte hvis hun kan", "hvis hun kan")]
    [InlineData("frist Høringssvar 4. marts ansvarlig Gitte husk bilag", "husk bilag")]
    [InlineData("frist Høringssvar 4. marts ansvarlig Gitte (tentativt)", "Gitte")]
    [InlineData("frist Høringssvar 4. marts i Direktørforum", "Direktørforum")]
    [InlineData("frist Høringssvar 4. marts foreløbigt", "foreløbigt")]
    [InlineData("hvis budgettet går igennem: frist Høringssvar 4. marts", "betingelse")]
    [InlineData("frist måske Høringssvar 4. marts", "Høringssvar")]
    public async Task Deadline_WithWordsLeftOver_IsAskedAbout(string text, string shown) =>
        Assert.Contains(shown, await AskedAsync(text), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("frist Høringssvar om budget og personale 4. marts", "Høringssvar om budget og personale")]
    [InlineData("frist 4. marts: Høringssvar", "Høringssvar")]
    [InlineData("frist Høringssvar 4. marts, tak", "Høringssvar")]
    [InlineData("frist Høringssvar senest torsdag den 4. marts kl. 12 ansvarlig Gitte", "Høringssvar")]
    public async Task Deadline_WithAllWordsRead_IsSet(string text, string title)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(new NodaTime.LocalDate(2027, 3, 4), (await db.Deadlines.SingleAsync(one => one.Title == title)).Date);
    }

    [Theory]
    [InlineData("beslutning 2 og 3 Godkendt")]
    [InlineData("beslutning 2, 3 Godkendt")]
    [InlineData("beslutning 2-3 Godkendt")]
    [InlineData("beslutning 2 + 3: Godkendt")]
    [InlineData("beslutning 2 eller 3 Godkendt")]
    [InlineData("beslutning 1 til 3 Godkendt")]
    [InlineData("beslutning punkt 2 og punkt 3: Godkendt")]
    [InlineData("beslutning ikke 2 men 3: Godkendt")]
    [InlineData("beslutning alle punkter Godkendt")]
    [InlineData("beslutning 2 i Direktørforum: Godkendt")]
    [InlineData("beslutning 2 hvis alle er enige: Godkendt")]
    [InlineData("beslutning 2 hvis alle er enige Godkendt")]
    [InlineData("beslutning 2 medmindre nogen siger nej godkendt")]
    [InlineData("beslutning 2 i 2027 Godkendt")]
    [InlineData("beslutning 2 (hvis ingen siger nej): Godkendt")]
    [InlineData("beslutning 2 på begge møder: Godkendt")]
    [InlineData("beslutning 2 på mødet 22. december: Godkendt")]
    [InlineData("hvis alle er enige: beslutning 2 Godkendt")]
    public async Task Decision_OnSeveralOrOnConditions_IsAskedAbout(string text) => await AskedAsync(text);

    [Theory]
    [InlineData("beslutning 2 på mødet 21. december: Udsættes")]
    [InlineData("beslutning 2 til mødet den 21. december: Udsættes")]
    [InlineData("beslutning 2, mødet 21. december: Udsættes")]
    [InlineData("beslutning 2 (21. december): Udsættes")]
    public async Task Decision_WithItsMeeting_KeepsTheTextAlone(string text)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        var decided = await db.AgendaItems.SingleAsync(item => item.Decision == "Udsættes");
        Assert.Equal(new NodaTime.LocalDate(2026, 12, 21), (await db.Meetings.SingleAsync(one => one.Id == decided.MeetingId)).Date);
    }

    [Theory]
    [InlineData("beslutning 2 Den 14. januar tages sagen op igen.", "Den 14. januar tages sagen op igen.")]
    [InlineData("beslutning 2 Hvis regionen siger ja, går sagen videre.", "Hvis regionen siger ja, går sagen videre.")]
    [InlineData("beslutning 2 Ikke godkendt.", "Ikke godkendt.")]
    [InlineData("beslutning på punkt 2 i Chefforum: Udsættes", "Udsættes")]
    [InlineData("beslutning 2: På mødet i januar tages sagen op igen: se bilag.", "På mødet i januar tages sagen op igen: se bilag.")]
    [InlineData("beslutning 2 2 indstillinger blev godkendt.", "2 indstillinger blev godkendt.")]
    public async Task Decision_WhoseTextHasSuchWords_KeepsThem(string text, string decision)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        Assert.True(await db.AgendaItems.AnyAsync(item => item.Decision == decision));
    }

    /// <summary>Nothing is removed, and no button removes one of several, or what is to stay.</summary>
    [Theory]
    [InlineData("slet punkt 2 og 3")]
    [InlineData("slet punkt 2 eller 3")]
    [InlineData("slet punkt 2-4")]
    [InlineData("slet punkt 2 hvis Gitte siger ja")]
    [InlineData("slet ikke punkt 2")]
    [InlineData("slet punkt 2 på begge møder")]
    [InlineData("slet punkt 2 medmindre nogen siger nej")]
    [InlineData("slet punkt 2 husk at sige det til Gitte")]
    public async Task Removal_OfSeveralOrOnConditions_OffersNoRemoval(string text) =>
        Assert.DoesNotContain("agenda.remove", await AskedAsync(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("tilføj punkt Budget på begge møder", "Det kan jeg kun gøre for ét møde ad gangen")]
    [InlineData("tilføj punkt Budget til 21. december og 14. januar", "Budget til 21. december og 14. januar")]
    [InlineData("tilføj punkt Budget 21. december eller 14. januar", "Budget 21. december eller 14. januar")]
    [InlineData("tilføj punkt Budget til hvert møde", "hvert møde")]
    [InlineData("tilføj punkt Budget v/ Gitte eller Mehmet", "Mehmet")]
    [InlineData("tilføj punkt Budget hvis der er tid", "hvis der er tid")]
    [InlineData("tilføj punkt Budget til Chefforum og Direktørforum", "Direktørforum")]
    [InlineData("tilføj ikke punkt Budget", "")]
    [InlineData("skriftlig behandling Budget til Direktørforum og Chefforum", "Direktørforum")]
    [InlineData("skriftlig behandling af punkt 2 og 3", "2 og 3")]
    [InlineData("skriftlig behandling Budget hvis mødet aflyses", "hvis mødet aflyses")]
    [InlineData("ingen skriftlig behandling af Budget", "")]
    public async Task Form_ShowsWhatWasNotUnderstood(string text, string shown) =>
        Assert.Contains(shown, await AskedAsync(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("afbud hver torsdag")]
    [InlineData("afbud hver gang")]
    [InlineData("afbud hvis toget er aflyst")]
    [InlineData("afbud 21/12 eller 14/1")]
    [InlineData("afbud medmindre mødet flyttes")]
    [InlineData("afbud den 14/1 og den 15/1")]
    [InlineData("afbud for Gitte eller Mehmet")]
    [InlineData("afbud for alle undtagen Gitte")]
    [InlineData("ikke afbud 14/1")]
    public async Task Apology_WithWordsLeftOver_IsAskedAbout(string text) => await AskedAsync(text);

    [Theory]
    [InlineData("fortryd ikke afbud")]
    [InlineData("fortryd afbud hvis Gitte kan")]
    [InlineData("fortryd afbud 21/12 eller 14/1")]
    [InlineData("fortryd afbud medmindre mødet flyttes")]
    [InlineData("fortryd afbud for Gitte eller Mehmet")]
    [InlineData("fortryd afbud for alle undtagen mig")]
    [InlineData("fortryd afbud den 21/12 og den 22/12")]
    [InlineData("fortryd afbud måske")]
    public async Task Withdrawal_WithWordsLeftOver_IsAskedAbout(string text)
    {
        foreach (var (who, words) in new[] { ("signe-dahl", "afbud for Gitte 21/12"), ("signe-dahl", "afbud for Mehmet 21/12"), ("signe-dahl", "afbud for Henrik 21/12") })
            await _chat.SayAsync(who, words);

        Assert.Equal(3, (await _chat.ApologiesAsync()).Count);
        await AskedAsync(text, "gitte-holmgaard");
    }

    [Theory]
    [InlineData("påmind alle hver dag")]
    [InlineData("påmind alle undtagen Gitte")]
    [InlineData("flyt mødet 21. december til 22. eller 23. december")]
    [InlineData("flyt ikke mødet 21. december")]
    [InlineData("aflys mødet 21. december hvis der ikke er punkter")]
    [InlineData("aflys ikke mødet 21. december")]
    [InlineData("aflys alle møder undtagen januar")]
    [InlineData("send referatet ud hvis Henrik siger ja")]
    [InlineData("slet beslutning 2")]
    [InlineData("fjern beslutningen om budgettet")]
    [InlineData("ret beslutning 2 til Udsat")]
    [InlineData("byt om på punkt 1 og 2")]
    [InlineData("fortryd beslutning 2")]
    [InlineData("jeg deltager først fra kl. 14 den 21. december")]
    [InlineData("jeg er først med fra 14")]
    public async Task OtherWork_IsAnsweredWithTheWayThere(string text) =>
        Assert.DoesNotContain("Mente du", await AskedAsync(text), StringComparison.Ordinal);

    private async Task<string> AskedAsync(string text, string person = "signe-dahl")
    {
        var before = await _chat.EverythingAsync();
        var answer = await _chat.SayAsync(person, text);

        Assert.Equal(before, await _chat.EverythingAsync());
        Assert.DoesNotContain("Det forstår jeg ikke", answer, StringComparison.Ordinal);
        Assert.NotEmpty(answer);
        return answer;
    }
}
