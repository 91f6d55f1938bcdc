using Klynge.Application.Chat.Commands.Apologies;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// What a person asks for in a chat message, read but not yet allowed: whether they may is decided by the use case. A forum is the
/// <see cref="KnownForum.Key"/>; null means the forum of the chat (or, in personal chat, a question which).
/// </summary>
public abstract record ChatCommand
{
    private protected ChatCommand()
    {
    }

    /// <summary>A card of what this person may do here.</summary>
    public sealed record Help : ChatCommand;

    /// <summary>The agenda of the next meeting, or of the one on <paramref name="Date"/>, which may be past.</summary>
    public sealed record ShowAgenda(string? Forum, LocalDate? Date) : ChatCommand, IInForum, IShowsAMeeting
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <param name="End">Later than <paramref name="Start"/> where given.</param>
    public sealed record ScheduleMeeting(string? Forum, LocalDate Date, LocalTime Start, LocalTime? End, string? Place) : ChatCommand, IInForum;

    /// <summary>The meetings ahead.</summary>
    public sealed record ListMeetings(string? Forum) : ChatCommand, IInForum, IShowsHowItStands;

    /// <param name="Title">Null opens the empty form.</param>
    /// <param name="Minutes">1 to <see cref="CommandLimits.MaxItemMinutes"/>.</param>
    public sealed record AddItem(string? Title, string? Presenter, int? Minutes, string? Forum, LocalDate? Date) : ChatCommand, IInForum
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <summary>An apology for the next meeting, or for the one on <paramref name="Date"/>.</summary>
    public sealed record Apology(LocalDate? Date, string? Substitute, string? Reason, string? Forum) : ChatCommand
    {
        /// <summary>Whom it is for, as written; null for the sender.</summary>
        public string? Who { get; init; }

        /// <summary>Others whom the same apology is for, as written; <see cref="ApologyReader.Self"/> for the sender. Asked about together.</summary>
        public IReadOnlyList<string> AlsoFor { get; init; } = [];

        /// <summary>The words that were not understood: nothing is done before somebody has said what they mean.</summary>
        public string? Unread { get; init; }

        /// <summary>The other meetings that the words name, soonest first: asked about together, and registered together.</summary>
        public IReadOnlyList<LocalDate> AlsoOn { get; init; } = [];

        /// <summary>The days follow from the calendar, "fra 1. januar til 1. marts": a meeting where the person has no seat was not named.</summary>
        public bool NamesSpan { get; init; }

        /// <summary>What was not understood names a day or a meeting: which one is asked, and it is nobody's reason.</summary>
        public bool MeansAnotherMeeting { get; init; }

        /// <summary>The words only seem to mean an apology: it is shown and asked about first.</summary>
        public bool IsAsked { get; init; }
    }

    public sealed record WithdrawApology(LocalDate? Date, string? Forum) : ChatCommand
    {
        /// <inheritdoc cref="Apology.Who"/>
        public string? Who { get; init; }

        /// <inheritdoc cref="Apology.AlsoOn"/>
        public IReadOnlyList<LocalDate> AlsoOn { get; init; } = [];

        /// <inheritdoc cref="Apology.IsAsked"/>
        public bool IsAsked { get; init; }
    }

    /// <summary>Who comes to the next meeting, or to the one on <paramref name="Date"/>.</summary>
    public sealed record WhoComes(string? Forum, LocalDate? Date) : ChatCommand, IInForum, IShowsAMeeting
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <summary>Asks whether the item is to be taken off the agenda.</summary>
    /// <param name="Item">The number on the agenda, from 1.</param>
    public sealed record RemoveItem(int Item, string? Forum, LocalDate? Date) : ChatCommand, IInForum
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <summary>Something that people ask for and that is not done in chat, or not at all: it is said, with the way there.</summary>
    public sealed record NotHere(NotHereKind What) : ChatCommand;

    /// <summary>Opens the form; what was written is filled in.</summary>
    public sealed record OpenWrittenProcedure(string? Title, string? Forum) : ChatCommand, IInForum;

    /// <summary>What waits for the sender: cases to answer, and drafts of the secretariat.</summary>
    public sealed record ShowMyCases : ChatCommand, IShowsHowItStands;

    /// <summary>The texts that the sender is asked for; for a secretariat also who owes its next meeting what.</summary>
    public sealed record ShowContributions : ChatCommand, IShowsHowItStands;

    /// <summary>Shows the question, and whose chairs it will go to, before it is sent.</summary>
    /// <param name="Text">Null opens the empty form.</param>
    public sealed record AskChairs(string? Text) : ChatCommand;

    /// <param name="Forum">The key of the forum that ends; null where it is not said.</param>
    /// <param name="To">The key of the one that follows; null where it is not said, or not known to the sender.</param>
    public sealed record HandOver(string? Forum, string? To) : ChatCommand, IInForum;

    /// <param name="Title">The case, as it was typed; null for the empty form.</param>
    public sealed record DecideAsChair(string? Title) : ChatCommand;

    /// <summary>Who came to the latest meeting that is over, or to the one on <paramref name="Date"/>.</summary>
    public sealed record RollCall(string? Forum, LocalDate? Date) : ChatCommand, IInForum
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <param name="Item">The number on the agenda, from 1; null opens the form at the first item without a decision.</param>
    /// <param name="Text">Null opens the form.</param>
    public sealed record Decide(int? Item, string? Text) : ChatCommand, IInForum
    {
        public string? Forum { get; init; }

        /// <summary>The day of the meeting that it names; null for the one to minute now.</summary>
        public LocalDate? Date { get; init; }

        /// <summary>Not all words were understood: the form is shown first.</summary>
        public bool IsAsked { get; init; }

        LocalDate? IInForum.MeetsOn => Date;
    }

    /// <summary>Sends an item on to another forum, which the sender need not be in: its words are read against the forums of the body.</summary>
    /// <param name="Target">Where to, for when and with what remark, as it was written; null for nothing.</param>
    public sealed record SendItem(int Item, string? Target) : ChatCommand, IInForum
    {
        public string? Forum { get; init; }

        /// <summary>Not all words were understood: the form is shown first.</summary>
        public bool IsAsked { get; init; }
    }

    /// <summary>Where a case has been, by its number or by words of it.</summary>
    public sealed record ShowCase(string Words) : ChatCommand, IShowsHowItStands;

    /// <summary>The minutes of the latest meeting, or of the one on <paramref name="Date"/>.</summary>
    public sealed record ShowMinutes(string? Forum, LocalDate? Date) : ChatCommand, IInForum, IShowsAMeeting
    {
        LocalDate? IInForum.MeetsOn => Date;
    }

    public sealed record Search(string Words) : ChatCommand, IShowsHowItStands;

    /// <summary>Sets a deadline; what is missing is asked for in a form.</summary>
    /// <param name="Responsible">As it was written: a name or a role.</param>
    public sealed record SetDeadline(string? Title, LocalDate? Date, string? Responsible) : ChatCommand, IInForum
    {
        /// <summary>»kl. 12«; null where the whole day counts.</summary>
        public LocalTime? Time { get; init; }

        /// <summary>The words only seem to mean a deadline: the form is shown first.</summary>
        public bool IsAsked { get; init; }
    }

    /// <summary>The deadlines that are open.</summary>
    public sealed record ShowDeadlines(string? Forum) : ChatCommand, IInForum, IShowsHowItStands
    {
        /// <summary>»mine frister«: those that the sender is to see to.</summary>
        public bool AreOwn { get; init; }
    }

    /// <summary>The agreements of decisions that are open.</summary>
    public sealed record ShowAgreements(string? Forum) : ChatCommand, IInForum, IShowsHowItStands;

    /// <summary>The cases that wait for a forum's later meetings.</summary>
    public sealed record ShowComingItems(string? Forum) : ChatCommand, IInForum, IShowsHowItStands;

    /// <summary>Who sits in a forum.</summary>
    public sealed record ShowMembers(string? Forum) : ChatCommand, IInForum;

    /// <summary>The deadlines that come round.</summary>
    public sealed record ShowAnnualWheel(string? Forum) : ChatCommand, IInForum, IShowsHowItStands;

    /// <summary>The way to the forum's deadlines in the sender's own calendar.</summary>
    public sealed record ShowCalendarLink(string? Forum) : ChatCommand, IInForum;

    /// <summary>No command of ours.</summary>
    /// <param name="Text">What was written, cleaned and shortened: fit to be shown.</param>
    /// <param name="Suggestions">The nearest commands, best first, at most three; often none.</param>
    public sealed record Unknown(string Text, IReadOnlyList<CommandDescription> Suggestions) : ChatCommand
    {
        /// <summary>»hej«, »tak for i dag«: it asks for nothing; null for words that may have asked for something.</summary>
        public Pleasantry? Said { get; init; }
    }
}

/// <summary>What is said out of kindness.</summary>
public enum Pleasantry
{
    Greeting,
    Thanks,
}

/// <summary>A command that shows how something stands and does nothing else.</summary>
public interface IShowsHowItStands;

/// <summary>
/// As <see cref="IShowsHowItStands"/>, of one meeting, which a later day may read as another one: the »next« of »hvem kommer« is then the
/// one after it. Its card is drawn anew only when somebody asks.
/// </summary>
public interface IShowsAMeeting : IShowsHowItStands;

/// <summary>A command about one forum: the gate finds it, and lets in whoever may.</summary>
internal interface IInForum
{
    /// <summary>The key of the forum that it names; null where it names none.</summary>
    string? Forum => null;

    /// <summary>The day of the meeting that it names: forums that do not meet then are not asked about.</summary>
    LocalDate? MeetsOn => null;
}

/// <summary>The largest values a command takes; forms keep to the same.</summary>
public static class CommandLimits
{
    /// <summary>A title is one line of a card, of a table of contents and of a mail's subject.</summary>
    public const int MaxTitle = 200;

    public const int MaxName = 100;

    public const int MaxPlace = 200;

    public const int MaxReason = 500;

    public const int MaxDecision = 4_000;

    public const int MaxSearch = 200;

    /// <summary>Eight hours.</summary>
    public const int MaxItemMinutes = 480;
}
