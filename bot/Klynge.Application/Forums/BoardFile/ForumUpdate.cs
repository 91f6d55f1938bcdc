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
