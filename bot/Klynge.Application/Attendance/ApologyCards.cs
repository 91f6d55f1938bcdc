using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Forums.People;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Attendance;

/// <summary>The cards of apologies: the form, the confirmation with its way back, and what the secretariat and a substitute are told.</summary>
public static class ApologyCards
{
    internal const string MemberField = "member";

    /// <summary>What the person sees after sending or withdrawing an apology.</summary>
    public static AdaptiveCard Confirmation(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var member = state.IsOwn ? null : state.Member;
        var happened = !state.Apology.Stands ? Texts.Withdrawn(member) : state.IsNew ? Texts.Registered(member)
            : state.IsChanged ? Texts.Changed(member) : Texts.SaidBefore(member);
        return Card(state, happened, [.. Details(state), .. OfferSubstitute(state)], [.. ConfirmationActions(state)]);
    }

    /// <summary>As <see cref="Confirmation"/>, of an apology for several meetings at once, or of its withdrawal: each can be taken back by itself.</summary>
    public static AdaptiveCard ConfirmationOfAll(IReadOnlyList<ApologyState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var first = states[0];
        var member = first.IsOwn ? null : first.Member;
        var stands = first.Apology.Stands;
        var members = states.Select(state => state.IsOwn ? Texts.You : state.Member).Distinct(StringComparer.Ordinal).ToList();
        var headline = members.Count > 1 ? Texts.RegisteredFor(members)
            : stands ? Texts.RegisteredForAll(member, states.Count)
            : Texts.WithdrawnFromAll(member, states.Count);
        return new AdaptiveCard
        {
            Speak = headline,
            FallbackText = headline,
            Body =
            [
                Heading(headline),
                .. states.Select(state => Line(Texts.MeetingLine(members.Count > 1 ? state.Member : state.Forum.Name, state.Meeting))),
                .. stands ? Details(first) : [],
            ],
            Actions =
            [
                .. states.Select(state => stands
                    ? WithdrawAction(
                        state.Forum,
                        state.Meeting,
                        state.IsOwn ? null : state.Seat.Id,
                        members.Count > 1 ? Texts.WithdrawOf(state.Member, state.Meeting) : Texts.WithdrawOn(state.Meeting))
                    : Back(state.Forum, state.Meeting)).Take(stands ? states.Count : 1),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>What the secretariat is told, with the warning that counts.</summary>
    public static AdaptiveCard ForSecretariat(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var name = state.Member;
        var headline = state.Apology.Stands ? Texts.Told(name) : Texts.ToldWithdrawn(name);
        return Card(state, headline, [.. Details(state), Quorum(state)], [Back(state.Forum, state.Meeting)], ApologyAudience.Secretariat);
    }

    /// <summary>What a substitute on record is told.</summary>
    public static AdaptiveCard ForSubstitute(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var name = state.Member;
        return state.Apology.Stands ? SubstituteCards.Named(state, Texts.YouAreSubstitute(name, state.Forum)) : SubstituteCards.ComesAfterAll(state);
    }

    /// <summary>What somebody is told who has declined in the calendar: the apology, and the question who comes instead.</summary>
    public static AdaptiveCard FromCalendar(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var question = state.Asked is { } own ? Texts.YourSubstituteIsAsked(own.Name) : Texts.WhoComes;
        return Card(
            state,
            Texts.DeclinedInCalendar,
            [Line(Texts.Registered(member: null)), Line(question), .. OfferSubstitute(state), Choose(state)],
            [.. ConfirmationActions(state)]);
    }

    /// <summary>What somebody is told who accepts in the calendar after having sent an apology in words, which stands.</summary>
    public static AdaptiveCard Contradicted(ApologyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Card(state, Texts.AcceptedInCalendar, [Line(Texts.ApologyStandsAllTheSame)], [.. ConfirmationActions(state)]);
    }

    /// <summary>The form behind »Meld afbud«.</summary>
    /// <param name="forum">The meeting's forum.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="own">The person's own seat, with its substitute; null for the secretariat, which chooses among <paramref name="others"/>.</param>
    /// <param name="others">The seats that the person may speak for; empty for most.</param>
    /// <param name="standing">The person's own apology: what was said before stands in the form, where it can be changed and cleared.</param>
    public static AdaptiveCard Form(Forum forum, Meeting meeting, ForumMember? own, IReadOnlyList<ForumMember> others, Apology? standing)
    {
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(meeting);
        var title = Texts.Title(forum);
        var loaded = standing is not null && own is not null ? CardIds.Write(own.Id) : null;
        return new AdaptiveCard
        {
            Speak = $"{title}. {Texts.MeetingLine(meeting)}",
            FallbackText = title,
            Body =
            [
                Heading(title),
                new TextBlock(Texts.MeetingLine(meeting)) { IsSubtle = true, Spacing = Spacing.None },
                .. standing is null ? Array.Empty<CardElement>() : [Line(Texts.YouAreAway)],
                .. Who(forum, meeting, own, others),
                new TextInput("substitute", Texts.Substitute)
                {
                    Value = standing is null ? own?.SubstitutePeople.FirstOrDefault()?.Name : standing.SubstituteName, Placeholder = Texts.SubstitutePlaceholder,
                },
                new TextInput("reason", Texts.Reason) { Value = standing?.Reason, IsMultiline = true },
            ],
            Actions =
            [
                new ExecuteAction(standing is null ? Texts.Apologise : Texts.SaveApology, AttendanceChat.RegisterVerb)
                {
                    Data = With(Ids(forum, meeting), (AttendanceChat.Loaded, loaded)), Style = ActionStyle.Positive,
                },
                .. standing is not null ? [WithdrawAction(forum, meeting, null)] : (IEnumerable<CardAction>)[],
                Meetings.CardParts.Back(AttendanceChat.AgendaVerb, Ids(forum, meeting)),
            ],
        }.WithButtonsInLines();
    }

    /// <summary>In a list to search in only the sender's own seat is chosen beforehand: there is no first one to see.</summary>
    private static IEnumerable<CardElement> Who(Forum forum, Meeting meeting, ForumMember? own, IReadOnlyList<ForumMember> others) =>
        others.Count == 0 ? [] : PersonInput.Of(
            new ChoiceSetInput(MemberField, Texts.OnBehalfOf)
            {
                Value = (own ?? (others.Count > PersonInput.MaxListed ? null : others[0])) is { } first ? CardIds.Write(first.Id) : null,
                IsRequired = true,
                ErrorMessage = "Vælg, hvem afbuddet gælder.",
            },
            Source(forum.Id, meeting.Id),
            [.. others.Select(ToChoice)]);

    /// <summary>Where a seat is searched for when the forum is too large for the card.</summary>
    internal static PeopleSource Source(ForumId forum, MeetingId meeting) => new(PeopleSource.Seats, forum, ListedId.Of(meeting));

    private static Choice ToChoice(ForumMember seat) => new($"{seat.Person.Name}, {seat.Organisation}", CardIds.Write(seat.Id));

    internal static ActionSet Choose(ApologyState state) => OneToALine(new ExecuteAction(Texts.ChooseSubstitute, AttendanceChat.FormVerb)
    {
        Data = Ids(state.Forum, state.Meeting),
        AssociatedInputs = AssociatedInputs.None,
    });

    internal static AdaptiveCard Card(
        ApologyState state, string headline, List<CardElement> body, List<CardAction> actions, ApologyAudience reader = ApologyAudience.Member) => new AdaptiveCard
        {
            Refresh = ApologyStands.Refreshed(state, reader),
            Speak = $"{headline}. {Texts.MeetingLine(state.Meeting)}",
            FallbackText = headline,
            Body =
        [
            new TextBlock(CardText.Escape(Texts.Title(state.Forum))) { IsSubtle = true, Size = TextSize.Small },
            Heading(headline) with { Spacing = Spacing.None },
            new TextBlock(Texts.MeetingLine(state.Meeting)) { Spacing = Spacing.Small },
            .. body,
        ],
            Actions = actions,
        }.WithButtonsInLines();

    internal static TextBlock Line(string text) => new(CardText.Escape(text)) { Spacing = Spacing.Small };

    private static TextBlock Heading(string text) =>
        new(CardText.Escape(text)) { Weight = TextWeight.Bolder, Size = TextSize.Medium, Style = TextBlockStyle.Heading };

    private static IEnumerable<CardElement> Details(ApologyState state)
    {
        if (!state.Apology.Stands)
            yield break;

        if (state.Apology.IsOfCalendarAlone)
            yield return Line(Texts.GivenInCalendar);

        var comes = state.Apology switch
        {
            { SubstituteName: { } name } => Texts.SubstituteComes(name),
            { IsAsking: true } when state.Asked is { } asked => Texts.IsAsked(asked.Name),
            _ => Texts.NobodyComes,
        };
        yield return new TextBlock(CardText.Escape(comes)) { Spacing = Spacing.Small };
        if (state.Apology.SubstituteName is { } named)
            yield return Line(WhoIsTold(state, named));

        if (state.Apology.Reason is { } reason)
            yield return new TextBlock(CardText.Escape(DanishFormat.Quote(reason))) { IsSubtle = true, Spacing = Spacing.Small };
    }

    /// <summary>A substitute who hears nothing stays away: whoever named them must know.</summary>
    private static string WhoIsTold(ApologyState state, string name) => state switch
    {
        { Apology.SubstituteId: null } => Texts.SubstituteNotTold(name),
        { Apology.SubstituteId: var id } when state.Seat.SubstitutePeople.Any(one => one.Id == id && one.TeamsUserId is null) => Texts.SubstituteNotReached(name),
        _ => Texts.SubstituteTold(name),
    };

    internal static TextBlock Quorum(ApologyState state) => new(CardText.Escape(QuorumTexts.Line(state.Quorum, state.Forum.Rules.Quorum.EverySector)))
    {
        Color = !state.Quorum.IsMet ? TextColor.Attention : state.Quorum.IsTight ? TextColor.Warning : TextColor.Good,
        Weight = TextWeight.Bolder,
    };

    private static IEnumerable<CardElement> OfferSubstitute(ApologyState state)
    {
        if (state.Apology is { Stands: true, SubstituteName: null } && (state.Asked ?? state.Next) is { } own)
        {
            var seat = state.IsOwn ? null : CardIds.Write(state.Seat.Id);
            yield return OneToALine(new ExecuteAction(Texts.AskSubstitute(own.Name), AttendanceChat.RegisterVerb)
            {
                Data = With(Ids(state.Forum, state.Meeting), (CardIds.Member, seat), ("substitute", own.Name), ("reason", state.Apology.Reason), (AttendanceChat.OnlyStanding, "true")),
            });
        }
    }

    /// <summary>Buttons with names in them get a line each: three abreast are cut off on a phone.</summary>
    private static ActionSet OneToALine(CardAction action) => new([action]) { Spacing = Spacing.Small };

    private static IEnumerable<CardAction> ConfirmationActions(ApologyState state)
    {
        var seat = state.IsOwn ? null : (MemberId?)state.Seat.Id;
        if (state.Meeting.IsOver)
        {
            // There is nothing to send or to take back any more.
        }
        else if (!state.Apology.Stands)
        {
            yield return new ExecuteAction(Texts.Apologise, AttendanceChat.FormVerb) { Data = Ids(state.Forum, state.Meeting) };
        }
        else
        {
            yield return WithdrawAction(state.Forum, state.Meeting, seat);
        }

        yield return Back(state.Forum, state.Meeting);
    }

    private static ExecuteAction WithdrawAction(Forum forum, Meeting meeting, MemberId? seat, string title = Texts.Withdraw) =>
        new(title, AttendanceChat.WithdrawVerb)
        {
            Data = With(Ids(forum, meeting), (CardIds.Member, seat is { } other ? CardIds.Write(other) : null)),
            AssociatedInputs = AssociatedInputs.None,
        };

    internal static ExecuteAction Back(Forum forum, Meeting meeting) => new(Texts.BackToAgenda, AttendanceChat.AgendaVerb)
    {
        Data = Ids(forum, meeting),
        AssociatedInputs = AssociatedInputs.None,
    };

    internal static JsonObject Ids(Forum forum, Meeting meeting) =>
        Meetings.CardParts.Data(forum.Id, meeting.Id);

    private static JsonObject With(JsonObject data, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is not null)
                data[name] = value;
        }

        return data;
    }
}
