using System.Text.RegularExpressions;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agreements;

/// <summary>What was agreed to hold from now on: »fremadrettet sendes referater ud til …«. It stands until somebody ends it.</summary>
public sealed partial class StandingRule
{
    public StandingRuleId Id { get; init; } = StandingRuleId.New();

    public required ForumId ForumId { get; init; }

    /// <summary>The sentence of the decision, word for word.</summary>
    public required string Text { get; init; }

    /// <summary>The agreement that it was followed up as; dropped or undone, the rule is no more.</summary>
    public required DeadlineId AgreementId { get; init; }

    public required Instant MadeAt { get; init; }

    public Instant? EndedAt { get; private set; }

    public PersonId? EndedById { get; private set; }

    public bool Stands => EndedAt is null;

    /// <summary>It says where minutes go (»referater sendes også til …«), so it is worth a word when they are approved.</summary>
    public bool IsOfMinutes => Minutes().IsMatch(Text) && Sent().IsMatch(Text);

    /// <summary>It holds no more. Pressed again, it is as it was.</summary>
    public void End(PersonId? by, Instant now)
    {
        if (Stands)
            (EndedAt, EndedById) = (now, by);
    }

    /// <summary>Takes <see cref="End"/> back.</summary>
    public void Resume() => (EndedAt, EndedById) = (null, null);

    [GeneratedRegex(@"\breferat(er|et|erne)?\b|\bbeslutningsreferat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\b(\p{L}*send(es|er|e|t)|modtager|modtage|får|deles|del(e|er)|lægges|rundsendes|tilgår|distribueres)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sent();
}

public readonly record struct StandingRuleId(Guid Value) : IRecordId
{
    public static StandingRuleId New() => new(Guid.CreateVersion7());
}
