using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>What is asked of every attachment, whether it is a file or a link: written and read here. What comes back is untrusted.</summary>
internal static class AttachmentFields
{
    internal const string Attachment = "attachment";
    internal const string File = "file";
    internal const string Replaces = "replaces";
    private const string Name = "name";
    private const string Reading = "reading";
    private const string Closed = "closed";
    private const string Change = "change";
    private const string Late = "late";
    private const string Yes = "yes";
    private const string No = "no";

    /// <param name="content">Of the item, with what may be replaced.</param>
    /// <param name="late">What is said of the time limit, where it comes after that; empty where it does not, and then nothing is asked.</param>
    internal static IEnumerable<CardElement> Of(string name, AgendaItemContent content, IReadOnlyList<string> late)
    {
        foreach (var field in Marks(name, isRequired: null))
            yield return field;

        if (!content.IsClosed)
            yield return new ToggleInput(Closed, Texts.ClosedLabel, Texts.ClosedTitle);

        foreach (var field in Why(late, reason: null))
            yield return field;

        if (content.Attachments.Count == 0)
            yield break;

        yield return new ChoiceSetInput(
            Replaces,
            Texts.ReplacesLabel,
            [new Choice(Texts.NotReplacing, No), .. content.Attachments.Select((one, index) => new Choice(Texts.ReplacesChoice(index + 1, one), CardIds.Write(one.Key())))])
        {
            Value = No,
        };
        yield return new TextInput(Change, Texts.ChangeLabel) { Placeholder = Texts.ChangeHint };
    }

    /// <summary>Those of one that is there already, as it stands.</summary>
    internal static IEnumerable<CardElement> Of(AgendaAttachment attachment, AgendaItemContent content, IReadOnlyList<string> late) =>
    [
        .. Marks(attachment.Name, attachment.Id is null ? null : attachment.IsRequiredReading),
        .. content.IsClosed ? [] : new CardElement[] { new ToggleInput(Closed, Texts.ClosedLabel, Texts.ClosedTitle) { Value = attachment.IsClosed ? "true" : "false" } },
        .. Why(late, attachment.LateReason),
    ];

    /// <summary>One that says it already can be changed and taken back, whenever that is.</summary>
    private static IEnumerable<CardElement> Why(IReadOnlyList<string> late, string? reason)
    {
        if (late.Count == 0 && reason is null)
            yield break;

        foreach (var line in late)
            yield return CardParts.Subtle(line);

        yield return new TextInput(Late, LateTexts.Label) { Value = reason, Placeholder = LateTexts.Hint };
    }

    private static IEnumerable<CardElement> Marks(string name, bool? isRequired)
    {
        yield return new TextInput(Name, Texts.NameLabel) { Value = name, IsRequired = true, ErrorMessage = Texts.NameNeeded };
        yield return new ChoiceSetInput(Reading, Texts.ReadingLabel, new Choice(Texts.ReadingRequired, Yes), new Choice(Texts.ReadingNotRequired, No))
        {
            Style = ChoiceInputStyle.Expanded,
            Value = isRequired switch { null => null, true => Yes, false => No },
            IsRequired = true,
            ErrorMessage = Texts.ReadingNeeded,
        };
    }

    internal static Result<FileAnswer> Read(ActionData data) => data.Text(Reading) switch
    {
        Yes => Read(data, isRequired: true),
        No => Read(data, isRequired: false),
        _ => new ReadingMissing(),
    };

    private static Result<FileAnswer> Read(ActionData data, bool isRequired)
    {
        var replaced = data.Id<AttachmentId>(Replaces);
        return replaced is null && data.Text(Replaces) is { Length: > 0 } said && said != No
            ? new AttachmentNotFound()
            : new FileAnswer(data.Text(Name) ?? string.Empty, isRequired, data.Flag(Closed) ?? false, replaced, data.Text(Change), data.Text(Late));
    }
}
