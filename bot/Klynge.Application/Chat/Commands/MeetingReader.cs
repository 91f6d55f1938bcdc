using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary><c>nyt møde Chefforum 4. februar kl. 14 til 16 Teams</c>; forum and date in either order.</summary>
internal static class MeetingReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeForumAndDate();
        if (arguments.Refusal is { } refusal)
            return refusal;
        if (SeveralDays.In(rest, context.Today) is { } several)
            return several;
        if (arguments.Date is not DateReading.Found date)
            return arguments.AtEnd ? new MeetingDateMissing(command) : arguments.Leftover() ?? new MeetingDateMissing(command);
        if (date.Time is not { } time)
            return new MeetingTimeMissing(date.Date, command);

        if (arguments.Forum is null && ForumReader.StrangeName([.. Word.Split($"i {arguments.Rest}")], context.Forums) is { } strange)
            return ForumUnknown.Of(strange, context);
        var place = DanishText.Clean(PlaceOf(arguments.Rest), new TextLimit(Texts.Place, CommandLimits.MaxPlace, Optional: true));
        if (!place.TryGet(out var where, out var tooLong))
            return tooLong;
        return new ChatCommand.ScheduleMeeting(arguments.Forum, date.Date, time.Start, time.End, where.Length == 0 ? null : where);
    }

    private static string PlaceOf(string rest)
    {
        var words = Word.Split(rest);
        return words.Count > 0 && words[0].Folded is ("sted" or "place") ? rest[words[0].End..].TrimStart() : rest;
    }
}
