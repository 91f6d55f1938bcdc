using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Attendance;

/// <summary>The cards about the seat's substitute on record: the question, the answer with its way back, and what others are told of it.</summary>
public static class SubstituteCards
{
    /// <summary>What the substitute is asked when the member has declined in the calendar.</summary>
    public static AdaptiveCard Ask(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ApologyCards.Card(
            state,
            Texts.CanYouCome(Member(state)),
            [ApologyCards.Line(Texts.WhyAsked(Member(state)))],
            [Answer(state, comes: true), Answer(state, comes: false), ApologyCards.Back(state.Forum, state.Meeting)],
            ApologyAudience.Substitute);
    }

    /// <summary>What the substitute is told whom the member has named: they are counted on until they say no.</summary>
    internal static AdaptiveCard Named(ApologyState state, string headline) => ApologyCards.Card(
        state,
        headline,
        [ApologyCards.Line(Texts.YouAreNamed(Member(state)))],
        [Answer(state, comes: true), Answer(state, comes: false), ApologyCards.Back(state.Forum, state.Meeting)],
            ApologyAudience.Substitute);

    /// <summary>What the substitute sees after answering.</summary>
    public static AdaptiveCard Answered(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ApologyCards.Card(
            state,
            Comes(state) ? Texts.YouCome(Member(state)) : Texts.YouDoNotCome(Member(state)),
            [ApologyCards.Line(Texts.BothTold(Member(state)))],
            [Answer(state, comes: !Comes(state), again: true), ApologyCards.Back(state.Forum, state.Meeting)],
            ApologyAudience.Substitute);
    }

    /// <summary>What the member is told of the answer. A no leaves the question who else comes.</summary>
    public static AdaptiveCard ForMember(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return ApologyCards.Card(
            state,
            Comes(state) ? Texts.ComesForYou(Substitute(state)) : Texts.DoesNotComeForYou(Substitute(state)),
            Comes(state) ? []
                : state.Asked is { } next ? [ApologyCards.Line(Texts.NextIsAsked(next.Name)), ApologyCards.Choose(state)]
                : [ApologyCards.Line(Texts.AnybodyElse), ApologyCards.Choose(state)],
            [ApologyCards.Back(state.Forum, state.Meeting)]);
    }

    /// <summary>What the secretariat is told of the answer, with the warning that counts.</summary>
    public static AdaptiveCard ForSecretariat(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var headline = Comes(state) ? Texts.ComesFor(Substitute(state), Member(state)) : Texts.DoesNotComeFor(Substitute(state), Member(state));
        List<CardElement> asked = state.Asked is { } next ? [ApologyCards.Line(Texts.IsAsked(next.Name))] : [];
        return ApologyCards.Card(state, headline, [.. asked, ApologyCards.Quorum(state)], [ApologyCards.Back(state.Forum, state.Meeting)], ApologyAudience.Secretariat);
    }

    /// <summary>What the substitute is told when the member has named somebody else, or nobody any more.</summary>
    public static AdaptiveCard NotNeeded(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Nothing(state, Texts.NotNeeded(Member(state)));
    }

    /// <summary>What the substitute is told when the member has taken the apology back.</summary>
    internal static AdaptiveCard ComesAfterAll(ApologyState state) => Nothing(state, Texts.ToldWithdrawn(Member(state)));

    /// <summary>What a question shows whose meeting has been held or cancelled.</summary>
    internal static AdaptiveCard TooLate(ApologyState state) =>
        Nothing(state, state.Meeting.Status == MeetingStatus.Cancelled ? Texts.MeetingCancelled : Texts.MeetingOver);

    private static AdaptiveCard Nothing(ApologyState state, string headline) => ApologyCards.Card(
        state, headline, [ApologyCards.Line(Texts.NothingToDo)], [ApologyCards.Back(state.Forum, state.Meeting)], ApologyAudience.Substitute);

    private static ExecuteAction Answer(ApologyState state, bool comes, bool again = false)
    {
        var data = ApologyCards.Ids(state.Forum, state.Meeting);
        (data[CardIds.Member], data["comes"]) = (CardIds.Write(state.Seat.Id), comes ? AttendanceChat.Yes : AttendanceChat.No);
        var title = (comes, again) switch
        {
            (true, false) => Texts.IComeInstead,
            (false, false) => Texts.ICannotCome,
            (true, true) => Texts.ICanAfterAll,
            (false, true) => Texts.ICannotAfterAll,
        };
        return new ExecuteAction(title, AttendanceChat.SubstituteVerb)
        {
            Data = data,
            Style = comes && !again ? ActionStyle.Positive : null,
            AssociatedInputs = AssociatedInputs.None,
        };
    }

    private static bool Comes(ApologyState state) => state.Apology.SubstituteName is not null;

    private static string Member(ApologyState state) => state.Member;

    private static string Substitute(ApologyState state) => state.Apology.SubstituteName ?? (state.Refused ?? state.Seat.SubstitutePeople.FirstOrDefault())?.Name ?? Texts.TheSubstitute;
}

/// <param name="Id">The seat's substitute on record, who is told; null for a name alone.</param>
internal sealed record NamedSubstitute(PersonId? Id, string? Name);

/// <summary>
/// Who comes instead, by what was written. The seat's substitutes on record are known by parts of the name as well; a voting member, another
/// seat's substitute and one who comes for another seat already cannot take it; any other name is only taken when the caller has been asked.
/// </summary>
internal static class SubstituteNames
{
    internal static Result<NamedSubstitute> Find(AttendancePlace place, string written, bool isMeant)
    {
        if (written.Length == 0)
            return new NamedSubstitute(null, null);

        var own = place.FirstSubstitute();
        var unknown = new SubstituteUnknown(written, place.Seat.Person.Name, place.IsOwn, own?.Name);
        if (DanishText.Fold(written) is "min stedfortraeder" or "stedfortraeder")
        {
            // »min stedfortræder« in somebody else's apology may be either's.
            return own is null || !place.IsOwn ? unknown : new NamedSubstitute(own.Id, own.Name);
        }

        var people = PeopleDirectory.Of(place.Seats);
        var fitting = people.Find(written).Fitting;
        if (fitting.Count > 1)
        {
            // »Holm« where two of that name sit: a yes to the name would still be no answer.
            return new SubstituteFitsSeveral(written, DanishFormat.List(fitting.Select(one => people.LabelOf(one.Id, one.Name)), "eller"));
        }

        if (fitting is not [var only])
            return isMeant ? new NamedSubstitute(null, written) : unknown;

        var name = people.LabelOf(only.Id, only.Name);
        if (place.Seats.Exists(seat => seat.HasVote && seat.PersonId == only.Id))
            return new SubstituteIsMember(name);

        if (place.TakesOther(only.Id) is { } taken)
            return new SubstituteComesForAnother(name, people.LabelOf(taken.PersonId, taken.Person.Name));

        if (place.Seat.SubstitutePeople.FirstOrDefault(one => one.Id == only.Id) is { } known)
            return new NamedSubstitute(known.Id, known.Name);

        return place.Seats.Find(seat => seat.HasSubstitute(only.Id)) is { } other
            ? new SubstituteOfAnother(name, people.LabelOf(other.PersonId, other.Person.Name))
            : isMeant ? new NamedSubstitute(null, name) : unknown;
    }
}
