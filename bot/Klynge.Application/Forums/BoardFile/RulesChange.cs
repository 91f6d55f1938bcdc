using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What is different between two sets of rules, number by number.</summary>
internal static class RulesChange
{
    internal static void Note(ChangeNotes notes, RulesOfProcedure before, RulesOfProcedure after)
    {
        notes.Set(ApplyTexts.ItemsIn, before.ItemsIn, after.ItemsIn, _ => { });
        notes.Set(ApplyTexts.AgendaOut, before.AgendaOut, after.AgendaOut, _ => { });
        notes.Set(ApplyTexts.MinutesOut, before.MinutesOut, after.MinutesOut, _ => { });
        notes.Set(ApplyTexts.CommentsIn, before.CommentsIn, after.CommentsIn, _ => { });
        notes.Set(ApplyTexts.QuorumShare, before.Quorum.Share, after.Quorum.Share, _ => { });
        notes.Set(ApplyTexts.EverySector, before.Quorum.EverySector, after.Quorum.EverySector, _ => { });
        notes.Set(ApplyTexts.Meetings, before.MinimumMeetingsPerYear, after.MinimumMeetingsPerYear, _ => { });
        notes.Set(ApplyTexts.StandingItems, ApplyTexts.Listed(before.StandingItems), ApplyTexts.Listed(after.StandingItems), _ => { });
        notes.Set(ApplyTexts.AttendanceMinutes, before.AttendanceMinutes, after.AttendanceMinutes, _ => { });
        notes.Set(ApplyTexts.DeadlineReminders, ApplyTexts.Listed(before.Reminders), ApplyTexts.Listed(after.Reminders), _ => { });
        notes.Set(ApplyTexts.AnnualWheel, ApplyTexts.Listed(before.AnnualWheel), ApplyTexts.Listed(after.AnnualWheel), _ => { });
        notes.Set(ApplyTexts.Source, before.Source, after.Source, _ => { });
        Note(notes, before.WrittenProcedures, after.WrittenProcedures);
    }

    private static void Note(ChangeNotes notes, WrittenProcedureRules before, WrittenProcedureRules after)
    {
        notes.Set(ApplyTexts.WrittenAllowed, before.Allowed, after.Allowed, _ => { });
        notes.Set(ApplyTexts.MinimumOpen, before.MinimumOpen, after.MinimumOpen, _ => { });
        notes.Set(ApplyTexts.DefaultOpen, before.DefaultOpen, after.DefaultOpen, _ => { });
        notes.Set(ApplyTexts.DecisionRule, ApplyTexts.Danish(before.Rule), ApplyTexts.Danish(after.Rule), _ => { });
        notes.Set(ApplyTexts.Silence, before.SilenceIsConsent, after.SilenceIsConsent, _ => { });
        notes.Set(ApplyTexts.VotesShown, before.VotesShownWhileOpen, after.VotesShownWhileOpen, _ => { });
        notes.Set(ApplyTexts.ClosesEarly, before.ClosesWhenAllHaveAnswered, after.ClosesWhenAllHaveAnswered, _ => { });
        notes.Set(ApplyTexts.ClosingDelay, before.ClosingDelayMinutes, after.ClosingDelayMinutes, _ => { });
        notes.Set(ApplyTexts.Reminders, ApplyTexts.Listed(before.Reminders), ApplyTexts.Listed(after.Reminders), _ => { });
    }
}
