using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>The one card of a case in the forum's chat, and each person's own view of it.</summary>
public static class SharedProcedureCard
{
    /// <param name="viewers">Channel ids of those who get a view of their own, at most <see cref="CardRefresh.MaxUserIds"/>.</param>
    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<string> viewers, Instant now) =>
        Draw(view, viewers, now, seat: null, isSecretariat: false, leads: false);

    /// <summary>What one person sees in the card's place.</summary>
    /// <param name="seat">The person's own seat; null for somebody without a vote.</param>
    /// <param name="isSecretariat">The secretariat sees who is missing, and records answers that were given elsewhere.</param>
    /// <param name="leads">The secretariat and the chairs can remind, correct, close and withdraw.</param>
    /// <param name="page">Of the names, from 0; one that is out of range shows the last.</param>
    public static AdaptiveCard BuildOwn(
        ProcedureView view, SeatView? seat, bool isSecretariat, bool leads, IReadOnlyList<string> viewers, Instant now, int page = 0) =>
        Draw(view, viewers, now, seat, isSecretariat, leads, page);

    /// <summary>
    /// Of a closed case the chat reads that there is one, how many have answered and what it came to: not what it is about, what was written
    /// about it, nor who answered what. The same for everybody: those who may read it have it in their own chat.
    /// </summary>
    private static AdaptiveCard Draw(ProcedureView view, IReadOnlyList<string> viewers, Instant now, SeatView? seat, bool isSecretariat, bool leads, int page = 0)
    {
        ArgumentNullException.ThrowIfNull(view);
        view = view.Case.IsClosed ? view with { WithdrawalReason = null, ChairNote = null } : view;
        var title = view.NoticeTitle.ToString();
        var line = view.Outcome is not null ? Texts.Result(view) : Texts.Answered(view.Answered, view.Seats.Count);
        return new()
        {
            Speak = $"{Texts.Head(view.Forum)}: {title}. {line}.",
            FallbackText = $"{Texts.Head(view.Forum)}: {title}. {line}.",
            Page = CardPages.Case(view.Id),
            Refresh = viewers.Count == 0 ? null : new CardRefresh(ProcedureParts.Button(Texts.SeeMine, Verbs.View, view), viewers),
            Body =
            [
                ProcedureParts.Head(view),
                ProcedureParts.Title(title),
                .. view.Outcome is null ? Progress(view, now) : ResultCard.Lines(view),
                .. Own(view, seat, now),
                .. SeatNames.Of(view, isSecretariat, page),
            ],
            Actions = view.IsOpen ? [.. Buttons(view, seat, isSecretariat, leads)]
                : ResultCard.Buttons(view, leads) is { Count: > 0 } after ? after
                : null,
        };
    }

    private static IEnumerable<CardElement> Progress(ProcedureView view, Instant now)
    {
        yield return new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Spacing = Spacing.Small };
        yield return Bar(view.Answered, view.Seats.Count);
        yield return new TextBlock(Texts.Answered(view.Answered, view.Seats.Count)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        if (view.ClosesAt is not null)
            yield return new TextBlock(Texts.AllHaveAnswered(view.Ends, DanishTime.ToDanish(now).Date)) { Spacing = Spacing.Small };
    }

    /// <summary>A bar of two coloured pieces; the sentence under it says the same in words.</summary>
    private static ColumnSet Bar(int answered, int seats)
    {
        var pieces = new[] { (Count: answered, Style: ContainerStyle.Good), (Count: seats - answered, Style: ContainerStyle.Emphasis) };
        return new ColumnSet([.. pieces.Where(piece => piece.Count > 0).Select(piece =>
            new Column(new Container { Style = piece.Style, MinHeight = "8px" })
            {
                Width = piece.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Spacing = Spacing.None,
            })])
        { Spacing = Spacing.Small };
    }

    private static IEnumerable<CardElement> Own(ProcedureView view, SeatView? seat, Instant now)
    {
        if (seat is { Answer: { } answer, AnsweredAt: { } at })
        {
            var today = DanishTime.ToDanish(now).Date;
            var answered = Texts.YouAnswered(answer, at, today);
            yield return new TextBlock(view.IsOpen ? $"{answered} · {Texts.MayChange(view.Ends, today)}" : answered) { Separator = true };
            if (seat.Answers is { } each)
                yield return new TextBlock(Texts.Name(answer, each)) { Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<CardAction> Buttons(ProcedureView view, SeatView? seat, bool isSecretariat, bool leads)
    {
        if (seat is not null || !isSecretariat)
        {
            var title = seat?.Answer is null ? Texts.AnswerNow : Texts.ChangeAnswer;
            yield return ProcedureParts.Button(title, Verbs.Ballot, view, ("change", true)) with { Style = ActionStyle.Positive };
        }

        if (leads)
        {
            // A chair's own answer comes first, and two long buttons have no room side by side on a phone.
            yield return ProcedureParts.Button(Texts.CloseNow, Verbs.AskClose, view) with { Mode = seat is null ? null : ActionMode.Secondary };
        }

        if (isSecretariat)
            yield return ProcedureParts.Button(Texts.RecordAnswer, Verbs.RecordForm, view) with { Mode = ActionMode.Secondary };

        if (leads)
        {
            yield return ProcedureParts.Button(Texts.RemindNow, Verbs.Remind, view) with { Mode = ActionMode.Secondary };
            yield return ProcedureParts.Button(Texts.ChangeCase, Verbs.AmendForm, view) with { Mode = ActionMode.Secondary };
            yield return ProcedureParts.Button(Texts.Withdraw, Verbs.AskWithdraw, view) with { Mode = ActionMode.Secondary };
        }
    }
}

/// <summary>Draws the shared card of a case for the chats of its forum, and for no other.</summary>
public sealed class ProcedureCardSource : ISharedCardSource
{
    public const string CardKind = "procedure";

    public string Kind => CardKind;

    public static CardKey Key(WrittenProcedureId procedure) => new(CardKind, procedure.Value);

    public async Task<AdaptiveCard?> DrawAsync(
        KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.ForumId is not { } forum
            || await db.ViewProcedureAsync(forum, new WrittenProcedureId(id), cancellationToken) is not { Status: not ProcedureStatus.Draft } view)
        {
            return null;
        }

        return SharedProcedureCard.Build(view, await ViewersAsync(db, view, DanishTime.ToDanish(now).Date, cancellationToken), now);
    }

    /// <summary>The channel's ids of those who get a view of their own: who votes first, then the secretariat, as many as Teams takes.</summary>
    internal static async Task<List<string>> ViewersAsync(KlyngeContext db, ProcedureView view, LocalDate today, CancellationToken cancellationToken)
    {
        var forum = view.ForumId;
        var voters = view.Seats.Select(seat => seat.VoterId).ToList();
        var secretariat = await db.SecretariatAsync(forum, today);
        List<PersonId> people = [.. voters.Concat(secretariat).Distinct()];
        var accounts = await db.People
            .Where(person => people.Contains(person.Id) && person.TeamsUserId != null)
            .ToDictionaryAsync(person => person.Id, person => person.TeamsUserId!, cancellationToken);
        return [.. people.Where(accounts.ContainsKey).Select(person => accounts[person]).Take(CardRefresh.MaxUserIds)];
    }
}
