using System.Text.Json.Nodes;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>The question to the secretariat: is this a deadline? With the sentence quoted, and a day to choose where there is none.</summary>
internal static class FoundCard
{
    internal const string Found = "found";
    internal const string All = "all";
    internal const string MoreField = "more";
    private const string Nowhere = "none";
    private const int MaxQuoteLength = 300;

    internal static AdaptiveCard Build(FoundView view) => new()
    {
        Speak = CardParts.Spoken($"{view.Forum}: {view.Question} {view.Count}."),
        FallbackText = $"{view.Forum}: {view.Count}",
        Refresh = new CardRefresh(CardParts.Button(Texts.See, DeadlineVerbs.Found, Data(view))),
        Body =
        [
            CardParts.ForumLine(view.Forum, view.Board),
            .. view.Lines.Any(line => !line.IsAnswered)
                ? [CardParts.Heading(view.Question), CardParts.Subtle(view.Lines.Any(line => line.Agreement is not null) ? AgreementTexts.AskedMore : Texts.FoundMore)]
                : new CardElement[] { CardParts.Heading(view.Lines.All(line => line.Agreement is not null) ? AgreementTexts.Found : Texts.FoundAnswered) },
            .. view.Lines.Select(line => Line(view, line)),
            .. view.Lines.Any(line => line.KeptBack == Texts.FoundInClosed) ? [new ActionSet(CardParts.Button(Texts.See, DeadlineVerbs.Found, Data(view)))] : Array.Empty<CardElement>(),
            .. view.More > 0 ? [new ActionSet(CardParts.Button(Texts.MoreFound(view.More), DeadlineVerbs.Found, DeadlineParts.Data(view.ForumId)))] : Array.Empty<CardElement>(),
        ],
    };

    /// <summary>The name of the field for the day; its own for each sentence of the card.</summary>
    internal static string DateField(FoundDeadlineId found) => $"date{CardIds.Write(found)}";

    /// <summary>The name of the field for the forum that it becomes a coming item of.</summary>
    internal static string TargetField(FoundDeadlineId found) => $"target{CardIds.Write(found)}";

    private static Container Line(FoundView view, FoundLine line) => new(
    [
        new TextBlock(CardText.Escape(line.Title)) { Weight = TextWeight.Bolder },
        line.KeptBack is { } why ? CardParts.Subtle(why) : CardParts.Line(DanishFormat.Quote(DanishText.Shorten(line.Sentence, MaxQuoteLength))),
        .. line.IsAnswered ? Answered(view, line) : Question(view, line),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardElement> Promise(FoundView view, FoundLine line, AgreementKind kind)
    {
        yield return new TextBlock(CardText.Escape(line.KeptBack is null ? AgreementTexts.What(kind, line.AgreementForum, line.Trigger) : AgreementTexts.Kind(kind))) { Weight = TextWeight.Bolder };
        if (line is { Responsible: { } words, KeptBack: null })
            yield return CardParts.Subtle(Texts.FoundResponsible(words, line.ResponsibleName));

        if (line is { Who: { } who, KeptBack: null })
            yield return CardParts.Subtle(AgreementTexts.Invited(who));

        foreach (var element in line is { Targets: { } targets, KeptBack: null } ? Target(line, targets) : [])
            yield return element;

        yield return new DateInput(DateField(line.Id), AgreementTexts.DayOf(line.Title)) { Value = line.Suggested is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null };
        yield return new ActionSet(
            CardParts.Submit(AgreementTexts.Accept, DeadlineVerbs.Accept, Data(view, line)),
            CardParts.Button(AgreementTexts.Dismiss, DeadlineVerbs.Dismiss, Data(view, line)));
    }

    /// <summary>Among whose coming items it goes; where the words name nobody that is known, it is asked.</summary>
    private static IEnumerable<CardElement> Target(FoundLine line, AgreementTargets targets)
    {
        if (targets.IsUnclear)
            yield return CardParts.Subtle(AgreementTexts.UnknownForum(line.AgreementForum!));

        yield return new ChoiceSetInput(TargetField(line.Id), AgreementTexts.TargetOf(line.Title), [new Choice(AgreementTexts.NoTarget, Nowhere), .. targets.Choices(line.IsOfClosed)])
        {
            Value = targets.Meant is { } meant && (!line.IsOfClosed || meant == targets.Own) ? CardIds.Write(meant) : Nowhere,
        };
    }

    private static IEnumerable<CardElement> Question(FoundView view, FoundLine line)
    {
        if (line.Agreement is { } kind)
        {
            foreach (var element in Promise(view, line, kind))
                yield return element;

            yield break;
        }

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
        foreach (var buttons in CardParts.Lines([CardParts.Button(Texts.See, DeadlineVerbs.Show, data), .. GuestOfAgreement.Buttons(view.ForumId, line)]))
            yield return buttons;
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
    internal string Question => Lines.All(line => line.Agreement is not null) ? AgreementTexts.Asked : Lines.Any(line => line.Agreement is not null) ? AgreementTexts.AskedBoth : Texts.Found;

    internal string Count => Lines.Count(line => line.Agreement is not null) is > 0 and var agreements ? AgreementTexts.FoundCount(agreements, Lines.Count) : Texts.FoundCount(Lines.Count);

    /// <summary>How many wait beside those on the card.</summary>
    internal int More { get; init; }

    /// <summary>As the question comes unasked: what stands in a closed case is read on opening it.</summary>
    internal FoundView InNotice => this with { Lines = [.. Lines.Select(line => line.IsOfClosed ? line.KeptBackFor(Texts.FoundInClosed) : line)] };

    /// <summary>For everybody who reads a chat.</summary>
    internal FoundView ForEverybody => this with { Lines = [.. Lines.Select(line => line.IsOfClosed ? line.KeptBackFor(Texts.FoundElsewhere) : line)] };
}
