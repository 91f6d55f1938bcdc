using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>Tells the secretariat that a case is out, and who must be asked in another way.</summary>
public static class OpenedCard
{
    public static AdaptiveCard Build(ProcedureView view, ProcedureOpened opened, Instant now)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            Speak = $"{Texts.Sent(opened.Voters)} {view.NoticeTitle}",
            FallbackText = $"{Texts.Sent(opened.Voters)} {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.View),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.Sent(opened.Voters)) { Weight = TextWeight.Bolder },
                new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Spacing = Spacing.Small },
                .. Problems(opened),
                .. Links(view),
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Status, Verbs.View, view),
                ProcedureParts.Button(Texts.Withdraw, Verbs.AskWithdraw, view) with { Mode = ActionMode.Secondary },
            ],
        };
    }

    private static IEnumerable<CardElement> Links(ProcedureView view)
    {
        var links = view.Case.Attachments.Where(attachment => attachment.IsLinkOnly).Select(attachment => attachment.Name).ToList();
        return links.Count == 0 ? [] : [ProcedureParts.Note(Texts.AreLinks(links))];
    }

    private static IEnumerable<CardElement> Problems(ProcedureOpened opened)
    {
        if (opened.Unreachable.Count > 0)
            yield return new TextBlock(CardText.Escape(Texts.Unreachable(opened.Unreachable))) { Color = TextColor.Warning };

        if (opened.MailOnly.Count > 0)
            yield return new TextBlock(CardText.Escape(Texts.MailOnly(opened.MailOnly))) { Color = TextColor.Warning };

        if (opened.Chats == 0)
            yield return ProcedureParts.Note(Texts.NoChat);
    }
}

/// <summary>Tells those who have not answered of another deadline, with the button that settles it.</summary>
public static class DeadlineMovedCard
{
    public static AdaptiveCard Build(ProcedureView view, Instant before, string? reason, Instant now)
    {
        ArgumentNullException.ThrowIfNull(view);
        var moved = Texts.DeadlineMoved(before, view.Deadline);
        return new()
        {
            Speak = $"{NoticeTitle.Of(view.Case)}. {moved}",
            FallbackText = $"{NoticeTitle.Of(view.Case)}. {moved}",
            IsConfidential = view.Case.IsClosed,
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.Ballot),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.NewDeadline, TextColor.Warning),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(moved) { Weight = TextWeight.Bolder },
                .. reason is null ? Array.Empty<CardElement>() : [new TextBlock(CardText.Escape(reason)) { Spacing = Spacing.Small }],
                new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Spacing = Spacing.Small },
            ],
            Actions = [ProcedureParts.Button(Texts.AnswerNow, Verbs.Ballot, view) with { Style = ActionStyle.Positive }],
        };
    }
}

/// <summary>Tells the secretariat who on the roll of an open case has left, and what that means for the answer.</summary>
public static class LeaversCard
{
    /// <param name="lines">A sentence or two for each.</param>
    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.RollHasChanged} {view.NoticeTitle}",
            FallbackText = $"{Texts.RollHasChanged} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.View),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.RollHasChanged) { Weight = TextWeight.Bolder },
                .. lines.Select(line => new TextBlock(CardText.Escape(line)) { Spacing = Spacing.Small }),
                ProcedureParts.Note(Texts.RollIsFrozen),
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Status, Verbs.View, view),
                ProcedureParts.Button(Texts.Withdraw, Verbs.AskWithdraw, view) with { Mode = ActionMode.Secondary },
            ],
        };
    }
}
