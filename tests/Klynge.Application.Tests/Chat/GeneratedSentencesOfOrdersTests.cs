using System.Globalization;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// 5,000 orders put together at random: deadlines, meetings, decisions, items, apologies for others, with names, mentions, one or several days,
/// and words that no reader knows. Each sentence brings along what it names; nothing else may stand afterwards, and nothing at all where words
/// are left over. CI takes a share; »tests/run long« takes all.
/// </summary>
public sealed class GeneratedSentencesOfOrdersTests
{
    private static readonly int Sentences = Environment.GetEnvironmentVariable("KLYNGE_EVERY_SENTENCE") == "1" ? 5_000 : 600;

    private static readonly string[] Senders = ["signe-dahl", "signe-dahl", "signe-dahl", "henrik-vestermark", "nadia-el-sayed"];

    private static readonly string[] Openings = ["", "", "", "Hej, ", "@Klynge: ", "Hej @Klynge, ", "God morgen! "];

    private static readonly string[] Closings = ["", "", "", ", tak", ". Mvh Signe", ". På forhånd tak"];

    private static readonly string[] Titles = ["Høringssvar", "Udpegning til styregruppen", "Oplæg om akutpladser", "Svar på brevet fra ministeriet", "Status"];

    private static readonly (string Written, LocalDate Date)[] Days =
    [
        ("4. marts", new(2027, 3, 4)), ("den 8. april 2027", new(2027, 4, 8)), ("15/2", new(2027, 2, 15)), ("d. 12/2-2027", new(2027, 2, 12)), ("fredag den 5. marts", new(2027, 3, 5)),
        ("3. februar 2027", new(2027, 2, 3)),
    ];

    private static readonly (string Written, string Person)[] Names =
    [
        ("Gitte", "gitte-holmgaard"), ("Mehmet Yildiz", "mehmet-yildiz"), ("Lise Lotte Damgaard", "lise-damgaard"), ("Torben Aagesen", "torben-aagesen"), ("Åse Bjerre Lund", "aase-lund"),
    ];

    /// <summary>As an account is shown, which is not always as its person is called: the account counts.</summary>
    private static readonly (string Written, string Person)[] Mentions =
    [
        ("Gitte H. (KLIT)", "gitte-holmgaard"), ("Yildiz, Mehmet", "mehmet-yildiz"), ("Lise-Lotte Damgaard (EGHOLT)", "lise-damgaard"), ("Torben Aagesen", "peter-thorup"), ("P. Thorup (LYNGBÆK)", "peter-thorup"),
    ];

    private static readonly (string Written, LocalTime Start, LocalTime End)[] Times =
        [("kl. 10-12", new(10, 0), new(12, 0)), ("kl. 9.30-11.00", new(9, 30), new(11, 0)), ("13-15", new(13, 0), new(15, 0)), ("fra 8 til 10", new(8, 0), new(10, 0))];

    private static readonly (string Written, string Place)[] Places =
        [("Teams", "Teams"), ("på Rådhuset", "Rådhuset"), ("i lokale B2", "lokale B2"), (", Skottenborg 26, Viborg", "Skottenborg 26, Viborg"), ("sted: Kulturværftet", "Kulturværftet"), ("Hotel Koldingfjord", "Hotel Koldingfjord")];

    /// <summary>Where Chefforum meets unless the words say another place.</summary>
    private const string UsualPlace = "Teams";

    /// <summary>What no reader may take for a name, a place or a text.</summary>
    private static readonly string[] LeftOver =
    [
        "hver måned", "hver anden uge", "hvis Mehmet kan", "medmindre der er ferie", "uden Gitte", "foreløbigt", "(tentativt)", "husk kaffe", "samme sted som sidst", "i stedet for januarmødet", "sammen med Direktørforum",
        "ikke på Teams", "men kun for formandskabet", "eller senere", "og igen bagefter", "som sidste år", "hest og vogn", "xyz",
    ];

    private static readonly string[] Before = ["måske", "ikke", "hvis Gitte kan:"];

    private static readonly (string Written, string Meeting)[] Heads =
        [("", ""), ("", ""), (":", ""), (" på mødet 21. december:", "21/12"), (" (21. december):", "21/12"), (", mødet den 21. december:", "21/12"), (" til mødet 14. januar:", "14/1")];

    private static readonly string[] UnclearHeads = [" og 3", ", 3", " eller 3:", " og punkt 1", " hvis alle er enige:", " (medmindre nogen siger nej):", " på begge møder:", " i Direktørforum:", " på mødet 22. december:"];

    private static readonly string[] Decisions = ["Godkendt.", "Ikke godkendt.", "Udsættes til næste møde.", "Hvis regionen siger ja, går sagen videre.", "Den 14. januar tages sagen op igen.", "2 indstillinger blev godkendt."];

    private static readonly (string Written, string Meetings)[] MeetingDays =
        [("21/12", "21/12"), ("14. januar", "14/1"), ("21/12 og 14/1", "21/12 14/1"), ("14/1 og 15/1", ""), ("21/12 eller 14/1", ""), ("22/12", ""), ("den 14.", "14/1")];

    [Fact]
    public async Task Order_ChangesNothingThatItDoesNotName()
    {
        var random = new Random(20261129);
        await using var chat = await SampleChat.CreateAsync(db => db.AgendaItems.ExecuteUpdateAsync(item => item.SetProperty(one => one.Decision, (string?)null)));
        var contexts = new Dictionary<string, ParserContext>(StringComparer.Ordinal);
        foreach (var sender in Senders.Distinct())
            contexts[sender] = await chat.ReadingContextAsync(sender);
        await using var start = chat.Database.CreateDbContext();
        var forum = await start.Forums.Where(one => one.Key == "chefforum").Select(one => one.Id).SingleAsync();
        var minuted = (await start.MeetingsToMinuteAsync(forum, new LocalDate(2026, 11, 28)))[0].Date;
        var first = await start.Meetings.Select(one => one.Id).ToListAsync();

        var read = Enumerable.Range(0, Sentences).Select(_ => Make(random, chat, minuted))
            .Select(order => (Order: order, Command: CommandParser.Parse(MentionedPeople.Name(order.Text, order.Mentions, contexts[order.Sender].People), contexts[order.Sender])))
            .Where(one => one.Command.IsSuccess)
            .GroupBy(one => (one.Order.Sender, Command: one.Command.Value));
        var (rest, seen, wrong, acted) = (await RestAsync(chat, first), await EffectsAsync(chat, first), new List<string>(), 0);
        foreach (var group in read)
        {
            await chat.RunAsync(group.Key.Sender, group.Key.Command);
            var now = await EffectsAsync(chat, first);
            var effects = now.Except(seen).Select(one => one.Text).ToList();
            acted += effects.Count > 0 ? group.Count() : 0;
            wrong.AddRange(group.Where(one => effects.Exists(effect => !one.Order.Allows(effect))).Select(one => $"{one.Order.Sender}: {one.Order.Text} → {string.Join("; ", effects)}"));
            if (effects.Count > 0)
                seen = await ForgetAsync(chat, first);
        }

        Assert.Equal(rest, await RestAsync(chat, first));
        TestContext.Current.TestOutputHelper!.WriteLine($"{Sentences} orders, {acted} acted on, {wrong.Count} beyond what they name.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {acted}\n{string.Join('\n', wrong.Take(40))}");
        Assert.InRange(acted, Sentences / 10, Sentences);
    }

    private static Order Make(Random random, SampleChat chat, LocalDate minuted)
    {
        var order = random.Next(8) switch
        {
            0 or 1 => Deadline(random),
            2 or 3 => Meeting(random),
            4 or 5 => Decision(random, minuted),
            6 => Apology(random),
            _ => Form(random),
        };
        var closing = order.EndsWithText ? string.Empty : Pick(random, Closings);
        return order with
        {
            Sender = Pick(random, Senders),
            Text = Pick(random, Openings) + order.Text + closing,
            Mentions = [.. order.Mentions.Select(one => one with { Id = chat[one.Id].TeamsUserId!, AadObjectId = chat[one.Id].EntraObjectId })],
        };
    }

    private static Order Deadline(Random random)
    {
        var (title, (day, date)) = (Pick(random, Titles), Pick(random, Days));
        var (who, person, mention) = Whom(random);
        var responsible = random.Next(2) == 0 ? string.Empty : $" ansvarlig {who}";
        var allowed = $"frist {title} {date:uuuu-MM-dd} {(responsible.Length > 0 ? person : string.Empty)}".TrimEnd();
        var other = Pick(random, Days.Where(one => one.Date != date).ToArray()).Written;
        return random.Next(7) switch
        {
            0 => new Order($"frist {title} {day} {Pick(random, LeftOver)}{responsible}"),
            1 => new Order($"frist {title} {day}{responsible} {Pick(random, LeftOver)}"),
            2 => new Order($"{Pick(random, Before)} frist {title} {day}{responsible}"),
            3 => new Order($"frist {title} {(random.Next(2) == 0 ? $"{day} eller {other}" : random.Next(2) == 0 ? $"{day} og {other}" : $"hver måned {day}")}{responsible}"),
            4 => new Order($"frist {day}: {title}{responsible}", allowed),
            5 => new Order($"ny frist {title} senest {day}{responsible}", allowed),
            _ => new Order($"frist {title} {day}{responsible}", allowed),
        } with
        { Mentions = mention is null ? [] : [mention] };
    }

    private static Order Meeting(Random random)
    {
        var ((day, date), (time, start, end)) = (Pick(random, Days), Pick(random, Times));
        var (place, where) = random.Next(3) == 0 ? (string.Empty, UsualPlace) : Pick(random, Places);
        var forum = Pick(random, ["", "Chefforum ", "i Chefforum "]);
        var allowed = $"møde chefforum {date:uuuu-MM-dd} {start:HH:mm}-{end:HH:mm} {where}".TrimEnd();
        return random.Next(6) switch
        {
            0 => new Order($"nyt møde {forum}{day} {time} {place} {Pick(random, LeftOver)}"),
            1 => new Order($"nyt møde {forum}{day} {time} {Pick(random, LeftOver)}"),
            2 => new Order($"{Pick(random, Before)} nyt møde {forum}{day} {time} {place}"),
            3 => new Order($"nyt møde {forum}{day} eller {Pick(random, Days.Where(one => one.Date != date).ToArray()).Written} {time}"),
            _ => new Order($"nyt møde {forum}{day} {time} {place}".TrimEnd(), allowed),
        };
    }

    private static Order Decision(Random random, LocalDate minuted)
    {
        var (item, text) = (random.Next(1, 4), Pick(random, Decisions));
        if (random.Next(3) == 0)
            return new Order($"beslutning {item}{Pick(random, UnclearHeads)} {text}") { EndsWithText = true };
        if (random.Next(8) == 0)
            return new Order($"{Pick(random, Before)} beslutning {item} {text}") { EndsWithText = true };
        var (head, meeting) = Pick(random, Heads);
        var day = meeting.Length > 0 ? meeting : $"{minuted.Day}/{minuted.Month}";
        return new Order($"beslutning {(random.Next(2) == 0 ? "punkt " : string.Empty)}{item}{head} {text}", $"beslutning {day} {item} {text}") { EndsWithText = true };
    }

    private static Order Apology(Random random)
    {
        var (who, person, mention) = Whom(random);
        var (day, meetings) = Pick(random, MeetingDays);
        var allowed = meetings.Split(' ').Select(meeting => $"chefforum {meeting} {person}").ToArray();
        return random.Next(4) switch
        {
            0 => new Order($"afbud for {who} {day} {Pick(random, ["hvis toget er aflyst", "hver gang", "medmindre mødet flyttes"])}"),
            1 => new Order($"afbud for {who} eller Agnieszka Nowak {day}"),
            2 => new Order($"{who} kan desværre ikke deltage {day}", allowed),
            _ => new Order($"afbud for {who} {day}", allowed),
        } with
        { Mentions = mention is null ? [] : [mention] };
    }

    private static Order Form(Random random) => new(random.Next(4) switch
    {
        0 => $"tilføj punkt {Pick(random, Titles)} {Pick(random, ["v/ Gitte", "20 min", "til mødet 14. januar", "på begge møder"])} {(random.Next(2) == 0 ? Pick(random, LeftOver) : string.Empty)}",
        1 => $"slet punkt {random.Next(1, 4)} {(random.Next(2) == 0 ? Pick(random, LeftOver) : "og 3")}",
        2 => $"skriftlig behandling {Pick(random, Titles)} {Pick(random, LeftOver)}",
        _ => $"{Pick(random, ["flyt mødet", "aflys mødet", "påmind alle", "udsæt punkt 2", "slet fristen"])} {Pick(random, LeftOver)}",
    });

    private static (string Written, string Person, Mention? Mention) Whom(Random random)
    {
        if (random.Next(2) == 0)
        {
            var (name, known) = Pick(random, Names);
            return (name, known, null);
        }

        var (shown, person) = Pick(random, Mentions);
        return (shown, person, new Mention(shown, person, null));
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>What stands that a sentence can have made: »frist Svar 2027-03-04 gitte-holmgaard«, »møde chefforum 2027-03-04 10:00-12:00 Teams«, »beslutning 21/12 2 Godkendt.«</summary>
    private static async Task<List<(object Row, string Text)>> EffectsAsync(SampleChat chat, List<MeetingId> first)
    {
        await using var db = chat.Database.CreateDbContext();
        var people = await db.People.ToDictionaryAsync(person => person.Id, person => person.Key);
        var forums = await db.Forums.ToDictionaryAsync(forum => forum.Id, forum => forum.Key);
        var meetings = await db.Meetings.AsNoTracking().ToListAsync();
        var days = meetings.ToDictionary(meeting => meeting.Id, meeting => $"{meeting.Date.Day}/{meeting.Date.Month}");
        var deadlines = await db.Deadlines.AsNoTracking().ToListAsync();
        var decided = await db.AgendaItems.AsNoTracking().Where(item => item.Decision != null).ToListAsync();
        return
        [
            .. (await chat.ApologiesAsync()).Select(one => ((object)one, one)),
            .. deadlines.Select(one => ((object)one.Id, $"frist {one.Title} {one.Date:uuuu-MM-dd}{one.Time?.ToString(" HH:mm", CultureInfo.InvariantCulture)} {(one.ResponsibleId is { } id ? people[id] : string.Empty)}".TrimEnd())),
            .. meetings.Where(one => !first.Contains(one.Id) && one.Status != MeetingStatus.Cancelled)
                .Select(one => ((object)one.Id, $"møde {forums[one.ForumId]} {one.Date:uuuu-MM-dd} {one.Start:HH:mm}-{one.End?.ToString("HH:mm", CultureInfo.InvariantCulture)} {one.Place}".TrimEnd())),
            .. decided.Select(one => ((object)one.Id, $"beslutning {days[one.MeetingId]} {one.Number} {one.Decision}")),
        ];
    }

    /// <summary>What no sentence here may touch: the meetings that were there, their items, the cases.</summary>
    private static async Task<string> RestAsync(SampleChat chat, List<MeetingId> first)
    {
        await using var db = chat.Database.CreateDbContext();
        var meetings = await db.Meetings.AsNoTracking().OrderBy(one => one.Id).ToListAsync();
        var items = await db.AgendaItems.AsNoTracking().OrderBy(one => one.Id).ToListAsync();
        return string.Join('|', [
            .. meetings.Where(one => first.Contains(one.Id)).Select(one => $"{one.Id.Value}{one.Status}{one.Date}{one.Place}"),
            .. items.Where(one => first.Contains(one.MeetingId)).Select(one => $"{one.Id.Value}{one.Status}{one.Content.Title}"),
            $"{await db.WrittenProcedures.CountAsync()}",
        ]);
    }

    /// <summary>As if nothing had been said; a new meeting is cancelled, so that the next one finds its day free.</summary>
    private static async Task<List<(object Row, string Text)>> ForgetAsync(SampleChat chat, List<MeetingId> first)
    {
        await chat.ForgetApologiesAsync();
        await using var db = chat.Database.CreateDbContext();
        await db.AgendaItems.Where(item => item.Decision != null).ExecuteUpdateAsync(item => item.SetProperty(one => one.Decision, (string?)null));
        await db.Meetings.Where(one => !first.Contains(one.Id)).ExecuteUpdateAsync(meeting => meeting.SetProperty(one => one.Status, MeetingStatus.Cancelled));
        return await EffectsAsync(chat, first);
    }

    /// <param name="Allowed">Each effect that the sentence names; none where it must be asked about.</param>
    private sealed record Order(string Text, params IReadOnlyList<string> Allowed)
    {
        internal string Sender { get; init; } = string.Empty;

        internal IReadOnlyList<Mention> Mentions { get; init; } = [];

        internal bool EndsWithText { get; init; }

        internal bool Allows(string effect) => Allowed.Any(one => effect == one || (one.StartsWith("chefforum ", StringComparison.Ordinal) && effect.StartsWith(one, StringComparison.Ordinal)));
    }
}
