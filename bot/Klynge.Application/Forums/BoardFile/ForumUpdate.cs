using Klynge.Application.Data;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>The forums of a board file, their rules and their ladder. A forum that is left out is closed and keeps its history.</summary>
internal sealed class ForumUpdate(KlyngeContext db, ChangeNotes notes, Dictionary<string, Forum> forums)
{
    internal void Run(Board board, IReadOnlyList<ForumDescription> described)
    {
        var leftOut = forums.Values.Where(forum => !forum.IsClosed && described.All(other => other.Key != forum.Key)).ToList();
        foreach (var one in described.Where(one => !forums.ContainsKey(one.Key)))
            Add(board, one);
        foreach (var one in described)
            Change(forums[one.Key], one);
        foreach (var forum in leftOut)
        {
            forum.IsClosed = true;
            notes.Ended(ApplyTexts.Forum(forum.Name), ApplyTexts.ForumClosed);
        }
    }

    private void Add(Board board, ForumDescription described)
    {
        var forum = new Forum
        {
            BoardId = board.Id,
            Key = described.Key,
            Name = described.Name,
            Level = described.Level,
            Rules = described.Rules,
            IsClosed = described.IsClosed,
        };
        db.Forums.Add(forum);
        forums[forum.Key] = forum;
        notes.Added(ApplyTexts.Forum(forum.Name), $"{ApplyTexts.Level} {forum.Level}");
    }

    private void Change(Forum forum, ForumDescription described)
    {
        var isNew = db.Entry(forum).State == Microsoft.EntityFrameworkCore.EntityState.Added;
        var above = described.Above is { } key ? forums[key] : null;
        if (isNew)
        {
            forum.AboveId = above?.Id;
            return;
        }

        notes.Set(ApplyTexts.Name, forum.Name, described.Name, value => forum.Name = value);
        notes.Set(ApplyTexts.Level, forum.Level, described.Level, value => forum.Level = value);
        notes.Set(ApplyTexts.Above, NameOf(forum.AboveId), above?.Name, _ => forum.AboveId = above?.Id);
        notes.Set(ApplyTexts.Closed, forum.IsClosed, described.IsClosed, value => forum.IsClosed = value);
        notes.Changed(ApplyTexts.Forum(forum.Name));
        var rules = ReferenceEquals(described.Rules.AnnualWheel, ForumDescription.WheelAsItIs)
            ? described.Rules with { AnnualWheel = forum.Rules.AnnualWheel }
            : described.Rules;
        RulesChange.Note(notes, forum.Rules, rules);
        notes.Changed(ApplyTexts.RulesOf(forum.Name));
        forum.Rules = rules;
    }

    private string? NameOf(ForumId? id) => forums.Values.FirstOrDefault(forum => forum.Id == id)?.Name;
}

/// <summary>What is different between two sets of rules, number by number.</summary>
internal static class RulesChange
{
    internal static void Note(ChangeNotes notes, RulesOfProcedure before, RulesOfProcedure after)
    {
        notes.Set(ApplyTexts.ItemsIn, before.ItemsIn, after.ItemsIn, _ => { });
        notes.Set(ApplyTexts.AgendaOut, before.AgendaOut, after.AgendaOut, _ => { });
        notes.Set(ApplyTexts.AttachmentsOut, before.AttachmentsOut, after.AttachmentsOut, _ => { });
        notes.Set(ApplyTexts.MinutesOut, before.MinutesOut, after.MinutesOut, _ => { });
        notes.Set(ApplyTexts.CommentsIn, before.CommentsIn, after.CommentsIn, _ => { });
        notes.Set(ApplyTexts.QuorumShare, before.Quorum.Share, after.Quorum.Share, _ => { });
        notes.Set(ApplyTexts.EverySector, before.Quorum.EverySector, after.Quorum.EverySector, _ => { });
        notes.Set(ApplyTexts.Meetings, before.MinimumMeetingsPerYear, after.MinimumMeetingsPerYear, _ => { });
        notes.Set(ApplyTexts.StandingItems, ApplyTexts.Listed(before.StandingItems), ApplyTexts.Listed(after.StandingItems), _ => { });
        notes.Set(ApplyTexts.ItemTemplate, ApplyTexts.Listed(before.Items), ApplyTexts.Listed(after.Items), _ => { });
        NoteSwitches(notes, before, after);
        notes.Set(ApplyTexts.InitiativeRight, before.HasInitiativeRight, after.HasInitiativeRight, _ => { });
        notes.Set(ApplyTexts.AgendaApproval, ApplyTexts.Danish(before.AgendaApproval), ApplyTexts.Danish(after.AgendaApproval), _ => { });
        notes.Set(ApplyTexts.AttendanceMinutes, before.AttendanceMinutes, after.AttendanceMinutes, _ => { });
        notes.Set(ApplyTexts.DeadlineReminders, ApplyTexts.Listed(before.Reminders), ApplyTexts.Listed(after.Reminders), _ => { });
        notes.Set(ApplyTexts.AnnualWheel, ApplyTexts.Listed(before.AnnualWheel), ApplyTexts.Listed(after.AnnualWheel), _ => { });
        notes.Set(ApplyTexts.MinutesLook, ApplyTexts.Danish(before.Minutes.Look), ApplyTexts.Danish(after.Minutes.Look), _ => { });
        notes.Set(ApplyTexts.Undecided, ApplyTexts.Danish(before.Minutes.Undecided), ApplyTexts.Danish(after.Minutes.Undecided), _ => { });
        notes.Set(ApplyTexts.MinutesParty, before.Minutes.Party, after.Minutes.Party, _ => { });
        notes.Set(ApplyTexts.Source, before.Source, after.Source, _ => { });
        Note(notes, before.WrittenProcedures, after.WrittenProcedures);
    }

    private static void NoteSwitches(ChangeNotes notes, RulesOfProcedure before, RulesOfProcedure after)
    {
        notes.Set(ApplyTexts.CastingVote, ApplyTexts.Danish(before.CastingVote), ApplyTexts.Danish(after.CastingVote), _ => { });
        notes.Set(ApplyTexts.ChairDecision, ApplyTexts.Danish(before.ChairDecision), ApplyTexts.Danish(after.ChairDecision), _ => { });
        notes.Set(ApplyTexts.DissentingOpinion, ApplyTexts.Danish(before.DissentingOpinion), ApplyTexts.Danish(after.DissentingOpinion), _ => { });
        notes.Set(ApplyTexts.StopExecution, ApplyTexts.Danish(before.StopExecution), ApplyTexts.Danish(after.StopExecution), _ => { });
        notes.Set(ApplyTexts.ItemSubstitutes, ApplyTexts.Danish(before.ItemSubstitutes), ApplyTexts.Danish(after.ItemSubstitutes), _ => { });
        notes.Set(ApplyTexts.NamedVotes, ApplyTexts.Danish(before.NamedVotes), ApplyTexts.Danish(after.NamedVotes), _ => { });
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
        notes.Set(ApplyTexts.PerRecommendation, before.AnswerPerRecommendation, after.AnswerPerRecommendation, _ => { });
        notes.Set(ApplyTexts.Reminders, ApplyTexts.Listed(before.Reminders), ApplyTexts.Listed(after.Reminders), _ => { });
    }
}
