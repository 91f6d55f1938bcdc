using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading;

/// <summary>
/// The questions that reading a document leaves. A wrong fact without a question is the one error that nobody finds, so every place where the
/// reader had to guess, or left something out, asks here.
/// </summary>
internal sealed class Doubts
{
    private const int MaxDoubts = 60;
    private const int MaxQuoteLength = 90;

    private readonly List<MinutesDoubt> _doubts = [];
    private readonly List<(string Name, string Fact, int Line, string Question)> _people = [];

    public void Ask(string path, int line, string question)
    {
        if (_doubts.Count < MaxDoubts && !_doubts.Exists(doubt => doubt.Path == path && doubt.Question == question))
            _doubts.Add(new MinutesDoubt(path, line, question));
    }

    /// <summary>Asks about one person; the place on the list is known only when all have been read.</summary>
    public void AskAbout(string name, string fact, int line, string question)
    {
        if (_people.Count < MaxDoubts)
            _people.Add((name, fact, line, question));
    }

    public IReadOnlyList<MinutesDoubt> For(IReadOnlyList<MinutesParticipant> people)
    {
        foreach (var (name, fact, line, question) in _people)
        {
            var at = people.ToList().FindIndex(person => person.Name == name);
            Ask(at < 0 ? "participants" : $"participants[{at}].{fact}", line, question);
        }

        return [.. _doubts.OrderBy(doubt => doubt.Line)];
    }

    /// <summary>The words of the document, short enough for a question.</summary>
    public static string Quote(string text)
    {
        var line = text.Replace('\n', ' ').Replace('\t', ' ').Trim();
        return line.Length <= MaxQuoteLength ? $"»{line}«" : $"»{line[..MaxQuoteLength].TrimEnd()} …«";
    }
}

/// <summary>The questions, in the words of the secretariat.</summary>
internal static class Questions
{
    public const string NoForum = "Hvilket forum er referatet fra? Dokumentet siger det ikke tydeligt.";
    public const string NoDate = "Hvornår blev mødet holdt? Der er ingen dato, som kan læses sikkert.";
    public const string OtherTimes = "Hvornår begyndte og sluttede mødet? Klokkeslættene øverst kan læses på flere måder.";
    public const string NoItems = "Hvor begynder punkterne? Der er ikke fundet nogen.";
    public const string UnplacedClosed = "Hvilke punkter er lukkede? Dokumentet nævner lukkede punkter, men siger ikke hvilke. Indtil da er alle lukkede.";
    public const string NoDecisions = "Hvad blev besluttet? Dokumentet er et referat, men der er ikke fundet en beslutning til noget punkt.";
    public const string NoPeople = "Hvem deltog? Der er ikke fundet nogen deltagere.";

    public static string Weekday(string date) => $"Er datoen rigtig? Ugedagen passer ikke til {date}.";

    public static string Forum(string forum) => $"Er {Doubts.Quote(forum)} navnet på forummet?";

    public static string NotAPerson(string text) => $"Er {Doubts.Quote(text)} en deltager? Linjen står blandt deltagerne, men kunne ikke læses som et navn.";

    public static string Person(string name) => $"Er {Doubts.Quote(name)} en person?";

    public static string Attendance(string sentence) => $"Hvad betyder {Doubts.Quote(sentence)} for, hvem der deltog?";

    public static string Numbers(int number) => $"Mangler der et punkt omkring punkt {number}? Numrene følger ikke hinanden.";

    public static string Repeated(string title) => $"Er {Doubts.Quote(title)} ét punkt eller to? Titlen står to gange, og den ene gang er der ingen tekst under den.";

    public static string Contents(string title) => $"Hvor er punktet {Doubts.Quote(title)}? Det står i indholdsfortegnelsen, men er ikke fundet.";

    public static string NoDecision(string title) => $"Hvad blev besluttet om {Doubts.Quote(title)}? De andre punkter har en beslutning.";

    public static string LabelInDecision(string line) => $"Hører {Doubts.Quote(line)} og det, der følger, med til beslutningen?";

    public static string NoRecommendations(string title) => $"Hvad blev indstillet om {Doubts.Quote(title)}? Der er en indstilling, som ikke kunne deles op.";

    public static string EndOfRecommendations(string line) => $"Hører {Doubts.Quote(line)} med til indstillingen?";

    public static string RequiredReading(string sentence) => $"Hvilke bilag gælder {Doubts.Quote(sentence)}?";
}
