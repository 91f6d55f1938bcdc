using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>Several dates may be meant.</summary>
/// <param name="Question">The Danish question.</param>
/// <param name="Candidates">One button each, soonest first.</param>
public sealed record DateAmbiguous(string Question, IReadOnlyList<LocalDate> Candidates) : Error(Question)
{
    /// <summary>The words that are in doubt, as they stand in the message: a button puts its date in their place.</summary>
    public string Written { get; init; } = string.Empty;
}

public sealed record DatePast(string Question, LocalDate Date) : Error(Question);

public sealed record DateImpossible(string Sentence) : Error(Sentence);

public sealed record ForumUnknown(string Written, IReadOnlyList<string> Known) : Error(Texts.ForumUnknown(Written, Known))
{
    internal static ForumUnknown Of(string written, ParserContext context) => new(written, [.. context.Forums.Select(forum => forum.Name)]);
}

/// <summary>No meeting lies in the days that were written: "uge 53".</summary>
public sealed record NoMeetingThen(string Sentence) : Error(Sentence);

/// <summary>What was written can be several commands: which one is asked.</summary>
/// <param name="Choices">What each answer runs.</param>
public record CommandUnclear(string Question, IReadOnlyList<CommandChoice> Choices) : Error(Question);

/// <summary>A title ends with the name of a forum that the command is not about: whether it is meant as one is asked.</summary>
public sealed record DestinationUnclear(string Written, IReadOnlyList<CommandChoice> Choices) : CommandUnclear(Texts.DestinationUnclear(Written), Choices);

/// <summary>A button that gives a command.</summary>
public sealed record CommandChoice(string Title, string Text);

/// <summary>The person sits in two forums of one name; the chat says which is meant.</summary>
public sealed record ForumNotUnique(string Name)
    : Error($"Du er med i flere fora, der hedder {DanishFormat.Quote(Name)}. Skriv kommandoen i forummets egen chat.");

public sealed record ArgumentNotUnderstood(string Written, CommandDescription Command)
    : Error($"Jeg forstår ikke {DanishFormat.Quote(Written)}. {Texts.WriteAs(Command)}");

public sealed record MeetingDateMissing(CommandDescription Command) : Error($"Jeg mangler en dato for mødet. {Texts.WriteAs(Command)}");

public sealed record MeetingTimeMissing(LocalDate Date, CommandDescription Command)
    : Error($"Hvornår begynder mødet {DanishFormat.Date(Date)}? {Texts.WriteAs(Command)}");

public sealed record ItemMinutesOutOfRange(int Minutes)
    : Error($"Et punkt kan vare fra 1 til {CommandLimits.MaxItemMinutes} minutter, ikke {DanishFormat.Number(Minutes)}. Ret tallet.");

public sealed record SubstituteMissing(CommandDescription Command) : Error($"Hvem er din stedfortræder? {Texts.WriteAs(Command)}");

public sealed record DecisionItemMissing(CommandDescription Command)
    : Error($"Hvilket punkt gælder beslutningen? Skriv punktets nummer først. {Texts.WriteAs(Command)}");

public sealed record ItemNumberMissing(CommandDescription Command) : Error($"Hvilket punkt? Skriv dets nummer. {Texts.WriteAs(Command)}");

public sealed record CaseWordsMissing(CommandDescription Command) : Error($"Hvilken sag? Skriv dens nummer, eller ord fra titlen. {Texts.WriteAs(Command)}");

public sealed record SearchWordsMissing(CommandDescription Command) : Error($"Hvad skal jeg søge efter? {Texts.WriteAs(Command)}");
