using Klynge.Application.Agendas.Council;
using Klynge.Application.Data;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace.Council;

/// <summary>The pages of a council's rights in a real browser, as the chair, a member and the secretary have them: light, dark and high contrast, from a wide screen to a phone.</summary>
public sealed class CouncilInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly (ColorScheme Scheme, int Width, bool HighContrast)[] Looks = [(ColorScheme.Light, 1400, false), (ColorScheme.Dark, 390, false), (ColorScheme.Light, 820, false), (ColorScheme.Light, 1400, true)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PagesOfACouncil_AreReadAloudAndSeen()
    {
        await using var house = await CouncilHouse.StartAsync();
        await house.RulesAsync(rules => rules with { StopExecution = new LegalSwitch(true, "Vedtægtens § 5") });
        var pages = await PagesAsync(house);
        var browser = await chromium.LaunchedAsync();
        var faults = new List<string>();
        foreach (var (scheme, width, isForced) in Looks)
        {
            var page = await browser.OpenAsync(width, 900, scheme);
            if (isForced)
                await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

            foreach (var (name, address, person) in pages)
            {
                await page.Context.AddCookiesAsync([new() { Name = "klynge.person", Value = Uri.EscapeDataString(person.TeamsUserId!), Url = house.Host.Client.BaseAddress!.AbsoluteUri }]);
                faults.AddRange((await PagesInBrowserTests.LookAsync(page, house.Host, name, address, $"{(isForced ? "HighContrast" : scheme)}-{width}")).Select(fault => $"{name} {scheme} {width}: {fault}"));
                if (await page.Locator("text=Siden findes ikke").CountAsync() > 0)
                    faults.Add($"{name}: is not there");
            }

            await page.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    private static async Task<IReadOnlyList<(string Name, string Address, Person Person)>> PagesAsync(CouncilHouse house)
    {
        var id = ChairDecisionId.New();
        var decide = new DecideAsChairRequest(house.Forum.Id, id, "Forlængelse af lejemålet i sundhedshuset", "Lejemålet forlænges et år på uændrede vilkår.", "Udlejeren skal have svar, før rådet mødes.", ChairGround.CannotWait);
        Assert.Null((await house.Host.Services.GetRequiredService<DecideAsChair>().HandleAsync(new Caller(house.Members[0].Id), decide, Ct)).Error);
        await using var db = await house.OpenAsync();
        db.Entry(await db.Meetings.SingleAsync(one => one.Id == house.Meeting, Ct)).Property(one => one.Status).CurrentValue = MeetingStatus.InProgress;
        var item = await db.AgendaItems.Where(one => one.MeetingId == house.Meeting && one.Number > 1).OrderBy(one => one.Number).FirstAsync(Ct);
        item.Decide("Indstillingen blev godkendt.", item.Version, SystemClock.Instance.GetCurrentInstant());
        item.SetDissents([new DissentingOpinion(DissentId.New(), await house.SeatOfAsync(house.Members[7]), house.Members[7].Name, "Jeg finder, at borgerne skal høres først.", SystemClock.Instance.GetCurrentInstant()) { Forum = "Sundhedsråd Nord", Date = new LocalDate(2026, 1, 13), GoesAlong = true, Reason = "Der er ikke holdt borgermøde." }]);
        await db.SaveChangesAsync(Ct);
        var meeting = $"/moeder/{house.Meeting.Value}";
        return
        [
            ("raad-forum", "/fora/chefforum", house.Members[0]), ("raad-formandsbeslutning", "/fora/chefforum/formandsbeslutning", house.Members[0]), ("raad-naestformand", "/fora/chefforum/formandsbeslutning", house.Members[1]),
            ("raad-moede", meeting, house.Members[7]), ("raad-medlem", $"{meeting}/punkter/{item.Id.Value}/medlem", house.Members[7]), ("raad-beslutning", $"/fora/chefforum/formandsbeslutninger/{id.Value}", house.Members[7]),
            ("raad-overlevering", "/fora/chefforum/overlevering?til=direktoerforum&dag=2099-12-31", house.Secretary), ("raad-bilag", $"{meeting}?vis=nyt-bilag&punkt={item.Id.Value}", house.Secretary),
        ];
    }
}
