using Klynge.Domain.Forums;

namespace Klynge.Application.Data;

/// <summary>What a write is for, as the audit log names it.</summary>
/// <param name="UseCase">The use case's own name.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="ForumId">The forum it concerns; null for what belongs to none.</param>
/// <param name="IsOnRecord">False for the machinery's own book-keeping, which the audit log leaves out.</param>
/// <param name="SubjectId">The record that it is about, so that its history, refusals among them, can be found; null for none.</param>
public sealed record WriteIntent(string UseCase, Caller Caller, ForumId? ForumId = null, bool IsOnRecord = true, Guid? SubjectId = null);
