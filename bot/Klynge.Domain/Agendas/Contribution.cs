using System.Security.Cryptography;
using System.Text;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// Bidrag: somebody is asked for their text to one item, by a day. What they send becomes a section of the item under their name. One row for
/// a person and an item: asked twice, it is the same with another day.
/// </summary>
public sealed class Contribution
{
    /// <summary>About a page; more belongs in a bilag.</summary>
    public const int MaxLength = 4_000;

    public const int MaxWantedLength = 300;

    /// <summary>Nobody is reminded of what they were asked a moment ago.</summary>
    public static readonly Duration AfterAsking = Duration.FromHours(4);

    private const int MarkLength = 12;

    /// <summary>Some days before, and on the day.</summary>
    private static readonly int[] RemindedBefore = [3, 0];

    public ContributionId Id { get; init; } = ContributionId.New();

    public required ForumId ForumId { get; init; }

    public required AgendaItemId ItemId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>How the section is headed: »Bo Ørum, Driftsforum«. No other section of the item is headed so.</summary>
    public required string Heading { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public LocalDate DueOn { get; private set; }

    /// <summary>What is wanted, in the secretariat's words; null where they say nothing.</summary>
    public string? Wanted { get; private set; }

    public Instant AskedAt { get; private set; }

    public Instant? RemindedAt { get; private set; }

    /// <summary>When the secretariat took the asking back; null while it stands.</summary>
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>As it was sent last, whatever has become of it in the item; null before.</summary>
    public string? Text { get; private set; }

    public Instant? SentAt { get; private set; }

    public bool IsMissing => WithdrawnAt is null && SentAt is null;

    /// <summary>Asks, or asks anew with another day or other words.</summary>
    /// <returns>Whether that is news to the person.</returns>
    public bool Ask(LocalDate dueOn, string? wanted, Instant now)
    {
        if (WithdrawnAt is null && AskedAt != default && DueOn == dueOn && Wanted == wanted)
            return false;

        (DueOn, Wanted, AskedAt, WithdrawnAt) = (dueOn, wanted, now, null);
        return true;
    }

    /// <returns>Whether it stood until now.</returns>
    public bool Withdraw(Instant now)
    {
        if (WithdrawnAt is not null)
            return false;

        WithdrawnAt = now;
        return true;
    }

    /// <summary>What stands in the item under the person's name, perhaps in the secretariat's words; null for nothing.</summary>
    public string? StandingIn(AgendaItemContent content) => content.Sections.FirstOrDefault(section => section.Heading == Heading)?.Text;

    /// <summary>A short mark of what stood there when a card was drawn: whoever sends a text has seen what it takes the place of.</summary>
    public string MarkOf(AgendaItemContent content) => StandingIn(content) is { } standing
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(standing)))[..MarkLength]
        : "none";

    /// <summary>
    /// Puts the text into the item, in place of what stands there under the person's name. Words that the sender has not seen are never
    /// replaced: then the answer is what stands.
    /// </summary>
    /// <param name="seen">The <see cref="MarkOf"/> that the sender's card was drawn from; null for none.</param>
    public Result<SentContribution> Send(AgendaItem item, string? text, string? seen, Instant now)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ContributionMissing();

        if (text.Length > MaxLength)
            return new ContributionTooLong(text.Length);

        var standing = StandingIn(item.Content);
        if (standing == text && SentAt is not null)
        {
            Text = text;
            return new SentContribution(IsFirst: false, Replaced: null);
        }

        if (standing != text && MarkOf(item.Content) != seen)
            return new ContributionStands(standing);

        // What leads into the recommendations stays right above them.
        var body = With(RecommendationLead.Without(item.Content), text);
        var content = RecommendationLead.Set(item.Content with { Sections = body }, RecommendationLead.Of(item.Content));
        if (AgendaItemRules.Check(content) is { } tooLong)
            return tooLong;

        if (item.Edit(content, item.Version, now).Error is { } refused)
            return refused;

        var sent = new SentContribution(SentAt is null, standing == Text || standing == text ? null : standing);
        (Text, SentAt) = (text, now);
        return sent;
    }

    /// <summary>
    /// Whether the person is reminded now, by the rules: three days before the day and on it, at 8.00 of the hverdag that it is or of the one
    /// before; never twice a day, and never of what was asked just before.
    /// </summary>
    public bool IsReminderDue(Instant now)
    {
        if (!MayBeReminded(now) || DanishTime.ToDanish(now).Date > DueOn || ReminderCalendar.QuietUntil(now) is not null)
            return false;

        var rounds = RemindedBefore
            .Select(days => ReminderCalendar.OnAWorkday(TimeLimit.Create(days, TimeLimitUnit.Days).Value, DueOn))
            .Where(at => at > AskedAt + AfterAsking)
            .Distinct()
            .Order()
            .ToList();
        return ReminderCalendar.Latest(rounds, now) is { } due && (RemindedAt is not { } reminded || reminded < due);
    }

    /// <summary>Whether another reminder is no noise: it is missing, was not asked for just now, and nobody has reminded of it today.</summary>
    public bool MayBeReminded(Instant now) =>
        IsMissing && now >= AskedAt + AfterAsking && !(RemindedAt is { } at && DanishTime.ToDanish(at).Date == DanishTime.ToDanish(now).Date);

    public void MarkReminded(Instant now) => RemindedAt = now;

    private IReadOnlyList<AgendaSection> With(IReadOnlyList<AgendaSection> sections, string text) => sections.Any(section => section.Heading == Heading)
        ? [.. sections.Select(section => section.Heading == Heading ? section with { Text = text } : section)]
        : [.. sections, new AgendaSection(Heading, text)];
}

/// <param name="IsFirst">Nothing was sent before.</param>
/// <param name="Replaced">Words of the secretariat's that the sender has seen and replaced; null for none.</param>
public sealed record SentContribution(bool IsFirst, string? Replaced);

public readonly record struct ContributionId(Guid Value) : IRecordId
{
    public static ContributionId New() => new(Guid.CreateVersion7());
}
