using Klynge.Domain.Agendas;

namespace Klynge.Application.Forums.Sample;

/// <summary>One meeting of the sample council as its file has it.</summary>
/// <param name="Days">Days from today; negative for a meeting that was held. It is moved on to the next workday.</param>
/// <param name="Start">Danish clock time, <c>HH:mm</c>.</param>
/// <param name="Chair">The key of a person, as are the others.</param>
internal sealed record SampleMeeting(
    string Forum,
    int Days,
    string Start,
    string End,
    string Place,
    string Chair,
    string MinuteTaker,
    string? CaseNumber,
    IReadOnlyList<string>? Apologies,
    IReadOnlyList<SampleItem> Items)
{
    internal bool IsAhead => Days > 0;
}

/// <param name="Ref">A name by which a later item can say that it continues this one.</param>
/// <param name="Continues">The <paramref name="Ref"/> of the item that this one continues.</param>
internal sealed record SampleItem(
    string? Ref,
    string? Continues,
    string Title,
    AgendaItemKind Kind,
    string? Presenter,
    int? Minutes,
    bool Closed,
    IReadOnlyList<AgendaSection>? Sections,
    IReadOnlyList<string>? Recommendations,
    IReadOnlyList<AgendaAttachment>? Attachments,
    string? Decision)
{
    internal AgendaItemContent ToContent() => new()
    {
        Title = Title,
        Kind = Kind,
        Presenter = Presenter,
        Minutes = Minutes,
        Sections = Sections ?? [],
        Recommendations = Recommendations ?? [],
        Attachments = Attachments ?? [],
        IsClosed = Closed,
    };
}
