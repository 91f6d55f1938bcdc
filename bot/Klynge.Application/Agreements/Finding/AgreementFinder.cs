using System.Text.RegularExpressions;
using Klynge.Application.Deadlines.Finding;
using Klynge.Domain.Agreements;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Agreements.Finding;

/// <summary>
/// Finds the promises without a date in a decision. It proposes; a person decides. What has a date by which it is due is a deadline, and
/// <see cref="DeadlineFinder"/> finds it.
/// </summary>
public static class AgreementFinder
{
    private const int MaxQuoteLength = 600;

    /// <param name="text">A decision.</param>
    /// <param name="reference">The day of the text, for its dates; null when unknown.</param>
    /// <param name="onUnread">Told of each sentence that a busy machine did not read within its time; the others are read all the same.</param>
    /// <returns>In the order of the text, each sentence once.</returns>
    public static IReadOnlyList<AgreementFinding> Find(string? text, LocalDate? reference, Action<RegexMatchTimeoutException>? onUnread = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        var found = new List<AgreementFinding>();
        foreach (var sentence in Sentences.ByParagraph(text).SelectMany(paragraph => paragraph).Where(sentence => sentence.Length <= MaxQuoteLength))
        {
            try
            {
                if (Read(sentence, reference) is { } finding)
                    found.Add(finding);
            }
            catch (RegexMatchTimeoutException timeout) when (onUnread is not null)
            {
                onUnread(timeout);
            }
        }

        return [.. found.DistinctBy(finding => finding.Sentence, StringComparer.Ordinal)];
    }

    private static AgreementFinding? Read(string sentence, LocalDate? reference)
    {
        // "Indstilling 2 sendes videre til …" is an answer with a code of its own.
        if (sentence.StartsWith("Indstilling", StringComparison.Ordinal) && RecommendationOutcomes.Of(sentence) is not null)
            return null;

        if (Promises.Find(sentence) is not { } promise || DeadlineFinder.Find(sentence, reference).Any(deadline => deadline.Date is not null))
            return null;

        var kind = AgreementKinds.Of(promise);
        return new AgreementFinding(sentence, kind)
        {
            Forum = AgreementParts.Forum(promise, kind),
            Who = AgreementParts.Who(promise, kind),
            Trigger = AgreementParts.When(sentence),
        };
    }
}

/// <summary>A sentence that promises something.</summary>
/// <param name="Sentence">Word for word, on one line.</param>
public sealed record AgreementFinding(string Sentence, AgreementKind Kind)
{
    /// <summary>The body that it is put before, sent to or told, in the words of the sentence; null where it names none.</summary>
    public string? Forum { get; init; }

    /// <summary>Who acts; of an invitation who is invited, of news who is told. Words only: nobody is looked up.</summary>
    public string? Who { get; init; }

    /// <summary>The meeting, the season or the event that it waits for, in the words of the sentence; null where it waits for none.</summary>
    public string? Trigger { get; init; }
}

/// <summary>A promise that a document holds, and the item in whose decision it stands.</summary>
public sealed record DocumentAgreement(MinutesItem Item, AgreementFinding Finding)
{
    /// <summary>All promises of a document in its order. Only decisions promise: a case presentation tells what others have agreed.</summary>
    /// <param name="onUnread">As <see cref="AgreementFinder.Find"/> has it.</param>
    public static IReadOnlyList<DocumentAgreement> Of(MinutesDocument document, Action<RegexMatchTimeoutException>? onUnread = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Items.SelectMany(item => AgreementFinder.Find(item.Decision, document.Date, onUnread).Select(finding => new DocumentAgreement(item, finding)))];
    }
}
