using System.Text;
using System.Text.Json.Nodes;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Writes a board as a file that <see cref="BoardFileReader"/> reads back as the same board. What is a default is left out.</summary>
public static class BoardFileWriter
{
    /// <summary>The name under which the schema lies beside the file, for editors that check while one writes.</summary>
    public const string SchemaFileName = "board.schema.json";

    /// <returns>JSON with LF line ends and one line per person and per seat.</returns>
    public static string Write(BoardDescription board)
    {
        var json = new JsonObject
        {
            ["$schema"] = "./" + SchemaFileName,
            ["kind"] = board.Kind,
            ["name"] = board.Name,
            ["forums"] = new JsonArray([.. board.Forums.Select(Forum)]),
            ["people"] = new JsonArray([.. board.People.Select(Person)]),
        };
        var text = new StringBuilder();
        BoardFileLayout.Append(text, json, 0);
        return text.Append('\n').ToString();
    }

    private static JsonObject Forum(ForumDescription forum)
    {
        var json = new JsonObject { ["key"] = forum.Key, ["name"] = forum.Name, ["level"] = forum.Level };
        Put(json, "above", forum.Above);
        if (forum.IsClosed)
            json["closed"] = true;
        json["rules"] = Rules(forum.Rules);
        json["members"] = new JsonArray([.. forum.Members.Select(Seat)]);
        return json;
    }

    private static JsonObject Rules(RulesOfProcedure rules)
    {
        var json = new JsonObject
        {
            ["itemsIn"] = rules.ItemsIn.ToString(),
            ["agendaOut"] = rules.AgendaOut.ToString(),
        };
        Put(json, "attachmentsOut", rules.AttachmentsOut?.ToString());
        json["minutesOut"] = rules.MinutesOut.ToString();
        Put(json, "commentsIn", rules.CommentsIn?.ToString());
        json["quorum"] = new JsonObject { ["share"] = rules.Quorum.Share, ["everySector"] = rules.Quorum.EverySector };
        json["writtenProcedures"] = WrittenProcedures(rules.WrittenProcedures);
        if (rules.MinimumMeetingsPerYear is { } meetings)
            json["minimumMeetingsPerYear"] = meetings;
        if (!rules.StandingItems.SequenceEqual(StandingItem.Usual))
            json["standingItems"] = new JsonArray([.. rules.StandingItems.Select(Standing)]);
        if (!rules.Items.IsUsual)
            json["items"] = Template(rules.Items);
        if (rules.HasInitiativeRight)
            json["initiativeRight"] = true;
        Switches(json, rules);
        if (rules.AgendaApproval != AgendaApprovalRule.None)
            json["agendaApproval"] = BoardVocabulary.NameOf(rules.AgendaApproval);
        if (rules.AttendanceMinutes != AttendanceRules.UsualMinutes)
            json["attendanceMinutes"] = rules.AttendanceMinutes;
        if (!rules.Reminders.Equals(DeadlineReminders.Usual))
            json["deadlineReminders"] = Reminders(rules.Reminders);
        if (rules.AnnualWheel.Count > 0)
            json["annualWheel"] = new JsonArray([.. rules.AnnualWheel.Select(Entry)]);
        if (rules.Minutes != MinutesLayout.Usual)
            json["minutes"] = Minutes(rules.Minutes);
        Put(json, "source", rules.Source);
        return json;
    }

    /// <summary>A casting vote that nobody has given a source is written as it was before: a bare true.</summary>
    private static void Switches(JsonObject json, RulesOfProcedure rules)
    {
        if (rules.CastingVote == LegalSwitch.On)
            json["castingVote"] = true;
        else
            Put("castingVote", rules.CastingVote, LegalSwitch.Off);

        Put("chairDecision", rules.ChairDecision, LegalSwitch.Off);
        Put("dissentingOpinion", rules.DissentingOpinion, LegalSwitch.Off);
        Put("stopExecution", rules.StopExecution, LegalSwitch.Off);
        Put("itemSubstitutes", rules.ItemSubstitutes, LegalSwitch.Off);
        Put("namedVotes", rules.NamedVotes, LegalSwitch.On);

        void Put(string name, LegalSwitch one, LegalSwitch absent)
        {
            if (one == absent)
                return;

            var written = new JsonObject { ["allowed"] = one.Allowed };
            BoardFileWriter.Put(written, "source", one.Source);
            json[name] = written;
        }
    }

    private static JsonObject Minutes(MinutesLayout layout)
    {
        var json = new JsonObject { ["look"] = BoardVocabulary.NameOf(layout.Look), ["undecided"] = BoardVocabulary.NameOf(layout.Undecided) };
        if (layout.Party)
            json["party"] = true;
        return json;
    }

    private static JsonObject Reminders(DeadlineReminders reminders) => new()
    {
        ["before"] = Limits(reminders.Before),
        ["beforeOfMeetings"] = Limits(reminders.BeforeOfMeetings),
        ["overdueDays"] = reminders.OverdueDays,
    };

    private static JsonArray Limits(IEnumerable<TimeLimit> limits) => new([.. limits.Select(limit => JsonValue.Create(limit.ToString()))]);

    private static JsonObject Entry(AnnualEntry entry)
    {
        var json = new JsonObject { ["title"] = entry.Title, ["rule"] = entry.Rule.ToString() };
        Put(json, "role", entry.ResponsibleRole is { } role ? BoardVocabulary.NameOf(role) : null);
        Put(json, "person", entry.ResponsiblePerson);
        return json;
    }

    private static JsonObject Template(ItemTemplate template)
    {
        var json = new JsonObject();
        if (template.Sections.Count > 0)
            json["sections"] = new JsonArray([.. template.Sections.Select(heading => JsonValue.Create(heading))]);
        Put(json, "recommendationLead", template.RecommendationLead);
        if (template.Minutes is { } minutes)
            json["minutes"] = minutes;
        return json;
    }

    private static JsonObject Standing(StandingItem item)
    {
        var json = new JsonObject { ["title"] = item.Title, ["kind"] = BoardVocabulary.NameOf(item.Kind) };
        if (item.Minutes is { } minutes)
            json["minutes"] = minutes;
        if (item.StandsLast)
            json["last"] = true;
        Put(json, "presenter", item.Presenter);
        Put(json, "text", item.Text);
        if (item.Recommendations.Count > 0)
            json["recommendations"] = new JsonArray([.. item.Recommendations.Select(text => JsonValue.Create(text))]);
        return json;
    }

    private static JsonObject WrittenProcedures(WrittenProcedureRules rules)
    {
        var json = Votes(rules);
        if (rules.ClosingDelayMinutes != WrittenProcedureRules.UsualClosingDelay)
            json["closingDelayMinutes"] = rules.ClosingDelayMinutes;
        if (rules.AnswerPerRecommendation)
            json["answerPerRecommendation"] = true;
        if (!rules.Reminders.SequenceEqual(WrittenProcedureRules.UsualReminders))
            json["reminders"] = new JsonArray([.. rules.Reminders.Select(limit => JsonValue.Create(limit.ToString()))]);
        return json;
    }

    private static JsonObject Votes(WrittenProcedureRules rules) => new()
    {
        ["allowed"] = rules.Allowed,
        ["minimumOpen"] = rules.MinimumOpen.ToString(),
        ["defaultOpen"] = rules.DefaultOpen.ToString(),
        ["rule"] = BoardVocabulary.NameOf(rules.Rule),
        ["silenceIsConsent"] = rules.SilenceIsConsent,
        ["votesShownWhileOpen"] = rules.VotesShownWhileOpen,
        ["closesWhenAllHaveAnswered"] = rules.ClosesWhenAllHaveAnswered,
    };

    private static JsonObject Seat(SeatDescription seat)
    {
        var json = new JsonObject { ["person"] = seat.Person, ["organisation"] = seat.Organisation };
        Put(json, "sector", seat.Sector == seat.Organisation ? null : seat.Sector);
        Put(json, "party", seat.Party);
        json["role"] = BoardVocabulary.NameOf(seat.Role);
        if (seat.HasVote != BoardVocabulary.MayVote(seat.Role))
            json["vote"] = seat.HasVote;
        if (seat.Substitutes.Count > 0)
            json["substitutes"] = new JsonArray([.. seat.Substitutes.Select(key => JsonValue.Create(key))]);
        Put(json, "from", Date(seat.From));
        Put(json, "to", Date(seat.To));
        return json;
    }

    private static JsonObject Person(PersonDescription person)
    {
        var json = new JsonObject { ["key"] = person.Key, ["name"] = person.Name };
        Put(json, "title", person.Title);
        Put(json, "email", person.Email);
        Put(json, "entraObjectId", person.EntraObjectId);
        return json;
    }

    private static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
