using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>What is about to be sent out, and to how many: the question before a case opens.</summary>
public static class PreviewCard
{
    internal const string AcceptedField = "links";

    /// <summary>Before the token of a link in the name of the toggle that says yes to fetching it.</summary>
    internal const string SourceField = "source-";

    /// <param name="voters">How many people it reaches.</param>
    /// <param name="problem">Why it could not be sent out just now; null when nothing is wrong.</param>
    /// <param name="links">The attachments that would stay links; null for none.</param>
    /// <param name="hearings">The consultations that are not over.</param>
    public static AdaptiveCard Build(
        ProcedureView view, int voters, string? problem = null, IReadOnlyList<LinkOnly>? links = null, IReadOnlyList<ConsultationAnswers>? hearings = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var title = view.OpensAt is null ? Texts.SendTo(voters) : Texts.SendNowTo(voters);
        var open = ProcedureParts.Button(title, Verbs.Open, view, [(FormCard.RevisionField, view.Revision), .. Accepted(links ?? [])]);
        return new()
        {
            Speak = Texts.PreviewQuestion(voters),
            FallbackText = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Default),
                ProcedureParts.Title(view.Case.Title),
                .. ProcedureParts.ClosedMark(view.Case),
                .. view.OpensAt is { } at ? [new TextBlock(Texts.OpensByItself(at)) { Weight = TextWeight.Bolder, Color = TextColor.Accent }] : Array.Empty<CardElement>(),
                .. view.OpeningProblem is { } missed ? [ProcedureParts.Wrong(missed)] : Array.Empty<CardElement>(),
                new TextBlock(Texts.AnswerBy(view.Deadline)) { Weight = TextWeight.Bolder },
                ProcedureParts.Note(Texts.Rule(view.Rules, view.Separate)),
                ProcedureParts.Summary(view.Case),
                .. ProcedureParts.Folded(view.Case, isFrozen: false, CaseTextCard.ReadWhole(view)),
                .. Links(links ?? []),
                .. ProcedureParts.Recommendations(view.Forum, view.Case),
                .. ProcedureParts.ConsultationRemarks(view),
                .. Running(hearings ?? []),
                new TextBlock(Texts.PreviewQuestion(voters)) { Separator = true, Spacing = Spacing.Medium },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
                new ActionSet(open with { Style = ActionStyle.Positive }),
                new ActionSet([.. Later(view, links ?? [])]) { Spacing = Spacing.Small },
                .. view.Case.IsClosed ? Array.Empty<CardElement>() : [new ActionSet(ProcedureParts.Button(Texts.Consult, Verbs.ConsultForm, view)) { Spacing = Spacing.Small }],
                new ActionSet(
                    ProcedureParts.Button(Texts.Edit, Verbs.Edit, view),
                    ProcedureParts.Button(Texts.Discard, Verbs.Discard, view)) { Spacing = Spacing.Small },
            ],
        };
    }

    /// <summary>With what the person accepts of the attachments, as when they send it out themselves.</summary>
    private static IEnumerable<CardAction> Later(ProcedureView view, IReadOnlyList<LinkOnly> links)
    {
        yield return ProcedureParts.Button(view.OpensAt is null ? Texts.OpenLater : Texts.MoveOpening, Verbs.PlanForm, view, [.. Accepted(links)]);
        if (view.OpensAt is not null)
            yield return ProcedureParts.Button(Texts.CallOffOpening, Verbs.CallOffPlan, view);
    }

    /// <summary>Whom the case would not wait for.</summary>
    private static IEnumerable<CardElement> Running(IReadOnlyList<ConsultationAnswers> hearings)
    {
        if (hearings.Count > 0)
        {
            yield return new Container([.. hearings.Select(forum => new TextBlock(CardText.Escape(Texts.ConsultationRuns(forum)))), new TextBlock(Texts.ConsultationRunsMeans)])
            {
                Style = ContainerStyle.Warning,
            };
        }
    }

    /// <summary>Which attachments the case cannot have, which may change while people vote, why, and what to do about it.</summary>
    internal static IEnumerable<CardElement> Links(IReadOnlyList<LinkOnly> all)
    {
        foreach (var refused in all.Where(link => link.IsRefused))
            yield return ProcedureParts.Wrong(refused.Why);

        List<LinkOnly> links = [.. all.Where(link => !link.IsRefused)];
        if (links.Count == 0)
            yield break;

        yield return new TextBlock(Texts.StayLinks(links.Count)) { Color = TextColor.Warning, Weight = TextWeight.Bolder };
        foreach (var link in links)
        {
            yield return new TextBlock(CardText.Escape($"{DanishFormat.Quote(link.Name)}: {link.Why}")) { Spacing = Spacing.Small };
            if (link is { Source: { } source, Token: { } token })
                yield return new ToggleInput(SourceField + token, Texts.FetchLabel, Texts.FetchFrom(link.Name, source));
        }
    }

    /// <summary>The links that somebody has said yes to fetching, by their tokens; null for none.</summary>
    internal static string? AcceptedSources(ActionData data)
    {
        var tokens = data.Names.Where(name => name.StartsWith(SourceField, StringComparison.Ordinal) && data.Flag(name) == true)
            .Select(name => name[SourceField.Length..]).ToList();
        return tokens.Count == 0 ? null : string.Join(',', tokens);
    }

    private static IEnumerable<(string Name, JsonNode Value)> Accepted(IReadOnlyList<LinkOnly> links) =>
        LinkOnly.Tokens(links) is { } tokens ? [(AcceptedField, JsonValue.Create(tokens))] : [];
}

/// <summary>Shows a draft as it would be sent out, to how many, and which attachments would stay links.</summary>
public sealed class ProcedurePreview(AttachmentSources attachments, IDbContextFactory<KlyngeContext> contexts)
{
    /// <param name="problem">Why it could not be sent out just now; null when nothing was tried.</param>
    internal async Task<ChatReply> ShowAsync(
        ChatTurn turn, ForumId forum, WrittenProcedureId draft, Error? problem, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ViewProcedureAsync(forum, draft, cancellationToken) is not { } view)
            return new ProcedureNotFound();

        var seen = await OfAsync(turn, view, problem, cancellationToken);
        return PreviewCard.Build(view, seen.Voters, problem?.Text, seen.Links, seen.Hearings);
    }

    /// <summary>What whoever sends the draft out is to know beside its text.</summary>
    internal async Task<CasePreview> OfAsync(ChatTurn turn, ProcedureView view, Error? problem, CancellationToken cancellationToken)
    {
        var links = (problem as LinksNotFrozen)?.Links ?? await InspectAsync(turn, view, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new CasePreview(
            await db.CountVotersAsync(view.ForumId, turn.Today),
            [.. links.Where(link => !link.IsRefused || link.Why != problem?.Text)],
            await db.RunningConsultationsAsync(view.Id, turn.Now));
    }

    private async Task<IReadOnlyList<LinkOnly>> InspectAsync(ChatTurn turn, ProcedureView view, CancellationToken cancellationToken)
    {
        var target = new AttachmentTarget(view.ForumId, view.Forum, view.Case.IsClosed);
        return await attachments.InspectAsync(await AttachmentReader.OfAsync(contexts, turn.Caller, target, turn.Today, cancellationToken), view.Case.Attachments, cancellationToken);
    }
}

/// <param name="Voters">How many people it reaches.</param>
/// <param name="Links">The attachments that would stay links, or that the case cannot have.</param>
/// <param name="Hearings">The consultations that are not over.</param>
public sealed record CasePreview(int Voters, IReadOnlyList<LinkOnly> Links, IReadOnlyList<ConsultationAnswers> Hearings);
