using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.Outbox;

/// <summary>
/// What an item or a case is called where others may see or hear it: on a lock screen, by an assistant, in a mail, a calendar, a chat or a
/// file's name. A closed one is »Lukket punkt« or »Lukket sag« there to everybody, also to those who may read it: its own title stands on
/// cards that they open themselves.
/// </summary>
public readonly record struct NoticeTitle
{
    private readonly string _text;

    private NoticeTitle(string text) => _text = text;

    public static NoticeTitle Of(AgendaItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(content.IsClosed ? Texts.ClosedItem : content.Title);
    }

    public static NoticeTitle Of(CaseText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.IsClosed ? Texts.ClosedCase : text.Title);
    }

    public override string ToString() => _text ?? string.Empty;
}
