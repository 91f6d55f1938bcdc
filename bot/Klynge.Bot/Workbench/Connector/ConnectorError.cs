namespace Klynge.Bot.Workbench.Connector;

/// <summary>A refusal in the shape and with the codes of Teams' connector.</summary>
internal sealed record ConnectorError(ConnectorErrorDetail Error)
{
    public static IResult ConversationNotFound() =>
        Refuse(StatusCodes.Status404NotFound, "ConversationNotFound", "Conversation not found.");

    public static IResult ActivityNotFound() =>
        Refuse(StatusCodes.Status404NotFound, "ActivityNotFoundInConversation", "The activity was not found in the conversation.");

    public static IResult MemberNotFound() =>
        Refuse(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "The member was not found in the conversation.");

    public static IResult MeetingNotFound() =>
        Refuse(StatusCodes.Status404NotFound, "MeetingNotFound", "The meeting was not found.");

    public static IResult BadSyntax(string message) => Refuse(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static IResult TooBig() =>
        Refuse(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "The message is larger than 100 KB.");

    private static IResult Refuse(int status, string code, string message) => Results.Json(
        new ConnectorError(new ConnectorErrorDetail(code, message)), WorkbenchJson.Default.ConnectorError, statusCode: status);
}

internal sealed record ConnectorErrorDetail(string Code, string Message);
