using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>
/// A chair is asked to approve the agenda: as members will see it, what has changed since they approved it, and the two answers. Looked at
/// later, it shows the agenda as it is then.
/// </summary>
internal static class ApprovalCard
{
    internal const string Seen = "seen";
    internal const string Remark = "remark";

    /// <summary>More lines than this are summed up: the agenda has them all.</summary>
    private const int MaxChanges = 12;

    /// <param name="view">With how the approval stands.</param>
    /// <param name="chair">Whose card it is.</param>
    /// <param name="changes">Since the chair approved it.</param>
    /// <param name="told">What has just happened; null for nothing.</param>
    /// <param name="typed">A remark that was not taken; null for none.</param>
    internal static AdaptiveCard Build(AgendaView view, ApprovalLine chair, IReadOnlyList<string> changes, int page = 0, string? told = null, string? typed = null) =>
        Draw(view, chair, changes, Texts.Heading, Texts.Notice(view.Meeting.Forum), outBy: null, told, page, typed);

    /// <summary>As it comes unasked.</summary>
    /// <param name="outBy">The day on which the agenda is to go out.</param>
    internal static AdaptiveCard Notice(AgendaView view, ApprovalLine chair, IReadOnlyList<string> changes, LocalDate outBy, bool isReminder = false) => Draw(
        view,
        chair,
        changes,
        isReminder ? Texts.Reminder : Texts.Heading,
        isReminder ? Texts.ReminderNotice(view.Meeting.Forum) : Texts.Notice(view.Meeting.Forum),
        outBy,
        told: null,
        page: 0,
        typed: null);

    /// <summary>It has gone out, so that there is nothing to approve.</summary>
    internal static AdaptiveCard Over(AgendaView view) =>
        CardParts.Note(view.Meeting, Texts.ItIsOut, [], [], CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id));

    /// <summary>The way to the card from an agenda.</summary>
    internal static ExecuteAction Open(MeetingView meeting) => CardParts.Button(Texts.Open, ApprovalVerbs.Show, CardParts.Data(meeting.ForumId, meeting.Id));

    private static AdaptiveCard Draw(
        AgendaView view, ApprovalLine chair, IReadOnlyList<string> changes, string heading, string notice, LocalDate? outBy, string? told, int page, string? typed)
    {
        var audience = new AgendaAudience { Closed = ClosedReader.Everything, Turns = ApprovalVerbs.Show };
        var data = CardParts.Data(view.Meeting.ForumId, view.Meeting.Id);
        data[Seen] = view.Approval!.Agenda.Mark;
        return AgendaCard.Build(view, audience, page, agenda => (agenda with
        {
            Speak = CardParts.Spoken(notice),
            FallbackText = notice,
            Refresh = new CardRefresh(Open(view.Meeting)),
            Body =
            [
                CardParts.ForumLine(view.Meeting.Forum, view.Meeting.Board),
                CardParts.Heading(heading),
                .. Asked(view.Approval, chair, changes, outBy, told),
                new Container([.. agenda.Body.Skip(1)]) { Separator = true, Spacing = Spacing.Medium },
            ],
            Actions = [.. Answers(chair, data, typed)],
        }).WithButtonsInLines());
    }

    private static IEnumerable<CardElement> Asked(ApprovalView approval, ApprovalLine chair, IReadOnlyList<string> changes, LocalDate? outBy, string? told)
    {
        if (told is not null)
            yield return new TextBlock(CardText.Escape(told)) { Color = TextColor.Accent, Spacing = Spacing.Small };

        yield return ApprovalLines.Of(Texts.Own(chair), chair.State);
        if (chair.State is ApprovalState.Waiting or ApprovalState.Outdated && outBy is { } day)
            yield return CardParts.Line(Texts.OutBy(day));

        if (chair.Approval?.Note is { } note)
        {
            foreach (var block in LongText.Of(Texts.Note(note)))
                yield return block;
        }

        if (changes.Count > 0)
            yield return new TextBlock(Texts.Changes) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };

        foreach (var line in ApprovalLines.Some(changes, MaxChanges))
            yield return CardParts.Line(line);

        foreach (var other in approval.Told.Where(one => one.PersonId != chair.PersonId && one.State != ApprovalState.NotAsked))
            yield return CardParts.Subtle(Texts.StateOf(other));
    }

    private static IEnumerable<CardAction> Answers(ApprovalLine chair, JsonObject data, string? typed)
    {
        if (chair.State != ApprovalState.Approved)
            yield return CardParts.Button(Texts.Approve, ApprovalVerbs.Approve, (JsonObject)data.DeepClone()) with { Style = ActionStyle.Positive };

        var title = chair.State == ApprovalState.Approved ? Texts.SendBackAfterAll : Texts.SendBack;
        yield return new ShowCardAction(title, new AdaptiveCard
        {
            Speak = title,
            FallbackText = title,
            Body =
            [
                new TextInput(Remark, Texts.RemarkLabel)
                {
                    IsRequired = true,
                    IsMultiline = true,
                    Value = typed,
                    ErrorMessage = Texts.RemarkNeeded,
                },
            ],
            Actions = [CardParts.Submit(title, ApprovalVerbs.SendBack, data, ActionStyle.Destructive)],
            Msteams = null,
        });
    }
}

/// <summary>How it stands with each chair, a line each.</summary>
internal static class ApprovalLines
{
    /// <summary>On the agenda card of the secretariat and the chairs.</summary>
    internal static IEnumerable<CardElement> Of(AgendaView view, AgendaAudience audience)
    {
        if (view.Approval is not { } approval || !audience.ReadsApproval)
            yield break;

        if (approval.Chairs.Count == 0)
            yield return CardParts.Caution(Texts.NoChair(view.Meeting.Forum));

        foreach (var chair in approval.Told)
            yield return Of(Texts.StateOf(chair), chair.State);
    }

    internal static TextBlock Of(string text, ApprovalState state) => new(CardText.Escape(text))
    {
        Spacing = Spacing.Small,
        Color = state switch
        {
            ApprovalState.Approved => TextColor.Good,
            ApprovalState.SentBack or ApprovalState.Outdated => TextColor.Attention,
            _ => TextColor.Default,
        },
    };

    internal static IEnumerable<string> Some(IReadOnlyList<string> lines, int most) =>
        lines.Count > most ? [.. lines.Take(most), Changes.ChangeTexts.More(lines.Count - most)] : lines;
}
