using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// One seat on the roll of a case: who was entitled to vote when it opened, who votes for the seat now, and what it answers. Name,
/// organisation and sector are copied, so that the record still reads right when people have moved on. Every answer, also a changed one,
/// is kept as a <see cref="Vote"/>.
/// </summary>
public sealed class RollEntry
{
    public RollEntryId Id { get; private init; } = RollEntryId.New();

    public required WrittenProcedureId ProcedureId { get; init; }

    public required MemberId MemberId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>With what tells the member apart from another of that name in the forum: »Jens Holm (Egholt Kommune)«.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Without what tells the member apart.</summary>
    public string BareName => Bare(Name);

    public required string Organisation { get; init; }

    public required string Sector { get; init; }

    /// <summary>The order of the seats in the forum.</summary>
    public required int Order { get; init; }

    /// <summary>The one person who can vote for the seat: the member, or the substitute once the member has given the seat up. Unique in a case.</summary>
    public PersonId VoterId { get; private set; }

    public string? SubstituteName { get; private set; }

    public Instant? GivenUpAt { get; private set; }

    public Answer? Answer { get; private set; }

    /// <summary>The answer to each recommendation; null for an answer to the whole case.</summary>
    public IReadOnlyList<Answer>? Answers { get; private set; }

    public string? Remarks { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Who gave the answer: the member, or a substitute.</summary>
    public PersonId? AnsweredById { get; private set; }

    public VoteSource? Source { get; private set; }

    /// <summary>Who in the secretariat wrote the answer down, for one that was given by telephone or mail.</summary>
    public PersonId? RecordedById { get; private set; }

    /// <summary>When the secretariat was told that who votes for the seat no longer sits in it, or no longer is its substitute; null while that is not so.</summary>
    public Instant? LeaverToldAt { get; private set; }

    public bool HasAnswered => Answer is not null;

    public bool IsGivenUp => GivenUpAt is not null;

    /// <summary>The name of who votes for the seat now.</summary>
    public string VoterName => SubstituteName ?? Name;

    /// <summary>What the seat answers to one recommendation; null while it has not answered.</summary>
    /// <param name="recommendation">Its number, from 1.</param>
    public Answer? AnswerTo(int recommendation) => SeparateAnswers.To(recommendation, Answer, Answers);

    internal static RollEntry Of(WrittenProcedureId procedure, ForumMember seat, string name) => new()
    {
        ProcedureId = procedure,
        MemberId = seat.Id,
        PersonId = seat.PersonId,
        Name = name,
        Organisation = seat.Organisation,
        Sector = seat.Sector,
        Order = seat.Order,
        VoterId = seat.PersonId,
    };

    /// <summary>The seat that a record tells of, with its answer.</summary>
    public static RollEntry Restore(RecordedSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var entry = new RollEntry
        {
            Id = seat.Id,
            ProcedureId = seat.Procedure,
            MemberId = seat.Member,
            PersonId = seat.Person,
            Name = seat.Name,
            Organisation = seat.Organisation,
            Sector = seat.Sector,
            Order = seat.Order,
            VoterId = seat.Voter,
            SubstituteName = seat.Substitute,
            GivenUpAt = seat.GivenUpAt,
        };
        if (seat is { Ballot: { } ballot, AnsweredAt: { } at })
            entry.Set(ballot, at);

        return entry;
    }

    /// <summary>Adds what tells the two people of this seat apart from others, where their names stand bare.</summary>
    /// <param name="labels">Names of people, each with what tells it apart; one of another name than stands here is left alone.</param>
    internal bool TellApart(IReadOnlyDictionary<PersonId, string> labels)
    {
        var (name, substitute) = (Name, SubstituteName);
        Name = Apart(Name, PersonId);
        if (SubstituteName is not null)
            SubstituteName = Apart(SubstituteName, VoterId);
        return (Name, SubstituteName) != (name, substitute);

        string Apart(string bare, PersonId person) =>
            labels.TryGetValue(person, out var label) && label.StartsWith($"{bare} (", StringComparison.Ordinal) ? label : bare;
    }

    /// <summary>»Jens Holm« of »Jens Holm (Egholt Kommune)«.</summary>
    public static string Bare(string name) => name.EndsWith(')') && name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;

    internal Vote Set(Ballot ballot, Instant now)
    {
        (Answer, Answers, Remarks, AnsweredById, AnsweredAt) = (ballot.Answer, ballot.Answers, ballot.Remarks, ballot.By, now);
        (Source, RecordedById) = (ballot.Source, ballot.RecordedBy);
        return Vote.Of(ProcedureId, Id, ballot, now);
    }

    internal void Void()
    {
        (Answer, Answers, Remarks, AnsweredById, AnsweredAt) = (null, null, null, null, null);
        (Source, RecordedById) = (null, null);
    }

    public void NoteLeaver(Instant now) => LeaverToldAt = now;

    internal void GiveUp(PersonId substitute, string name, Instant now) =>
        (VoterId, SubstituteName, GivenUpAt) = (substitute, name, now);

    internal void TakeBack() => (VoterId, SubstituteName, GivenUpAt) = (PersonId, null, null);
}

public readonly record struct RollEntryId(Guid Value) : IRecordId
{
    public static RollEntryId New() => new(Guid.CreateVersion7());
}
