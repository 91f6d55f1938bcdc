using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>The days that the words of a command name, held against the meetings that there are.</summary>
internal sealed class NamedDays(ParserContext context)
{
    /// <summary>The words that named a meeting; null where none did, and for a day on which there is none yet.</summary>
    internal MeetingMention? Mention { get; private set; }

    /// <summary>The day that was written; null where none was, and where the words name a meeting in another way ("januarmødet").</summary>
    internal DateReading? Date { get; private set; }

    /// <summary>Soonest first; none for the next meeting.</summary>
    internal IReadOnlyList<LocalDate> All { get; private set; } = [];

    internal Error? Refusal { get; private set; }

    internal bool AreNamed => Mention is not null || Date is not null;

    /// <param name="forum">Whose meetings are meant; null for any forum's.</param>
    /// <param name="takesSeveral">Whether the command can be about several meetings at once.</param>
    internal void Settle(MeetingMention mention, string? forum, MeetingTense tense, bool takesSeveral)
    {
        Mention = mention;
        if (mention.IsJustTheNext)
            return;

        switch (MeetingResolver.Resolve(mention, Known(forum), context.Today, tense))
        {
            case MeetingPick.Found { Dates: { Count: > 1 } several } when !takesSeveral:
                Refusal = new DateAmbiguous(Texts.OneMeetingOnly(several), several) { Written = mention.Words };
                break;
            case MeetingPick.Found found:
                All = found.Dates;
                break;
            case MeetingPick.Unclear unclear:
                Refusal = new DateAmbiguous(unclear.Question, unclear.Candidates) { Written = mention.Words };
                break;
            case MeetingPick.None none:
                Refusal = new NoMeetingThen(none.Sentence);
                break;
            case MeetingPick.NoMeeting none:
                Keep(none.Reading, tense, mention.Words);
                break;
        }
    }

    /// <summary>Whether a mention names none but the days that are named already.</summary>
    internal bool Contain(MeetingMention mention, string? forum) =>
        MeetingResolver.Resolve(mention, Known(forum), context.Today, MeetingTense.Ahead) is MeetingPick.Found found && !found.Dates.Except(All).Any();

    /// <summary>A day as it was written, whether or not there is a meeting on it.</summary>
    internal void Keep(DateReading reading, MeetingTense tense, string written)
    {
        Date = reading;
        All = reading switch
        {
            DateReading.Found found => [found.Date],
            DateReading.Past past => [past.Date],
            _ => [],
        };
        Refusal = RefusalOf(reading, isPastFine: tense != MeetingTense.Ahead, written);
    }

    private List<MeetingDay> Known(string? forum) =>
        [.. context.Meetings.Where(meeting => forum is null || meeting.Forum == forum).Select(meeting => new MeetingDay(meeting.Date, meeting.IsOver))];

    private static Error? RefusalOf(DateReading reading, bool isPastFine, string written) => reading switch
    {
        DateReading.Ambiguous ambiguous => new DateAmbiguous(ambiguous.Question, ambiguous.Candidates) { Written = written },
        DateReading.Past past when !isPastFine => new DatePast(past.Question, past.Date),
        DateReading.Impossible impossible => new DateImpossible(impossible.Sentence),
        _ => null,
    };
}
