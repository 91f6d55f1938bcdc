using Klynge.Domain.Common;

namespace Klynge.Application.Chat;

/// <summary>The database could not be written: nothing is half done, and the person may try again.</summary>
public sealed record NotSaved() : Error(Texts.NotSaved);

/// <summary>The database could not be read: what was pressed may have been saved before.</summary>
public sealed record NotReadable() : Error(Texts.NotReadable);
