using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Workbench.Connector;

/// <summary>The calls by which a bot asks who is in a conversation or a meeting.</summary>
internal static class RosterEndpoints
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;
    private const int DefaultPage = 200;

    public static void MapRosters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/v3/conversations/{conversation}/pagedmembers", PagedMembersAsync);
        endpoints.MapGet("/v3/conversations/{conversation}/members", MembersAsync);
        endpoints.MapGet("/v3/conversations/{conversation}/members/{member}", MemberAsync);
        endpoints.MapGet("/v3/conversations/{conversation}/activities/{activity}/members", MembersAsync);
        endpoints.MapGet("/v3/teams/{team}", TeamAsync);
        endpoints.MapGet("/v3/teams/{team}/conversations", ChannelsAsync);
        endpoints.MapGet("/v1/meetings/{meeting}", MeetingAsync);
        endpoints.MapGet("/v1/meetings/{meeting}/participants/{participant}", ParticipantAsync);
    }

    /// <summary>Teams holds the page size between 50 and 500, whatever is asked for, and so does this.</summary>
    private static async Task<IResult> PagedMembersAsync(
        string conversation,
        int? pageSize,
        string? continuationToken,
        IWorkbenchDirectory directory,
        IOptions<WorkbenchOptions> options,
        CancellationToken cancellationToken)
    {
        var chat = new Roster(await directory.GetAsync(cancellationToken)).Chat(conversation);
        if (chat is null)
            return ConnectorError.ConversationNotFound();

        var start = 0;
        var understood = continuationToken is null
            || int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out start);
        if (!understood)
            return ConnectorError.BadSyntax("Invalid continuation token.");

        var size = Math.Clamp(pageSize ?? DefaultPage, SmallestPage, LargestPage);
        var members = chat.Members.Skip(start).Take(size).Select(person => MemberAccount.Of(person, options.Value.TenantId));
        var next = start + size < chat.Members.Count ? (start + size).ToString(CultureInfo.InvariantCulture) : null;
        return Results.Json(new PagedMembers(next, [.. members]), WorkbenchJson.Default.PagedMembers);
    }

    /// <summary>All of them in one answer, as the Bot Framework's clients ask for them.</summary>
    private static async Task<IResult> MembersAsync(
        string conversation, IWorkbenchDirectory directory, IOptions<WorkbenchOptions> options, CancellationToken cancellationToken)
    {
        var chat = new Roster(await directory.GetAsync(cancellationToken)).Chat(conversation);
        return chat is null
            ? ConnectorError.ConversationNotFound()
            : Results.Json([.. chat.Members.Select(person => MemberAccount.Of(person, options.Value.TenantId))], WorkbenchJson.Default.MemberAccountArray);
    }

    /// <summary>A channel here is its team's first, whose id Teams gives the team, too.</summary>
    private static async Task<IResult> TeamAsync(string team, IWorkbenchDirectory directory, CancellationToken cancellationToken) =>
        new Roster(await directory.GetAsync(cancellationToken)).Chat(team) is { Kind: ChatKind.Channel } chat
            ? Json(new JsonObject { ["id"] = chat.Id, ["name"] = chat.Forum!.Name, ["type"] = "standard", ["channelCount"] = 1, ["memberCount"] = chat.Members.Count })
            : ConnectorError.ConversationNotFound();

    /// <summary>The first channel has no name on the wire.</summary>
    private static async Task<IResult> ChannelsAsync(string team, IWorkbenchDirectory directory, CancellationToken cancellationToken) =>
        new Roster(await directory.GetAsync(cancellationToken)).Chat(team) is { Kind: ChatKind.Channel } chat
            ? Json(new JsonObject { ["conversations"] = new JsonArray(new JsonObject { ["id"] = chat.Id }) })
            : ConnectorError.ConversationNotFound();

    private static async Task<IResult> MemberAsync(
        string conversation,
        string member,
        IWorkbenchDirectory directory,
        IOptions<WorkbenchOptions> options,
        CancellationToken cancellationToken)
    {
        var chat = new Roster(await directory.GetAsync(cancellationToken)).Chat(conversation);
        if (chat is null)
            return ConnectorError.ConversationNotFound();
        return chat.Member(member) is { } person
            ? Results.Json(MemberAccount.Of(person, options.Value.TenantId), WorkbenchJson.Default.MemberAccount)
            : ConnectorError.MemberNotFound();
    }

    private static async Task<IResult> MeetingAsync(string meeting, IWorkbenchDirectory directory, CancellationToken cancellationToken)
    {
        if (MeetingOfChat.Find(new Roster(await directory.GetAsync(cancellationToken)), meeting) is not var (chat, found))
            return ConnectorError.MeetingNotFound();

        var organizer = chat.Organizer;
        return Json(new JsonObject
        {
            ["details"] = new JsonObject
            {
                ["id"] = found.Id,
                ["scheduledStartTime"] = Timestamp(found.Start),
                ["scheduledEndTime"] = Timestamp(found.End),
                ["joinUrl"] = found.JoinUrl,
                ["title"] = found.Title,
                ["type"] = "Scheduled",
            },
            ["conversation"] = new JsonObject { ["id"] = chat.Id, ["conversationType"] = "groupChat", ["isGroup"] = true },
            ["organizer"] = organizer is null ? null : new JsonObject { ["id"] = organizer.Id, ["aadObjectId"] = organizer.AadObjectId },
        });
    }

    private static async Task<IResult> ParticipantAsync(
        string meeting,
        string participant,
        IWorkbenchDirectory directory,
        IOptions<WorkbenchOptions> options,
        CancellationToken cancellationToken)
    {
        if (MeetingOfChat.Find(new Roster(await directory.GetAsync(cancellationToken)), meeting) is not var (chat, _))
            return ConnectorError.MeetingNotFound();
        if (chat.Member(participant) is not { } person)
            return ConnectorError.MemberNotFound();

        var role = chat.Forum!.Seats.First(seat => seat.PersonId == person.Id).Role;
        return Json(new JsonObject
        {
            ["user"] = new JsonObject
            {
                ["id"] = person.Id,
                ["aadObjectId"] = person.AadObjectId,
                ["name"] = person.Name,
                ["email"] = person.Email,
                ["userPrincipalName"] = person.Email,
                ["tenantId"] = options.Value.TenantId,
                ["userRole"] = "user",
            },
            ["meeting"] = new JsonObject
            {
                ["role"] = role == WorkbenchRole.Secretariat ? "Organizer" : "Attendee",
                ["inMeeting"] = true,
            },
            ["conversation"] = new JsonObject { ["id"] = chat.Id },
        });
    }

    private static IResult Json(JsonObject body) => Results.Json(body, WorkbenchJson.Default.JsonObject);

    private static string? Timestamp(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

/// <summary>A member as Teams' roster tells it.</summary>
internal sealed record MemberAccount(
    string Id,
    string Name,
    string AadObjectId,
    string ObjectId,
    string GivenName,
    string Surname,
    string Email,
    string UserPrincipalName,
    string TenantId,
    string UserRole)
{
    public static MemberAccount Of(WorkbenchPerson person, string tenant)
    {
        var split = person.Name.LastIndexOf(' ');
        var given = split < 0 ? person.Name : person.Name[..split];
        var surname = split < 0 ? string.Empty : person.Name[(split + 1)..];
        return new MemberAccount(
            person.Id, person.Name, person.AadObjectId, person.AadObjectId, given, surname, person.Email, person.Email, tenant, "user");
    }
}

/// <summary>One page of a roster.</summary>
/// <param name="ContinuationToken">Null on the last page.</param>
/// <param name="Members">The members of this page.</param>
internal sealed record PagedMembers(string? ContinuationToken, IReadOnlyList<MemberAccount> Members);
