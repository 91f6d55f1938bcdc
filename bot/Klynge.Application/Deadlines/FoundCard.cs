using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>The question to the secretariat: is this a deadline? With the sentence quoted, and a day to choose where there is none.</summary>
internal static class FoundCard
{
    internal const string Found = "found";
    internal const string All = "all";
    internal const string MoreField = "more";
    private const int LongestQuote = 300;

    internal static AdaptiveCard Build(FoundView view) => new()
    {
        Speak = CardParts.Spoken($"{view.Forum}: {Texts.Found} {Texts.FoundCount(view.Lines.Count)}."),
        FallbackText = $"{view.Forum}: {Texts.FoundCount(view.Lines.Count)}",
        Refresh = new CardRefresh(CardParts.Button(Texts.See, DeadlineVerbs.Found, Data(view))),
        Body =
        [
            CardParts.ForumLine(view.Forum, view.Board),
            .. view.Lines.Any(line => !line.IsAnswered)
                ? [CardParts.Heading(Texts.Found), CardParts.Subtle(Texts.FoundMore)]
                : new CardElement[] { CardParts.Heading(Texts.FoundAnswered) },
            .. view.Lines.Select(line => Line(view, line)),
            .. view.Lines.Any(line => line.KeptBack == Texts.FoundInClosed) ? [new ActionSet(CardParts.Button(Texts.See, DeadlineVerbs.Found, Data(view)))] : Array.Empty<CardElement>(),
            .. view.More > 0 ? [new ActionSet(CardParts.Button(Texts.MoreFound(view.More), DeadlineVerbs.Found, DeadlineParts.Data(view.ForumId)))] : Array.Empty<CardElement>(),
        ],
    };

    /// <summary>The name of the field for the day; its own for each sentence of the card.</summary>
    internal static string DateField(FoundDeadlineId found) => $"date{CardIds.Write(found)}";

    private static Container Line(FoundView view, FoundLine line) => new(
    [
        new TextBlock(CardText.Escape(line.Title)) { Weight = TextWeight.Bolder },
        line.KeptBack is { } why ? CardParts.Subtle(why) : CardParts.Line(DanishFormat.Quote(DanishText.Shorten(line.Sentence, LongestQuote))),
        .. line.IsAnswered ? Answered(view, line) : Question(view, line),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardElement> Question(FoundView view, FoundLine line)
    {
        if (line.Date is { } date)
        {
            yield return new TextBlock(CardText.Escape(DanishFormat.Capitalised(Texts.On(date, line.Time)))) { Weight = TextWeight.Bolder };
            if (ClosedDay.Warning(date) is { } closed)
                yield return CardParts.Subtle(closed);
        }
        else
        {
            yield return CardParts.Subtle(Texts.Vague);
            yield return new DateInput(DateField(line.Id), $"{Texts.DateLabel}: {DanishText.Shorten(line.Title, 60)}");
        }

        if (line is { Responsible: { } words, KeptBack: null })
            yield return CardParts.Subtle(Texts.FoundResponsible(words, line.ResponsibleName));

        yield return new ActionSet(
            CardParts.Submit(Texts.Accept, DeadlineVerbs.Accept, Data(view, line)),
            CardParts.Button(Texts.Dismiss, DeadlineVerbs.Dismiss, Data(view, line)));
    }

    private static IEnumerable<CardElement> Answered(FoundView view, FoundLine line)
    {
        if (line.DeadlineId is not { } deadline)
        {
            yield return CardParts.Subtle(Texts.Dismissed(line));
            yield return new ActionSet(CardParts.Button(Texts.Undo, DeadlineVerbs.UndoDismiss, Data(view, line)));
            yield break;
        }

        var data = DeadlineParts.Data(view.ForumId);
        data.With(DeadlineParts.Id, deadline);
        yield return CardParts.Subtle(Texts.Accepted(line));
        yield return new ActionSet(CardParts.Button(Texts.See, DeadlineVerbs.Show, data));
    }

    private static JsonObject Data(FoundView view, FoundLine line)
    {
        var data = Data(view);
        data.With(Found, line.Id);
        return data;
    }

    private static JsonObject Data(FoundView view)
    {
        var data = DeadlineParts.Data(view.ForumId);
        data[All] = string.Join(',', view.Lines.Select(one => CardIds.Write(one.Id)));
        if (view.More > 0)
            data[MoreField] = view.More;

        return data;
    }
}

internal sealed record FoundView(ForumId ForumId, string Forum, string Board, IReadOnlyList<FoundLine> Lines)
{
    /// <summary>How many wait beside those on the card.</summary>
    internal int More { get; init; }

    /// <summary>As the question comes unasked: what stands in a closed case is read on opening it.</summary>
    internal FoundView InNotice => this with { Lines = [.. Lines.Select(line => line.IsOfClosed ? line.KeptBackFor(Texts.FoundInClosed) : line)] };

    /// <summary>For everybody who reads a chat.</summary>
    internal FoundView ForEverybody => this with { Lines = [.. Lines.Select(line => line.IsOfClosed ? line.KeptBackFor(Texts.FoundElsewhere) : line)] };
}

/// <param name="IsAnswered">With a deadline it was accepted, without one dismissed.</param>
internal sealed record FoundLine(FoundDeadlineId Id, string Title, string Sentence, LocalDate? Date, bool IsAnswered, DeadlineId? DeadlineId)
{
    internal LocalTime? Time { get; init; }

    /// <summary>Who is to do it, in the words of the sentence.</summary>
    internal string? Responsible { get; init; }

    /// <summary>Who that is on record; null where the words fit nobody here, or several.</summary>
    internal string? ResponsibleName { get; init; }

    internal string? AnsweredBy { get; init; }

    internal LocalDateTime? AnsweredAt { get; init; }

    /// <summary>It stands in a closed item or case.</summary>
    internal bool IsOfClosed { get; init; }

    /// <summary>Why the sentence is left out; null where it stands there.</summary>
    internal string? KeptBack { get; init; }

    internal FoundLine KeptBackFor(string why) => this with { Title = Texts.ClosedCase, Sentence = string.Empty, KeptBack = why };

    internal static FoundLine Of(FoundDeadline found) => new(found.Id, found.Title, found.Sentence, found.Date, found.IsAnswered, found.DeadlineId)
    {
        Time = found.Time,
        Responsible = found.Responsible,
        AnsweredAt = found.AnsweredAt is { } at ? DanishTime.ToDanish(at) : null,
    };
}

internal static class FoundLines
{
    /// <summary>The sentences as the card shows them, each with whoever its words name.</summary>
    internal static async Task<IReadOnlyList<FoundLine>> FoundLinesAsync(
        this KlyngeContext db, ForumId forum, LocalDate today, IEnumerable<FoundDeadline> found)
    {
        var lines = new List<FoundLine>();
        foreach (var one in found)
            lines.Add(FoundLine.Of(one) with { ResponsibleName = await db.NameOfAsync(forum, today, one.Responsible), IsOfClosed = await db.IsOfClosedAsync(one) });

        return lines;
    }

    /// <summary>As the item and the case are now, or as this transaction makes them.</summary>
    private static async Task<bool> IsOfClosedAsync(this KlyngeContext db, FoundDeadline found) =>
        (found.ItemId is { } item && await db.AgendaItems.FindAsync(item) is { Content.IsClosed: true })
        || (found.ProcedureId is { } procedure && await db.WrittenProcedures.FindAsync(procedure) is { Case.IsClosed: true });

    private static async Task<string?> NameOfAsync(this KlyngeContext db, ForumId forum, LocalDate today, string? words)
    {
        if (words is null || !(await ResponsibleNames.FindAsync(db, forum, today, words, self: null)).TryGet(out var responsible, out _))
            return null;

        return responsible.PersonId is { } id
            ? (await db.LabelsAsync([id], CancellationToken.None))[id]
            : Texts.Role(responsible.Role);
    }
}
