using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Meetings.Naming;

/// <summary>Words that name one meeting or several, "januarmødet", "21/12 og 14/1", before anybody has looked which meetings there are.</summary>
/// <param name="Words">As they were written, for a question back.</param>
/// <param name="Span">What was read of the text; the caller goes on behind it.</param>
public sealed record MeetingMention(IReadOnlyList<MeetingPart> Parts, string Words, TextSpan Span)
{
    /// <summary>"alle møder <b>undtagen 14. januar</b>": meetings that the others are said without.</summary>
    public IReadOnlyList<MeetingPart> Except { get; init; } = [];

    /// <summary>Which meetings they are follows from the calendar and not from the words: "fra 1. januar til 1. marts", "alle i 2027", "alle undtagen …".</summary>
    public bool NamesSpan => Except.Count > 0 || Parts.Any(part => part is MeetingPart.Span or MeetingPart.All { When.IsAnyTime: false } or MeetingPart.Both { When.IsAnyTime: false });

    /// <summary>"næste møde" says no more than a command that names no meeting.</summary>
    public bool IsJustTheNext => Parts is [MeetingPart.Next { Count: 1 }];

    /// <summary>Whether the words say "møde" or "mødet", and so can hardly belong to a reason or a title.</summary>
    public bool SaysMeeting { get; init; }
}

/// <summary>One of the meetings, or groups of meetings, that a mention names.</summary>
public abstract record MeetingPart
{
    private MeetingPart()
    {
    }

    /// <summary>A day. Without its year it may lie ahead or behind: "19. oktober" in November is last month's or next year's.</summary>
    /// <param name="Ahead">As it is read towards the future; never <see cref="DateReading.NotADate"/>.</param>
    /// <param name="Dates">All days that it may be, whichever way it is read.</param>
    public sealed record Day(DateReading Ahead, IReadOnlyList<LocalDate> Dates) : MeetingPart;

    /// <summary>"den 14."</summary>
    public sealed record DayOfMonth(int Number) : MeetingPart;

    /// <summary>"i januar", "januarmødet", "januar 2027".</summary>
    public sealed record Month(int Number, int? Year) : MeetingPart;

    /// <summary>"næste møde", "de næste to møder".</summary>
    public sealed record Next(int Count) : MeetingPart;

    /// <summary>"mødet efter næste".</summary>
    public sealed record AfterNext : MeetingPart;

    /// <summary>"sidste møde".</summary>
    public sealed record Latest : MeetingPart;

    /// <summary>"begge møder", "begge møder i januar 2027": sensible only where exactly two lie ahead then.</summary>
    public sealed record Both(MeetingPeriod When) : MeetingPart;

    /// <summary>"fra 1. januar til 1. marts", "i 2027": those from the first day to the last, both included.</summary>
    public sealed record Span(LocalDate From, LocalDate To) : MeetingPart;

    /// <summary>"alle møder", "alle møder i 2027": those ahead.</summary>
    public sealed record All(MeetingPeriod When) : MeetingPart;
}

/// <summary>"i januar", "i januar 2027", "i 2027", "næste år"; neither month nor year is at any time.</summary>
public readonly record struct MeetingPeriod(int? Month, int? Year)
{
    public bool IsAnyTime => Month is null && Year is null;

    public bool Contains(LocalDate date) => (Month ?? date.Month) == date.Month && (Year ?? date.Year) == date.Year;
}
