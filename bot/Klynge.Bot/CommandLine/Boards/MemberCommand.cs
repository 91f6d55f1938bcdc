using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary><c>board member</c> and <c>board rule</c>: one forum's members and rules, without a file.</summary>
internal static class MemberCommand
{
    internal static Command Create(CommandServices services) => new("member", BoardTexts.Member)
    {
        CreateList(services),
        CreateAdd(services),
        CreateChange(services),
        CreateEnd(services),
    };

    internal static Command CreateRule(CommandServices services)
    {
        var (name, value, options) = (new Argument<string>("REGEL") { Description = BoardTexts.RuleName }, new Argument<string>("VÆRDI") { Description = BoardTexts.RuleValue }, new SeatOptions());
        var command = new Command("rule", BoardTexts.Rule) { name, value, options.Forum, options.Yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var work = await ForumWork.OpenAsync(services, Caller.Of(ProgramRights.BoardRule), parsed.GetValue(options.Forum)!, cancellationToken);
            var rule = new RuleEdit(parsed.GetValue(name)!, parsed.GetValue(value)!);
            return work is null ? ExitCodes.BadInput : await work.ChangeAsync(ForumChange.Of(rule), parsed.GetValue(options.Yes), cancellationToken);
        });
        return command;
    }

    private static Command CreateList(CommandServices services)
    {
        var options = new SeatOptions();
        var command = new Command("list", BoardTexts.MemberList) { options.Forum };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var work = await OpenAsync(services, Caller.Of(ProgramRights.BoardMemberList), parsed, options, cancellationToken);
            if (work is null)
                return ExitCodes.BadInput;

            if (!(await work.Provider.GetRequiredService<ListMembers>().HandleAsync(work.Caller, work.Forum, cancellationToken)).TryGet(out var list, out var error))
                return await ForumWork.RefuseAsync(error);

            Show(list);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Show(MemberList list)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in new[] { "Navn", "Rolle", "Organisation", "Parti", "Stedfortrædere", "Fra", "Til" })
            table.AddColumn(head);

        foreach (var line in list.Lines)
        {
            var seat = line.Seat;
            string[] cells =
            [
                line.Name, seat.Role.Danish() + (seat.HasVote || !seat.Role.IsMember() ? "" : " (uden stemmeret)"), seat.Organisation, seat.Party ?? "", string.Join("; ", line.Substitutes),
                DanishFormat.PlainDate(seat.From), seat.To is { } to ? DanishFormat.PlainDate(to) : "",
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        BoardConsole.Create().Write(table);
    }

    private static Command CreateAdd(CommandServices services)
    {
        var (name, options) = (new Argument<string>("NAVN") { Description = BoardTexts.MemberName }, new SeatOptions());
        var command = new Command("add", BoardTexts.MemberAdd) { name };
        options.AddTo(command, isNew: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (facts, problem) = options.Read(parsed);
            if (facts is null)
                return await BadAsync(problem!);

            await using var work = await OpenAsync(services, Caller.Of(ProgramRights.BoardMemberAdd), parsed, options, cancellationToken);
            var add = new SeatEdit.Add(options.Person(parsed, parsed.GetValue(name)!), facts);
            return work is null ? ExitCodes.BadInput : await work.ChangeAsync(ForumChange.Of(add), parsed.GetValue(options.Yes), cancellationToken);
        });
        return command;
    }

    private static Command CreateChange(CommandServices services)
    {
        var (name, options) = (new Argument<string>("NAVN") { Description = BoardTexts.MemberName }, new SeatOptions());
        var command = new Command("change", BoardTexts.MemberChange) { name };
        options.AddTo(command, isNew: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (facts, problem) = options.Read(parsed);
            return facts is null ? await BadAsync(problem!) : await OnSeatAsync(services, Caller.Of(ProgramRights.BoardMemberChange), parsed, options, parsed.GetValue(name)!, seat => new SeatEdit.Change(seat, facts), cancellationToken);
        });
        return command;
    }

    private static Command CreateEnd(CommandServices services)
    {
        var (name, options) = (new Argument<string>("NAVN") { Description = BoardTexts.MemberName }, new SeatOptions());
        var day = new Option<string>("--last-day") { Description = BoardTexts.LastDayOption };
        var command = new Command("end", BoardTexts.MemberEnd) { name, options.Forum, day, options.Yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var written = parsed.GetValue(day);
            if (written is not null && SeatWords.Date(written) is null)
                return await BadAsync(BoardTexts.NoDate(written));

            var last = written is null ? DanishTime.Today(SystemClock.Instance) : SeatWords.Date(written)!.Value;
            return await OnSeatAsync(services, Caller.Of(ProgramRights.BoardMemberEnd), parsed, options, parsed.GetValue(name)!, seat => new SeatEdit.End(seat, last), cancellationToken);
        });
        return command;
    }

    private static async Task<int> OnSeatAsync(
        CommandServices services, Caller caller, ParseResult parsed, SeatOptions options, string name, Func<MemberId, SeatEdit> edit, CancellationToken cancellationToken)
    {
        await using var work = await OpenAsync(services, caller, parsed, options, cancellationToken);
        if (work is null || await work.FindAsync(name, cancellationToken) is not { } line)
            return ExitCodes.BadInput;

        return await work.ChangeAsync(ForumChange.Of(edit(line.Seat.Id)), parsed.GetValue(options.Yes), cancellationToken);
    }

    private static Task<ForumWork?> OpenAsync(CommandServices services, Caller caller, ParseResult parsed, SeatOptions options, CancellationToken cancellationToken) =>
        ForumWork.OpenAsync(services, caller, parsed.GetValue(options.Forum)!, cancellationToken);

    private static async Task<int> BadAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return ExitCodes.BadInput;
    }
}
