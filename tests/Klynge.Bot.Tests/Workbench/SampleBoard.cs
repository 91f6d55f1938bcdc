using Klynge.Bot.Workbench;
using NodaTime;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>An invented board of a few people in two forums, one of them a channel.</summary>
internal sealed class SampleBoard : IWorkbenchDirectory
{
    public const string ForumChat = "19:chefforum@thread.v2";
    public const string ChannelChat = "19:driftsforum@thread.tacv2";

    public static readonly WorkbenchPerson Secretary = Person(1, "Karen Lindhardt", "Konsulent", "Region Vestkysten");
    public static readonly WorkbenchPerson CoChair = Person(2, "Daniel Holm", "Hospitalsdirektør", "Hospitalsenhed Vestkysten");
    public static readonly WorkbenchPerson Member = Person(3, "Åse Østergaard", "Sundhedschef", "Havneby Kommune");
    public static readonly WorkbenchPerson OtherMember = Person(4, "Bodil Krag", "Praktiserende læge", "PLO Vestkysten");
    public static readonly WorkbenchPerson Elsewhere = Person(5, "Tina Lund", "Afdelingssygeplejerske", "Engby Kommune");

    public WorkbenchBoard Board { get; set; } = new(
        "Sundhedsråd Vestkysten",
        [Secretary, CoChair, Member, OtherMember, Elsewhere],
        [
            new WorkbenchForum(
                "chefforum",
                "Chefforum",
                ForumChat,
                [
                    new(Member.Id, WorkbenchRole.Member), new(OtherMember.Id, WorkbenchRole.Member),
                    new(CoChair.Id, WorkbenchRole.CoChair), new(Secretary.Id, WorkbenchRole.Secretariat),
                ],
                new WorkbenchMeeting("Chefforum, ordinært møde", Instant.FromUtc(2027, 2, 2, 13, 0), Instant.FromUtc(2027, 2, 2, 15, 0))),
            new WorkbenchForum("driftsforum", "Driftsforum Havneby", ChannelChat, [new(Elsewhere.Id, WorkbenchRole.Member)]),
        ]);

    public Task<WorkbenchBoard> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Board);

    public Task<string?> AccountOfAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Board.People.FirstOrDefault(person => person.Id == id)?.AadObjectId);

    private static WorkbenchPerson Person(int number, string name, string title, string organisation) => new(
        $"29:1person{number}",
        $"00000000-0000-4000-8000-00000000000{number}",
        name,
        title,
        organisation,
        $"person{number}@vestkysten.example");
}
