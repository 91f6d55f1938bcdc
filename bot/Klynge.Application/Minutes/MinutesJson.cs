using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Application.Agreements.Finding;
using Klynge.Application.Deadlines.Finding;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Minutes;

/// <summary>
/// The JSON form of imported minutes: camelCase, ISO dates, times as HH:mm, absent is null or an empty list.
/// Four properties stand there only when a document has them: <c>title</c>, <c>sections</c> (text before the first item that fits no field),
/// and a participant's <c>substitute</c> and <c>onlyItems</c> (what a guest came for).
/// </summary>
public static class MinutesJson
{
    private static readonly MinutesJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly LocalTimePattern ClockTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Serialize(MinutesDocument document) => JsonSerializer.Serialize(JsonMinutes.From(document), Context.JsonMinutes);

    internal static string? Date(LocalDate? date) => date is { } value ? LocalDatePattern.Iso.Format(value) : null;

    internal static string? Time(LocalTime? time) => time is { } value ? ClockTime.Format(value) : null;
}

[JsonSerializable(typeof(JsonMinutes))]
internal sealed partial class MinutesJsonContext : JsonSerializerContext;

internal sealed record JsonMinutes(
    string? Forum,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title,
    string? Date,
    string? Start,
    string? End,
    string? Place,
    string? Chair,
    string? MinuteTaker,
    string? CaseNumber,
    string? DocumentNumber,
    IReadOnlyList<JsonParticipant> Participants,
    IReadOnlyList<JsonItem> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MinutesSection>? Sections,
    IReadOnlyList<JsonDeadline> Deadlines,
    IReadOnlyList<JsonAgreement> Agreements,
    IReadOnlyList<string> Warnings,
    string State,
    IReadOnlyList<MinutesDoubt> Doubts)
{
    private const string NotAllRead = "Der er sætninger, som ikke er undersøgt for frister og aftaler, fordi maskinen har travlt. Prøv igen senere.";

    public static JsonMinutes From(MinutesDocument document)
    {
        var unread = 0;
        var deadlines = DocumentDeadline.Of(document, _ => unread++);
        var agreements = DocumentAgreement.Of(document, _ => unread++);
        return new(
            document.Forum,
            document.Title,
            MinutesJson.Date(document.Date),
            MinutesJson.Time(document.Start),
            MinutesJson.Time(document.End),
            document.Place,
            document.Chair,
            document.MinuteTaker,
            document.CaseNumber,
            document.DocumentNumber,
            [.. document.Participants.Select(JsonParticipant.From)],
            [.. document.Items.Select(JsonItem.From)],
            document.Sections.Count > 0 ? document.Sections : null,
            [.. deadlines.Select(JsonDeadline.From)],
            [.. agreements.Select(JsonAgreement.From)],
            unread == 0 ? document.Warnings : [.. document.Warnings, NotAllRead],
            document.Doubts.Count == 0 ? "sure" : "needsReview",
            document.Doubts);
    }
}

internal sealed record JsonParticipant(
    string Name,
    string? Organisation,
    string? Title,
    string Role,
    bool Apology,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Substitute,
    string? Party,
    string? SubstituteFor,
    string? Left,
    IReadOnlyList<int> AbsentFromItems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? OnlyItems)
{
    public static JsonParticipant From(MinutesParticipant person) => new(
        person.Name,
        person.Organisation,
        person.Title,
        JsonNamingPolicy.CamelCase.ConvertName(person.Role.ToString()),
        person.Apology,
        person.Substitute,
        person.Party,
        person.SubstituteFor,
        MinutesJson.Time(person.Left),
        person.AbsentFromItems,
        person.OnlyItems);
}

internal sealed record JsonItem(
    int? Number,
    string Title,
    string? Presenter,
    JsonSlot? Slot,
    int? Minutes,
    bool Closed,
    IReadOnlyList<MinutesSection> Sections,
    IReadOnlyList<JsonRecommendation> Recommendations,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<int> RequiredReading,
    string? Decision,
    IReadOnlyList<JsonDecision> Decisions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CaseNumber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Case)
{
    public static JsonItem From(MinutesItem item) => new(
        item.Number,
        item.Title,
        item.Presenter,
        item.Slot is { } slot ? new JsonSlot(MinutesJson.Time(slot.Start), MinutesJson.Time(slot.End)) : null,
        item.Minutes,
        item.IsClosed,
        item.Sections,
        [.. item.Recommendations.Select((text, at) => new JsonRecommendation(at + 1, text))],
        item.Attachments,
        item.RequiredReading,
        item.Decision,
        [.. RecommendationOutcomes.Read(item.Decision, item.Recommendations.Count).Select(JsonDecision.From)],
        item.CaseNumber,
        item.Case);
}

/// <param name="Number">From 1, in the order of the item.</param>
/// <param name="Text">Without its number.</param>
internal sealed record JsonRecommendation(int Number, string Text);

/// <param name="Recommendation">The number of the recommendation that it answers.</param>
/// <param name="Outcome">A code such as <c>approved</c>, see <see cref="RecommendationOutcome"/>.</param>
/// <param name="Body">Whose approval or decision it awaits, or to whom it goes on.</param>
/// <param name="Until">The last day of the approval that it awaits.</param>
/// <param name="Text">What stands beside the outcome.</param>
internal sealed record JsonDecision(
    int Recommendation,
    string Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text)
{
    public static JsonDecision From(RecommendationDecision decision) => new(
        decision.Recommendation,
        JsonNamingPolicy.CamelCase.ConvertName(decision.Outcome.ToString()),
        decision.Body,
        MinutesJson.Date(decision.Until),
        decision.Text);
}

internal sealed record JsonSlot(string? Start, string? End);

/// <param name="Date">Null for a vague one.</param>
/// <param name="Item">The number of the item that it stands in; null where that prints none.</param>
/// <param name="Text">The sentence, word for word.</param>
/// <param name="Time">»12:00«; null where the whole day counts.</param>
/// <param name="Responsible">The words that say who is to do it; null where none do.</param>
internal sealed record JsonDeadline(string? Date, string? Time, int? Item, string Text, bool Vague, string? Responsible)
{
    public static JsonDeadline From(DocumentDeadline found) => new(
        MinutesJson.Date(found.Finding.Date),
        MinutesJson.Time(found.Finding.Time),
        found.Item?.Number,
        found.Finding.Sentence,
        found.Finding.IsVague,
        found.Finding.Responsible);
}

/// <param name="Text">The sentence, word for word.</param>
/// <param name="Kind">A code such as <c>agenda</c>, see <see cref="Domain.Agreements.AgreementKind"/>.</param>
/// <param name="Forum">The body that it is put before, sent to or told; null where the sentence names none.</param>
/// <param name="Who">Who acts, is invited or is told, in the words of the sentence.</param>
/// <param name="Trigger">»på næste møde«, »efter sommerferien«; null where it waits for nothing.</param>
/// <param name="Item">The number of the item that it stands in; null where that prints none.</param>
internal sealed record JsonAgreement(string Text, string Kind, string? Forum, string? Who, string? Trigger, int? Item)
{
    public static JsonAgreement From(DocumentAgreement found) => new(
        found.Finding.Sentence,
        JsonNamingPolicy.CamelCase.ConvertName(found.Finding.Kind.ToString()),
        found.Finding.Forum,
        found.Finding.Who,
        found.Finding.Trigger,
        found.Item.Number);
}
