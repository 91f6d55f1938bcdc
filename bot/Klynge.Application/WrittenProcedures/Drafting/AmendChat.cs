using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>Changing a case that is out: the form says what it costs before it is sent.</summary>
public sealed class AmendChat(ProcedureReader reader, AmendWrittenProcedure amend)
{
    internal async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (!found.TryGet(out var seen, out var error))
            return error;

        return seen.View.IsOpen
            ? Form(visit.Forum, seen.View, turn, seen.View.Revision).Build(ProcedureForm.Of(seen.View.Case, seen.View.Deadline))
            : new VotingIsClosed();
    }

    internal async Task<ChatReply> AmendAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var form = ProcedureForm.Typed(action.Data);
        var request = new AmendWrittenProcedureRequest(
            visit.Forum.Id,
            action.Data.Procedure(),
            form,
            action.Data.Text(PreviewCard.AcceptedField),
            PreviewCard.AcceptedSources(action.Data),
            action.Data.Integer(FormCard.RevisionField),
            action.Data.Flag(FormCard.OnlyDeadlineField) == true);
        var result = await amend.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await SentAsync(turn, action, result.Value, cancellationToken),
            CaseChangedMeanwhile => await AskWhichAsync(turn, visit, action, form, cancellationToken),
            TextIsChangedToo => await AskAgainAsync(turn, visit, action, form, Refusal.At(ProcedureForm.DateField, result.Error), cancellationToken),
            DraftInvalid invalid => await AskAgainAsync(turn, visit, action, form, new Refusal(invalid.Fields), cancellationToken),
            ReasonForChangeMissing or NoteTooLong => await AskAgainAsync(turn, visit, action, form, Refusal.At(ProcedureForm.ReasonField, result.Error), cancellationToken),
            LinksNotFrozen or AttachmentNotReadable or AttachmentOutOfReach or AttachmentNotCopied or AttachmentNotYours or AttachmentIsClosed =>
                await AskAgainAsync(turn, visit, action, form, Refusal.At(ProcedureForm.AttachmentsField, result.Error), cancellationToken),
            _ => result.Error,
        };
    }

    /// <summary>What stays a link is said once more, for it may have come with this change.</summary>
    private async Task<ChatReply> SentAsync(ChatTurn turn, InvokedAction action, AmendedCase amended, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        if (amended.Effect != AmendEffect.SentAgain)
        {
            return ChatReply.Say(amended.Effect == AmendEffect.DeadlineMoved && found.IsSuccess
                ? Texts.DeadlineMovedByYou(found.Value.View.Deadline)
                : Texts.NothingChanged);
        }

        var seats = amended.Seats;
        var links = found.TryGet(out var seen, out _)
            ? seen.View.Case.Attachments.Where(attachment => attachment.IsLinkOnly).Select(attachment => attachment.Name).ToList()
            : [];
        return ChatReply.Say(links.Count == 0 ? Texts.SentAgain(seats) : $"{Texts.SentAgain(seats)} {CardText.Escape(Texts.AreLinks(links))}");
    }

    private async Task<ChatReply> AskWhichAsync(ChatTurn turn, Visit visit, InvokedAction action, ProcedureForm form, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error) ? Form(visit.Forum, seen.View, turn, revision: null).Against(seen.View, form) : error;
    }

    private static FormCard Form(Forum forum, ProcedureView view, ChatTurn turn, int? revision) =>
        FormCard.For(forum, DanishTime.ToDanish(turn.Now).Date, view.Id) with
        {
            AmendWarning = Texts.AmendWarning(view.Seats.Count, view.Answered),
            SendAgain = Texts.SendAgain(view.Seats.Count),
            MoveDeadline = Texts.MoveDeadline(view.Seats.Count - view.Answered),
            StaysClosed = view.Case.IsClosed,
            Revision = revision,
        };

    private async Task<ChatReply> AskAgainAsync(
        ChatTurn turn, Visit visit, InvokedAction action, ProcedureForm form, Refusal refused, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(turn, action, cancellationToken);
        return found.TryGet(out var seen, out var error)
            ? (Form(visit.Forum, seen.View, turn, action.Data.Integer(FormCard.RevisionField)) with { Links = refused.Links }).Build(form, refused.Fields)
            : error;
    }

    /// <param name="Fields">What is wrong, by the field at which it stands.</param>
    private sealed record Refusal(IReadOnlyDictionary<string, string> Fields)
    {
        internal IReadOnlyList<LinkOnly> Links { get; private init; } = [];

        internal static Refusal At(string field, Error error) =>
            new(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = error.Text }) { Links = (error as LinksNotFrozen)?.Links ?? [] };
    }
}
