using System.Text.Json.Nodes;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>Cards with the elements that the product's cards are made of.</summary>
internal static class SampleCards
{
    public static JsonObject Agenda(string? presence = null) => Parse($$"""
        {
          "type": "AdaptiveCard", "version": "1.5", "speak": "Dagsorden for Chefforum", "fallbackText": "Dagsorden for Chefforum",
          "refresh": { "action": { "type": "Action.Execute", "verb": "agenda.view", "data": { "meeting": 7 } }, "userIds": ["{{SampleBoard.Secretary.Id}}"] },
          "body": [
            { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "stretch", "items": [
                { "type": "TextBlock", "text": "Chefforum · Sundhedsråd Vestkysten", "size": "small", "isSubtle": true, "wrap": true },
                { "type": "TextBlock", "text": "Tirsdag d. 2. februar 2027 kl. 14.00–16.00", "size": "large", "weight": "bolder", "wrap": true, "style": "heading" },
                { "type": "TextBlock", "text": "Teams · mødeleder Daniel Holm", "wrap": true, "isSubtle": true }] },
              { "type": "Column", "width": "auto", "items": [
                { "type": "Container", "style": "good", "items": [ { "type": "TextBlock", "text": "Udsendt", "color": "good", "weight": "bolder", "size": "small" } ] }] }] },
            { "type": "TextBlock", "id": "presence", "text": "{{presence ?? "Alle ser dette kort"}}", "color": "accent", "wrap": true },
            { "type": "Container", "separator": true, "spacing": "medium", "items": [
              {{Row(1, "Godkendelse af dagsordenen", "B", "14.00")}},
              {{Row(2, "Nyt fra driftsfora · v/ formandskaberne", "O", "14.05")}},
              {{Row(3, "Udpegning til **ledelsesprogrammet**, hold 4", "B", "14.20")}}] },
            { "type": "FactSet", "separator": true, "facts": [
              { "title": "Afbud (1 af 4)", "value": "Åse Østergaard" }, { "title": "Beslutningsdygtigt", "value": "Ja" }] }
          ],
          "actions": [
            { "type": "Action.ShowCard", "title": "Tilføj punkt", "card": {
              "type": "AdaptiveCard", "body": [
                { "type": "Input.Text", "id": "title", "label": "Titel", "isRequired": true, "errorMessage": "Punktet skal have en titel." },
                { "type": "Input.ChoiceSet", "id": "kind", "label": "Type", "value": "decision", "choices": [
                  { "title": "Beslutning", "value": "decision" }, { "title": "Drøftelse", "value": "discussion" }] },
                { "type": "Input.Text", "id": "case", "label": "Sagsfremstilling", "isMultiline": true }],
              "actions": [ { "type": "Action.Execute", "title": "Send forslag", "style": "positive", "verb": "item.propose", "data": { "meeting": 7 } } ] } },
            { "type": "Action.Execute", "title": "Meld afbud", "verb": "apology.register", "data": { "meeting": 7 } },
            { "type": "Action.OpenUrl", "title": "Hele dagsordenen", "url": "https://example.org/dagsorden" },
            { "type": "Action.Execute", "title": "Aflys mødet", "mode": "secondary", "style": "destructive", "verb": "meeting.cancel", "data": { "meeting": 7 } }
          ]
        }
        """);

    public static JsonObject Ballot(string? answer = null) => Parse($$"""
        {
          "type": "AdaptiveCard", "version": "1.5", "fallbackText": "Skriftlig behandling",
          "body": [
            { "type": "Container", "style": "emphasis", "bleed": true, "items": [
              { "type": "TextBlock", "text": "Skriftlig behandling · svar senest fredag d. 25. april kl. 12.00", "size": "small", "wrap": true } ] },
            { "type": "TextBlock", "text": "Udpegning til ledelsesprogrammet, hold 4", "size": "large", "weight": "bolder", "wrap": true },
            { "type": "TextBlock", "text": "Det indstilles, at Chefforum\n1. drøfter de indmeldte initiativer\n2. godkender listen over deltagere", "wrap": true },
            { "type": "TextBlock", "id": "answer", "text": "{{answer ?? "Du har ikke svaret endnu."}}", "color": "{{(answer is null ? "warning" : "good")}}", "weight": "bolder", "wrap": true },
            { "type": "Input.Text", "id": "remarks", "label": "Bemærkninger", "isMultiline": true }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Godkender", "style": "positive", "verb": "vote", "data": { "vote": "approve" } },
            { "type": "Action.Execute", "title": "Godkender med bemærkninger", "verb": "vote", "data": { "vote": "approveWithRemarks" } },
            { "type": "Action.Execute", "title": "Godkender ikke", "style": "destructive", "verb": "vote", "data": { "vote": "reject" } }
          ]
        }
        """);

    private static string Row(int number, string title, string kind, string start) => $$"""
        { "type": "ColumnSet", "selectAction": { "type": "Action.ToggleVisibility", "title": "Vis punkt {{number}}", "targetElements": ["item{{number}}"] }, "columns": [
          { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "{{number}}", "weight": "bolder" } ] },
          { "type": "Column", "width": "stretch", "items": [
            { "type": "TextBlock", "text": "{{title}}", "wrap": true },
            { "type": "TextBlock", "id": "item{{number}}", "isVisible": false, "isSubtle": true, "wrap": true, "text": "Det indstilles, at Chefforum godkender punkt {{number}}." } ] },
          { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "{{kind}}", "isSubtle": true } ] },
          { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "{{start}}", "isSubtle": true } ] } ] }
        """;

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
